/** `guitu status`: the plans in the store with their revisions, and the jobs of the queue. */
import type { PlanStatus, RevisionHeld } from '../../graph/revisions.ts'
import type { AddCommand } from '../command.ts'
import type { Context } from '../context.ts'
import type { ExitName } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { drawTable } from '../table.ts'

type Options = { readonly queue?: string | true; readonly retry?: readonly string[] | true }

const HEAD = ['第几版 no.', '版本 revision', '状态 status', '印发 issued', '读入 ingested', '规则 rules']

/** Revisions in force that come after one in the order of edition: the first of them took its place. */
const successorOf = (
  { ordinal = 0 }: RevisionHeld,
  revisions: readonly RevisionHeld[],
): RevisionHeld | undefined =>
  revisions
    .filter((one) => one.status === 'committed' && !one.amends && (one.ordinal ?? 0) > ordinal)
    .toSorted((a, b) => (a.ordinal ?? 0) - (b.ordinal ?? 0))[0]

const because = ({ properties }: RevisionHeld): string => {
  const why = String(properties.withdrawnBecause ?? '').trim()
  return why === '' ? '' : `，原因 because：${why}`
}

/** What a revision is worth today, in words: in force, superseded by which, withdrawn why, or unfinished. */
const standingOf = (revision: RevisionHeld, revisions: readonly RevisionHeld[]): string => {
  if (revision.status === 'pending') return '未完成 pending：再次读入即可续上 ingest it again to finish'
  if (revision.status === 'withdrawn') return `已撤回 withdrawn${because(revision)}`
  if (revision.inForce)
    return revision.amends ? '在效力中，只改动部分内容 in force, amends' : '在效力中 in force'
  const successor = successorOf(revision, revisions)
  return successor === undefined ? '不在效力中 not in force' : `已被接替 superseded：${successor.id}`
}

const rowsOf = ({ revisions }: PlanStatus): readonly (readonly string[])[] =>
  revisions.map((revision) => [
    revision.ordinal === undefined ? '' : String(revision.ordinal),
    revision.id,
    standingOf(revision, revisions),
    revision.issuedAt ?? '未写明 unknown',
    String(revision.properties.ingestedAt ?? '')
      .slice(0, 19)
      .replace('T', ' '),
    String(revision.properties.rules ?? ''),
  ])

/** Decisions of people (corrections.tsv) that met nothing in the text that they were applied to. */
const withoutEffect = ({ revisions }: PlanStatus): readonly string[] =>
  revisions
    .filter(({ status }) => status === 'committed')
    .flatMap(({ id, properties }) =>
      ((properties.unmatchedCorrections ?? []) as readonly string[]).map(
        (one) => `更正没有着落 correction without effect · ${id}：${one}`,
      ),
    )

const drawPlans = (plans: readonly PlanStatus[], room: number): string =>
  plans.length === 0
    ? '图库里还没有规划，先运行 guitu ingest <文件>。 No plan in the store yet.'
    : plans
        .map((plan) => {
          const head = [plan.title, plan.id].filter(Boolean).join(' · ')
          const table = drawTable([HEAD, ...rowsOf(plan)], room)
          return [`${head}\n${table}`, ...withoutEffect(plan)].join('\n')
        })
        .join('\n')

/** The queue's jobs only: with --queue the store may be where only the workers reach it. */
const queueStatus = async (context: Context, url: string, retry: Options['retry']): Promise<ExitName> => {
  const { drawQueue, readQueue } = await import('../ingest/jobs.ts')
  const report = await readQueue(url, retry)
  if (context.json) context.output.json({ queue: url.replace(/\/\/[^@/]*@/, '//'), ...report })
  else context.output.answer(drawQueue(report, context.output.room))
  return report.jobs.some(({ state }) => state === 'failed') ? 'queue' : 'done'
}

const run = async (context: Context, { queue, retry }: Options): Promise<ExitName> => {
  const url = typeof queue === 'string' ? queue : context.queue
  if (queue !== undefined || retry !== undefined) {
    if (url === undefined)
      throw new Failure(
        'usage',
        '没有说明队列：--queue redis://… 或 GUITU_QUEUE。 No queue: give its address.',
      )
    return queueStatus(context, url, retry)
  }
  const { readStatus } = await import('../../graph/revisions.ts')
  const plans = await context.withStore('read', readStatus)
  if (context.json) context.output.json({ store: context.store.replace(/\/\/[^@/]*@/, '//'), plans })
  else context.output.answer(drawPlans(plans, context.output.room))
  return 'done'
}

export const addStatus: AddCommand = (program, act) => {
  program
    .command('status')
    .description(
      '图库中的规划和版本；--queue 列出队列中的任务 plans and revisions of the store; jobs of the queue',
    )
    .option(
      '--queue [redis://…]',
      '列出队列中的任务和失败原因（默认 GUITU_QUEUE） list the jobs of the queue',
    )
    .option('--retry [job...]', '重试失败的任务，全部或所列 set failed jobs to work again')
    .action(act<[], Options>((context, _none, options) => run(context, options)))
}
