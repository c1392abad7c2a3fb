/** `guitu status`: the plans in the store with their revisions, and the jobs of the queue. */
import type { PlanStatus } from '../../graph/revisions.ts'
import type { AddCommand } from '../command.ts'
import type { Context } from '../context.ts'
import type { ExitName } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { drawTable } from '../table.ts'

type Options = { readonly queue?: string | true; readonly retry?: readonly string[] | true }

const STANDING: Readonly<Record<string, string>> = {
  committed: '已生效 committed',
  pending: '未完成，再次读入即可续上 pending: ingest it again to finish',
  withdrawn: '已撤回 withdrawn',
}

const HEAD = [
  '规划 plan',
  '版本 revision',
  '状态 status',
  '在效力中 in force',
  '印发 issued',
  '读入 ingested',
  '规则 rules',
]

const rowsOf = ({ id, title, revisions }: PlanStatus): readonly (readonly string[])[] =>
  revisions.map(({ id: revision, status, inForce, issuedAt = '', properties }) => [
    title ?? id,
    revision,
    STANDING[status] ?? status,
    inForce ? '是 yes' : '否 no',
    issuedAt,
    String(properties.ingestedAt ?? '').slice(0, 19),
    String(properties.rules ?? ''),
  ])

const drawPlans = (plans: readonly PlanStatus[], room: number): string => {
  const rows = plans.flatMap(rowsOf)
  if (rows.length === 0) return '图库里还没有规划 no plan in the store yet'
  return [drawTable([HEAD, ...rows], room).trimEnd(), ...plans.flatMap(unmatched)].join('\n')
}

/** Decisions of people that met nothing in the text that they were applied to. */
const unmatched = ({ revisions }: PlanStatus): readonly string[] =>
  revisions
    .filter(({ status }) => status === 'committed')
    .flatMap(({ id, properties }) =>
      ((properties.unmatchedCorrections ?? []) as readonly string[]).map(
        (one) => `更正没有着落 correction without effect · ${id}: ${one}`,
      ),
    )

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
