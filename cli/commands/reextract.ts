/** `guitu reextract`: reads every stored revision again under today's rules and tables, and says what they change. */
import type { Change } from '../../graph/diff/change.ts'
import type { PlanStatus, RevisionHeld } from '../../graph/revisions.ts'
import type { GraphStore } from '../../graph/store.ts'
import type { Reextraction, ReextractOptions } from '../../pipeline/run/reextract.ts'
import type { AddCommand } from '../command.ts'
import type { Context } from '../context.ts'
import type { ExitName } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { drawRulesChange, RULES_HEAD } from '../rules-report.ts'
import { revisionMeant } from '../which-revision.ts'

type Options = { readonly corrections?: string; readonly dryRun?: true; readonly yes?: true }
type Reported = Omit<Reextraction, 'facts'> & { readonly changes: readonly Change[] }

/** A plan means all its revisions, in order of edition. */
const revisionsMeant = (plans: readonly PlanStatus[], name: string | undefined): readonly RevisionHeld[] => {
  if (name === undefined) return plans.flatMap(({ revisions }) => revisions)
  const plan = plans.find(({ id }) => id.replace(/^plan:/, '') === name.replace(/^plan:/, ''))
  return plan ? plan.revisions : [revisionMeant(plans, name)]
}

const OUTCOMES: Readonly<Record<Reextraction['outcome'], string>> = {
  changed: '已按现行规则重读 read again',
  'same-reading': '读法相同，只更新规则版本 same reading, only the version of the rules is new',
  'up-to-date': '已是现行规则，无需重读 nothing to do',
  'left-out': '未完成或已撤回，不重读 pending or withdrawn, left out',
}
const DRY: Readonly<Partial<Record<Reextraction['outcome'], string>>> = {
  changed: '预演：将按现行规则重读 dry run: would be read again',
  'same-reading': '预演：读法相同 dry run: same reading',
}

const draw = (one: Reported, isDry: boolean, { full, output }: Context): string => {
  const { revision, ordinal, outcome, rules, change, changes, unmatchedCorrections } = one
  const [old, next] = rules
  const said = (isDry ? DRY[outcome] : undefined) ?? OUTCOMES[outcome]
  const versions =
    old === next ? `规则 rules ${next}，人工更正不同 other corrections` : `规则 rules ${old} → ${next}`
  return [
    `${revision}${ordinal === undefined ? '' : ` · 第 ${ordinal} 版`} · ${said}`,
    ...(change ? [versions] : []),
    ...(change && outcome === 'changed' ? [drawRulesChange(change, changes, full, output.room)] : []),
    ...unmatchedCorrections.map((words) => `更正没有着落 correction without effect: ${words}`),
  ].join('\n')
}

const readAll = async (
  { signal, output }: Context,
  store: GraphStore,
  name: string | undefined,
  options: ReextractOptions,
): Promise<readonly Reported[]> => {
  const { readStatus } = await import('../../graph/revisions.ts')
  const { reextract } = await import('../../pipeline/run/reextract.ts')
  const { diff } = await import('../../graph/diff/diff.ts')
  const { strengthRank } = await import('../../pipeline/facts/responsibilities/strength-rank.ts')
  const reported: Reported[] = []
  for (const held of revisionsMeant(await readStatus(store), name)) {
    if (signal.aborted)
      throw new Failure(
        'interrupted',
        `已中断；此前的 ${reported.length} 个版本已重读，其余未动，再运行一次即可续上。 Interrupted; run it again to go on.`,
      )
    output.note(`${held.id} …`)
    const { facts, ...one } = await reextract(store, held, options)
    const changes = facts ? diff(...facts, strengthRank(options.knowledge)) : []
    reported.push({ ...one, changes })
  }
  return reported
}

const run = async (context: Context, name: string | undefined, options: Options): Promise<ExitName> => {
  const { readCorrectionsFile } = await import('../ingest/corrections.ts')
  const { loadReader } = await import('../ingest/here.ts')
  if (options.corrections !== undefined && name === undefined)
    throw new Failure(
      'usage',
      '--corrections 只用于一个规划，请写明规划。 Name the plan that the corrections are of.',
    )
  const corrections =
    options.corrections === undefined ? undefined : await readCorrectionsFile(options.corrections)
  const knowledge = await loadReader()
  const isDry = options.dryRun === true
  const settings: ReextractOptions = {
    knowledge,
    isDry,
    unguarded: isDry || options.yes === true,
    ...(corrections === undefined ? {} : { corrections }),
  }
  const reported = await context.withStore(isDry ? 'read' : 'write', (store) =>
    readAll(context, store, name, settings),
  )
  if (context.json) context.output.json(reported)
  else {
    const isChanged = reported.some(({ outcome }) => outcome === 'changed')
    const parts = reported.map((one) => draw(one, isDry, context))
    context.output.answer([...(isChanged ? [RULES_HEAD] : []), ...parts].join('\n\n'))
  }
  return 'done'
}

export const addReextract: AddCommand = (program, act) => {
  program
    .command('reextract')
    .description(
      '按现行规则和词表重读图库中的每个版本，说明规则改变了什么 read stored revisions again under today’s rules',
    )
    .argument(
      '[plan|revision]',
      '规划（其全部版本）或一个版本；不写则全部 a plan, with all its revisions, or one revision',
    )
    .option(
      '--corrections <file>',
      '用这份 corrections.tsv 代替各版本原有的更正 decisions instead of those kept',
    )
    .option('--dry-run', '只说会改变什么，图库不动 only say what would change')
    .option('--yes', '明知许多内容会失效，仍然重读 go on where much would go out of force')
    .action(act<[string | undefined], Options>((context, [name], options) => run(context, name, options)))
}
