/** `guitu diff`: what changed between two revisions of the store, or two text files, in the plan's own terms. */
import type { Change } from '../../graph/diff/change.ts'
import type { RevisionFacts } from '../../graph/model.ts'
import type { RevisionHeld } from '../../graph/revisions.ts'
import type { GraphStore } from '../../graph/store.ts'
import type { Comparable } from '../../pipeline/run/under-rules.ts'
import { counted, drawChanges, FAULTS, nameOf, shown } from '../changes-table.ts'
import type { AddCommand } from '../command.ts'
import type { Context } from '../context.ts'
import type { ExitName } from '../exit-codes.ts'
import { Failure } from '../failure.ts'

type Options = { readonly files?: true; readonly markdown?: true }

/** Reads both texts as they stand; no store is opened. The older one first. */
const factsOfFiles = async (files: readonly [string, string]): Promise<Comparable> => {
  const { prepare } = await import('../ingest/prepare.ts')
  const { loadKnowledge } = await import('../../pipeline/knowledge.ts')
  const { extract } = await import('../../pipeline/extract.ts')
  const knowledge = loadKnowledge()
  const textOf = async (file: string) => {
    const [text] = await prepare([{ file, given: {} }])
    if (!text) throw new Error(`Unexpected answer for ${file}, expected one text`)
    return text
  }
  const [old, next] = [await textOf(files[0]), await textOf(files[1])]
  // What people decided holds for both, or their decisions would look like changes of the plan.
  const corrections = next.corrections ?? old.corrections
  const factsOf = ({ document, identity }: typeof old): RevisionFacts =>
    extract(document, identity, knowledge, corrections).facts
  return { pair: [factsOf(old), factsOf(next)] }
}

/** The one revision that a name means: its id or the beginning of it, or a plan, whose revision in force it is. */
const revisionOf = async (store: GraphStore, name: string): Promise<RevisionHeld> => {
  const { readStatus } = await import('../../graph/revisions.ts')
  const plans = await readStatus(store)
  const plan = plans.find(({ id }) => id === name || id === `plan:${name}`)
  const inForce = plan?.revisions.find((revision) => revision.inForce)
  if (inForce) return inForce
  const all = plans.flatMap(({ revisions }) => revisions)
  const meant = all.filter(
    ({ id }) => id === name || id.startsWith(name) || id.startsWith(`revision:${name}`),
  )
  if (meant[0] !== undefined && meant.length === 1) return meant[0]
  throw new Failure(
    'unclear',
    `图库中没有（或不止一个）版本叫 ${name}；guitu status 列出版本，比较文件请加 --files。 No single revision of this name.`,
    (meant.length > 1 ? meant : all).map(({ id }) => id),
  )
}

/** What differs between the two is due to their texts: where other rules read them, both are read again under today's. */
const factsOfStore = (context: Context, [old, next]: readonly [string, string]): Promise<Comparable> =>
  context.withStore('read', async (store) => {
    const { comparable } = await import('../../pipeline/run/under-rules.ts')
    const { loadReader } = await import('../ingest/here.ts')
    return comparable(store, [await revisionOf(store, old), await revisionOf(store, next)], loadReader)
  })

/** That other rules, or other decisions of people, read the two; what comes of that is no change of the plan. */
const sayReadBy = ([old, next]: readonly [string, string]): string =>
  old === next
    ? '两个版本所用的人工更正不同；比较时两边都用后者的更正重读。 Read with other corrections; both were read again with those of the second.'
    : `两个版本由不同的规则读成（${old}、${next}）；比较时两边都按现行规则重读，规则引起的差别不在其中（见 guitu reextract）。 Read by other rules; both were read again under today's.`

const quoteLines = (label: string, quote: string | null, section: string | null): readonly string[] =>
  quote === null ? [] : [`  - ${label}：“${quote.replaceAll('\n', ' ')}”（${section}）`]

const markdown = (changes: readonly Change[]): string =>
  [...new Set(changes.map(({ kind }) => kind))]
    .flatMap((kind) => [
      `## ${nameOf(kind)}`,
      '',
      ...changes
        .filter((change) => change.kind === kind)
        .flatMap((change) => [
          `- **${change.subject.replaceAll('\n', ' ')}**：${shown(change.old)} → ${shown(change.new)}`,
          ...quoteLines('旧', change.oldQuote, change.oldSection),
          ...quoteLines('新', change.newQuote, change.newSection),
        ]),
      '',
    ])
    .join('\n')

const run = async (
  context: Context,
  names: readonly [string, string],
  options: Options,
): Promise<ExitName> => {
  const { diff } = await import('../../graph/diff/diff.ts')
  const { loadKnowledge } = await import('../../pipeline/knowledge.ts')
  const { strengthRank } = await import('../../pipeline/facts/responsibilities/strength-rank.ts')
  const { pair, readBy } = options.files ? await factsOfFiles(names) : await factsOfStore(context, names)
  const [old, next] = pair
  const changes = diff(old, next, strengthRank(loadKnowledge()))
  if (context.json) {
    context.output.json(changes)
    return 'done'
  }
  if (readBy) context.output.answer(`${options.markdown ? '> ' : ''}${sayReadBy(readBy)}\n`)
  const faults = changes.filter((change) => change.stillInText)
  const real = changes.filter((change) => !change.stillInText)
  const body = options.markdown
    ? markdown(real)
    : real.length > 0
      ? drawChanges(real, context.output.room)
      : ''
  context.output.answer(`${counted(real)}\n\n${body}`)
  if (faults.length > 0)
    context.output.answer(
      `\n${FAULTS}\n\n${options.markdown ? markdown(faults) : drawChanges(faults, context.output.room)}`,
    )
  return 'done'
}

export const addDiff: AddCommand = (program, act) => {
  program
    .command('diff')
    .description('比较两个版本，用规划自己的话说改了什么 what changed between two revisions')
    .argument('<old>', '旧版本：版本号（或开头几位）、规划，或文件 the older: a revision, a plan, or a file')
    .argument('<new>', '新版本 the newer')
    .option('--files', '比较两个文本文件，不用图库 compare two text files')
    .option('--markdown', '以 Markdown 输出 print as Markdown')
    .action(act<[string, string], Options>(run))
}
