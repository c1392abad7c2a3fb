/** `guitu history`: one project, indicator or commitment through all revisions of its plan and the plans after it. */
import type { Change } from '../../graph/diff/change.ts'
import type { Event, Item, Step } from '../../graph/history/history.ts'
import type { Edition, Subject } from '../../graph/history/subject.ts'
import type { Row } from '../../graph/store.ts'
import { drawAnswer } from '../answer.ts'
import type { AddCommand } from '../command.ts'
import type { Context } from '../context.ts'
import type { ExitName } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { labelled } from '../labels.ts'

/** Names offered where several are meant, at most. */
const OFFERED = 20

type Followed = { readonly subject: Subject; readonly steps: readonly Step[] }

const follow = async (context: Context, word: string): Promise<Followed> => {
  const { readLines } = await import('../../graph/history/editions.ts')
  const { subjectsNamed } = await import('../../graph/history/subject.ts')
  const { history } = await import('../../graph/history/history.ts')
  const { loadKnowledge } = await import('../../pipeline/knowledge.ts')
  const { strengthRank } = await import('../../pipeline/facts/responsibilities/strength-rank.ts')
  const lines = await context.withStore('read', readLines)
  const found = lines.flatMap((editions) =>
    subjectsNamed(editions, word).map((subject) => ({ editions, subject })),
  )
  const [one] = found
  if (one === undefined || found.length > 1) throw unclear(word, found)
  return { subject: one.subject, steps: history(one.editions, one.subject, strengthRank(loadKnowledge())) }
}

const unclear = (
  word: string,
  found: readonly { readonly editions: readonly Edition[]; readonly subject: Subject }[],
): Failure => {
  if (found.length === 0)
    return new Failure(
      'unclear',
      `没有项目、指标或任务叫 ${word}。名称可用 guitu ask 查。 No project, indicator or commitment of this name.`,
    )
  return new Failure(
    'unclear',
    `${word} 可以指 ${found.length} 样东西，请写全名或编号。 Several are meant; write the whole name or the id.`,
    found
      .slice(0, OFFERED)
      .map(
        ({ editions, subject: { type, id, name } }) =>
          `${labelled('type', type)} ${name} [${id}] · ${editions.at(-1)?.title}`,
      ),
  )
}

/** Letters of a clause by which it is known again in a list of changes. */
const GIST = 16

const gistOf = (text: string): string => (text.length > GIST ? `${text.slice(0, GIST)}…` : text)

/** What a change says in one line: 目标调高 60 → 65; 任务改写 推进甲溪水库…; of a name, both: 甲溪水厂 → 乙河水厂. */
const sayChange = ({ kind, subject, place, old, new: next, stillInText }: Change): string => {
  const isName = next === subject && old !== null && String(old).length <= GIST
  const isClause = kind.startsWith('commitment_') && !isName
  const values = [old, next].map((value) => labelled('phase', String(value ?? '–'))).join(' → ')
  const misread = stillInText ? '（原句仍在，没有读懂 still in the text, not understood）' : ''
  const where = place === null ? '' : `（${place}）`
  return `${labelled('change', kind).split(' ')[0]}${where} ${isClause ? gistOf(subject) : values}${misread}`
}

const rowOf = (step: Step, item: Item | undefined, isFirst: boolean): Row => ({
  edition: `${step.title} · 第 ${step.ordinal} 版 · ${step.day}`,
  event: isFirst ? labelled('event', step.event satisfies Event) : '',
  change: isFirst ? step.changes.map(sayChange).join('\n') : '',
  phase: item?.phase ?? null,
  figure: item?.value ?? null,
  place: item?.place ?? null,
  due: item?.year ?? null,
  kindOfFigure: item?.kindOfFigure ?? null,
  strength: item?.strength ?? null,
  departments: [...(item?.departments ?? [])],
  quote: item?.quote ?? (step.because.join('\n') || null),
  section: item?.section ?? null,
})

const rowsOf = (step: Step): readonly Row[] =>
  step.items.length === 0
    ? [rowOf(step, undefined, true)]
    : step.items.map((item, at) => rowOf(step, item, at === 0))

const run = async (context: Context, words: readonly string[]): Promise<ExitName> => {
  const { subject, steps } = await follow(context, words.join(' '))
  if (context.json) {
    context.output.json({ subject, steps })
    return 'done'
  }
  context.output.note(`${labelled('type', subject.type)} ${subject.name} [${subject.id}]`)
  context.output.answer(drawAnswer('history', steps.flatMap(rowsOf), context.output.room, context.full))
  return 'done'
}

export const addHistory: AddCommand = (program, act) => {
  program
    .command('history')
    .description(
      '一个项目、指标或一句任务在各版本和后继规划中的经过 one project, indicator or commitment through all revisions',
    )
    .argument('<name...>', '名称、编号，或任务的原话 a name, an id, or words of a commitment')
    .action(act<[string[]], object>((context, [words]) => run(context, words)))
}
