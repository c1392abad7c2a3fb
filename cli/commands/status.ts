/** `guitu status`: the plans in the store with their revisions, and the jobs of the queue. */
import type { PlanStatus } from '../../graph/revisions.ts'
import type { AddCommand } from '../command.ts'
import type { Context } from '../context.ts'
import type { ExitName } from '../exit-codes.ts'
import { drawTable } from '../table.ts'

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
]

const rowsOf = ({ id, title, revisions }: PlanStatus): readonly (readonly string[])[] =>
  revisions.map(({ id: revision, status, inForce, issuedAt = '', properties }) => [
    title ?? id,
    revision,
    STANDING[status] ?? status,
    inForce ? '是 yes' : '否 no',
    issuedAt,
    String(properties.ingestedAt ?? '').slice(0, 19),
  ])

const run = async (context: Context, queue: string | undefined): Promise<ExitName> => {
  const { readStatus } = await import('../../graph/revisions.ts')
  const plans = await context.withStore('read', readStatus)
  if (queue !== undefined) {
    const { readJobs, drawJobs } = await import('../ingest/jobs.ts')
    const jobs = await readJobs(queue)
    if (context.json) context.output.json({ store: context.store, plans, jobs })
    else {
      context.output.answer(drawPlans(plans, context.output.room))
      context.output.answer(drawJobs(jobs, context.output.room))
    }
    return jobs.some(({ state }) => state === 'failed') ? 'queue' : 'done'
  }
  if (context.json) context.output.json({ store: context.store, plans })
  else context.output.answer(drawPlans(plans, context.output.room))
  return 'done'
}

const drawPlans = (plans: readonly PlanStatus[], room: number): string => {
  const rows = plans.flatMap(rowsOf)
  return rows.length === 0 ? '图库里还没有规划 no plan in the store yet' : drawTable([HEAD, ...rows], room)
}

export const addStatus: AddCommand = (program, act) => {
  program
    .command('status')
    .description('图库中的规划和版本，队列中的任务 plans and revisions of the store, jobs of the queue')
    .option('--queue [redis://…]', '也列出队列中的任务（默认 GUITU_QUEUE） list the jobs of the queue too')
    .action(
      act<[], { queue?: string | boolean }>((context, _none, { queue }) =>
        run(context, typeof queue === 'string' ? queue : context.queue),
      ),
    )
}
