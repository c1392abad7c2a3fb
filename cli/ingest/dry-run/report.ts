/** A preview for an auditor: in counts, and in the plan's own terms. */
import type { Change } from '../../../graph/diff/change.ts'
import type { RevisionFacts } from '../../../graph/model.ts'
import { counted, drawChanges, FAULTS } from '../../changes-table.ts'
import { labelled } from '../../labels.ts'
import { drawRulesChange, RULES_HEAD } from '../../rules-report.ts'
import type { Previewed } from '../dry-run.ts'
import { drawCorrections } from '../report.ts'
import { holdingsOf, sortChanges } from './sort.ts'

const OUTCOMES: Readonly<Record<Previewed['outcome'], string>> = {
  first: '这个规划的第一个文本：以下全部为新增 first text of its plan: all of it would be added',
  newer: '将取代在效力中的版本 would supersede what is in force',
  amendment: '将修订在效力中的版本 would amend what is in force',
  late: '早于在效力中的版本：读入后不在效力中，在效力的内容不变 older than what is in force: nothing in force would change',
  reread:
    '文本与图库中的相同：变的只是规则、人工更正，或标题、时期、印发日期等说明 the same text: only rules, corrections or what is said of it differ',
  unchanged: '已在图库中，什么都不会改变 in the store already, nothing would change',
  withdrawn: '此版本已撤回，保持撤回 withdrawn, and stays so',
}

/** Names that are listed without --full. */
const SHOWN = 12

const drawHoldings = (facts: RevisionFacts, isFull: boolean): readonly string[] => [
  `将新增陈述 statements ${facts.statements.length}`,
  ...Object.entries(holdingsOf(facts)).map(([type, all]) => {
    const shown = (isFull ? all : all.slice(0, SHOWN)).map((one) => one.replaceAll('\n', ' '))
    const rest = all.length > shown.length ? ` …（--full 全部列出 all with --full）` : ''
    return `${labelled('type', type)} ${all.length}：${shown.join('；')}${rest}`
  }),
]

const percent = (part: number, whole: number): string => ((100 * part) / Math.max(1, whole)).toFixed(0)

const drawGuard = ({ guard }: Previewed, isSure: boolean): readonly string[] => {
  if (!guard) return []
  const { statements, retired, oldLength, newLength, stops } = guard
  const finding = `${retired}/${statements} 条陈述（${percent(retired, statements)} %）将失效，正文 ${oldLength} → ${newLength} 字`
  const verdict = !stops
    ? '不会停下 ingest would go on'
    : isSure
      ? '超过界限，但有 --yes，仍会读入 over the bound, --yes goes on'
      : '读入时会停下，确认无误才加 --yes ingest would stop; --yes goes on'
  return [`守卫 guard：${finding}；${verdict}`]
}

type View = { readonly room: number; readonly isFull: boolean; readonly isSure: boolean }

const drawChanged = ({ changes, isOldReading, facts, plan }: Previewed, room: number): readonly string[] => {
  const { added, changed, dropped, notUnderstood } = sortChanges(changes)
  const counts = `将新增 added ${added.length} · 将改变 changed ${changed.length} · 将取消 dropped ${dropped.length}`
  const parts: readonly (readonly [string, readonly Change[]])[] = [
    ['将取消 would be dropped', dropped],
    ['将改变 would be changed', changed],
    ['将新增 would be added', added],
    [FAULTS, notUnderstood],
  ]
  return [
    counts + (notUnderstood.length > 0 ? ` · 仍在文中但没读懂 not understood ${notUnderstood.length}` : ''),
    ...(plan
      ? [`在效力中的陈述 statements in force ${plan[0].statements.length} → ${plan[1].statements.length}`]
      : []),
    ...(isOldReading
      ? [
          `在效力中的版本由旧规则读成；这里两边都按现行规则 ${facts.revision.rules} 比较，规则引起的差别不在其中。 Both sides are read by today's rules.`,
        ]
      : []),
    ...parts
      .filter(([, all]) => all.length > 0)
      .flatMap(([title, all]) => [
        '',
        `${title} ${all.length}（${counted(all)}）`,
        drawChanges(all, room).trimEnd(),
      ]),
  ]
}

const drawBody = (one: Previewed, { room, isFull }: View): readonly string[] => {
  if (one.outcome === 'first') return drawHoldings(one.facts, isFull)
  if (one.change) return [RULES_HEAD, drawRulesChange(one.change, one.changes, isFull, room)]
  return one.plan ? drawChanged(one, room) : []
}

export const drawPreview = (one: Previewed, view: View): string => {
  const { facts, against, outcome, notes } = one
  const { corrections = [], unmatchedCorrections = [] } = facts.revision
  return [
    facts.plan.title,
    `预演，图库未改动 dry run, nothing was written · ${facts.revision.id}`,
    OUTCOMES[outcome],
    ...(outcome === 'first' || against.length === 0
      ? []
      : [
          `在效力中 in force：${against.map(({ id, ordinal = '' }) => `${id}（第 ${ordinal} 版）`).join('、')}`,
        ]),
    ...notes,
    ...one.unmatchedWords.map(
      (words) => `修订中没有对上的话，原来的说法仍在效力中 names nothing in force: “${words}”`,
    ),
    ...drawGuard(one, view.isSure),
    ...drawCorrections({ given: corrections.length, unmatched: unmatchedCorrections }),
    ...drawBody(one, view),
  ].join('\n')
}
