/** Duties said in running text: 各街镇要…, 由甲局负责…, 研究设立…领导小组，统筹…. Spans are UTF-16 code units into the document. */
import type { Mention, Segment, Span } from '../../records.ts'
import type { Vocabulary } from '../departments/vocabulary.ts'
import type { Role } from './duty-words.ts'

export type ProseDuty = {
  readonly department: Mention
  readonly role: Role
  readonly span: Span
  readonly rule: string
}

const CLAUSE_START = /(?:^|^\s*\d{1,3}[.．、]|[。；;，,：:！\s”）)])(?:由|并由|统一由|原则上由)?$/
/** 以上任务由甲组织实施: what stands above in the section is meant. */
const ABOVE = /(?:以上|上述)(?:各项)?(?:重点)?(?:任务|工作|措施|事项|目标|内容)[^，。；]{0,4}由$/

/** 项目资金由甲局统筹落实: what is to be done stands before 由. */
const DONE_BY = /(?:^|[。；;，,：:\s])([^。；;，,：:\s、]{2,16})由$/
const LED = /^(?:牵头|负责|组织|统筹|实施|承担|具体|统一|落实|[对在])/

/** The rule of a duty that covers everything above it in its section. */
export const OVER_ABOVE = 'duty-over-above'

const BETWEEN = /^(?:[、，,]|和|与|及|以及|(?:要|应|须)?会同|等(?:部门|单位)?)*$/
const SUPPORT_WITHIN =
  /^[^。；]{0,60}?(?:予以|给予|做好|提供|加强)[^，。；]{0,10}(?:指导|支持|配合|协助|保障)/
const FOUNDED = /(?:成立|设立|组建|建立)$/

type Run = { readonly members: readonly Mention[]; readonly end: number }

/** Bodies that share one predicate: 甲局、乙局负责…. */
const runsOf = (segment: Segment, departments: readonly Mention[], text: string): readonly Run[] => {
  const runs: Mention[][] = []
  for (const department of departments) {
    const run = runs[runs.length - 1]
    const last = run?.[run.length - 1]
    if (run && last && BETWEEN.test(text.slice(last.span.end, department.span.start))) run.push(department)
    else runs.push([department])
  }
  return runs.map((members) => {
    const last = members[members.length - 1] as Mention
    const tail =
      /^等(?:部门|单位|有关部门)?/.exec(text.slice(last.span.end, segment.span.end))?.[0].length ?? 0
    return { members, end: last.span.end + tail }
  })
}

/** Up to the next sentence end, semicolon, or body that acts. */
const clauseEnd = (text: string, from: number, limit: number, nextRun: number | undefined): number => {
  const stop = text.slice(from, limit).search(/[。；;！]/)
  const own = stop < 0 ? limit : from + stop + 1
  if (nextRun === undefined || nextRun >= own) return own
  const comma = text.lastIndexOf('，', nextRun)
  return comma > from ? comma : own
}

const roleIn = (text: string, act: Role, members: readonly Mention[], index: number): Role => {
  const joined =
    members.slice(0, index).length > 0 &&
    /会同/.test(text.slice(members[index - 1]?.span.end ?? 0, members[index]?.span.start ?? 0))
  return joined ? 'support' : act
}

/** The duties that one sentence gives to bodies it names as acting subjects. */
export const proseDuties = (
  segment: Segment,
  departments: readonly Mention[],
  text: string,
  vocabulary: Vocabulary,
): readonly ProseDuty[] => {
  const runs = runsOf(segment, departments, text)
  return runs.flatMap((run, order): readonly ProseDuty[] => {
    const first = run.members[0] as Mention
    const before = text.slice(segment.span.start, first.span.start)
    const rest = text.slice(run.end, segment.span.end)
    const next = runs[order + 1]?.members[0]?.span.start
    if (FOUNDED.test(before) && /^，(?!由)/.test(rest)) {
      const span = { start: run.end + 1, end: clauseEnd(text, run.end + 1, segment.span.end, next) }
      return run.members.map((department) => ({
        department,
        role: 'lead',
        span,
        rule: 'duty-of-founded-body',
      }))
    }
    const above = ABOVE.test(before)
    const done = above ? undefined : DONE_BY.exec(before)?.[1]
    if (!above && done === undefined && !CLAUSE_START.test(before)) return []
    vocabulary.acts.lastIndex = run.end
    const act = vocabulary.actsTable.get(vocabulary.acts.exec(text)?.[0] ?? '')
    // 甲局要会同乙局抓紧推进: the modal stands between them
    const called = run.members.some((member, index) => {
      const after = run.members[index + 1]
      return after !== undefined && /[要应须]会同$/.test(text.slice(member.span.end, after.span.start))
    })
    // 编制了: it did so already.
    if (act && text.startsWith('了', run.end + (act.word ?? '').length)) return []
    const led = /由$/.test(before)
    if (!called && act?.duty !== 'yes' && !(led && act === undefined && LED.test(rest))) return []
    if (done !== undefined && !LED.test(rest)) return []
    const start = first.span.start - (done === undefined ? 0 : done.length + 1)
    const span = { start, end: clauseEnd(text, run.end, segment.span.end, next) }
    // 按职责配合: how they do it is said before what they do.
    const helps = /^[^，。；：]{0,12}(?:配合|协助|参与|支持)(?:工作|落实|实施)?[，。；]?$/.test(
      text.slice(run.end, span.end).replace(/，.*$/s, ''),
    )
    const supports = act?.role === 'support' || helps || SUPPORT_WITHIN.test(text.slice(run.end, span.end))
    const base: Role = supports && !called && !/^(?:要|应|须)?(?:牵头|负责)/.test(rest) ? 'support' : 'lead'
    return run.members.map((department, index) => ({
      department,
      role: roleIn(text, base, run.members, index),
      span,
      rule: above ? OVER_ABOVE : led ? 'duty-by-passive' : 'duty-of-subject',
    }))
  })
}
