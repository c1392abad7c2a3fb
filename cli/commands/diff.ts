/** `guitu diff`: what changed between two revisions of the store, or two text files, in the plan's own terms. */
import type { Change } from '../../graph/diff/change.ts'
import type { Knowledge } from '../../pipeline/knowledge.ts'
import type { Comparable } from '../../pipeline/run/under-rules.ts'
import { writeMarkdown } from '../changes-markdown.ts'
import { drawChanges, FAULTS, summary } from '../changes-table.ts'
import type { AddCommand } from '../command.ts'
import type { Context } from '../context.ts'
import type { ExitName } from '../exit-codes.ts'
import { revisionMeant } from '../which-revision.ts'

type Options = { readonly files?: true; readonly markdown?: true }

type Compared = Comparable & {
  /** What the command line called the two. */
  readonly names?: readonly [string, string]
}

const factsOfStore = (
  context: Context,
  [old, next]: readonly [string, string],
  knowledge: Knowledge,
): Promise<Compared> =>
  context.withStore('read', async (store) => {
    const { comparable } = await import('../../pipeline/run/under-rules.ts')
    const { readStatus } = await import('../../graph/revisions.ts')
    const plans = await readStatus(store)
    // What differs is due to the texts: where other rules read them, both are read again under today's.
    return comparable(store, [revisionMeant(plans, old), revisionMeant(plans, next)], async () => knowledge)
  })

/** That other rules, or other decisions of people, read the two; what comes of that is no change of the plan. */
const sayReadBy = ([old, next]: readonly [string, string]): string =>
  old === next
    ? '两个版本所用的人工更正不同；比较时两边都用后者的更正重读。 Read with other corrections; both were read again with those of the second.'
    : `两个版本由不同的规则读成（${old}、${next}）；比较时两边都按现行规则重读，规则引起的差别不在其中（见 guitu reextract）。 Read by other rules; both were read again under today's.`

const SIDES = ['旧 old', '新 new'] as const

/** Which two texts are compared, and the rules that read each of them when it was stored. */
const sayPair = ({ pair, readBy, names }: Compared): readonly string[] =>
  pair.map(({ plan, revision: { id, issuedAt, rules, amends } }, at) =>
    [
      `${SIDES[at]}：${plan.title}`,
      names?.[at] ?? '',
      id,
      issuedAt === undefined ? '' : `印发 issued ${issuedAt}`,
      amends ? '含至此的修订 as amended' : '',
      `规则 rules ${readBy?.[at] ?? rules}`,
    ]
      .filter((part) => part !== '')
      .join(' · '),
  )

const run = async (
  context: Context,
  names: readonly [string, string],
  options: Options,
): Promise<ExitName> => {
  const { diff } = await import('../../graph/diff/diff.ts')
  const { loadKnowledge } = await import('../../pipeline/knowledge.ts')
  const { strengthRank } = await import('../../pipeline/facts/responsibilities/strength-rank.ts')
  const knowledge = loadKnowledge()
  const compared: Compared = options.files
    ? await (await import('../files-compared.ts')).factsOfFiles(names, knowledge)
    : await factsOfStore(context, names, knowledge)
  const { pair, readBy } = compared
  const changes = diff(pair[0], pair[1], strengthRank(knowledge))
  if (context.json) {
    context.output.json(changes)
    return 'done'
  }
  const faults = changes.filter((change) => change.stillInText)
  const real = changes.filter((change) => !change.stillInText)
  const draw = (some: readonly Change[]): string =>
    options.markdown ? writeMarkdown(some) : drawChanges(some, context.output.room)
  const head = [...sayPair(compared), ...(readBy ? [sayReadBy(readBy)] : [])]
  context.output.answer(head.map((line) => (options.markdown ? `- ${line}` : line)).join('\n'))
  context.output.answer(`\n${summary(real, faults)}\n`)
  if (real.length > 0) context.output.answer(draw(real))
  if (faults.length > 0) context.output.answer(`\n${FAULTS}\n\n${draw(faults)}`)
  return 'done'
}

export const addDiff: AddCommand = (program, act) => {
  program
    .command('diff')
    .description('比较两个版本，用规划自己的话说改了什么 what changed between two revisions')
    .argument(
      '<old>',
      '旧版本：第几版（1、kaizhou#1）、版本号或开头几位、规划，或文件 the older: its ordinal, a revision, a plan, or a file',
    )
    .argument('<new>', '新版本 the newer')
    .option('--files', '比较两个文本文件，不用图库 compare two text files')
    .option('--markdown', '以 Markdown 输出 print as Markdown')
    .action(act<[string, string], Options>(run))
}
