/** `guitu ingest`: reads plans into the store, or sends them to the queue. */
import { Option } from 'commander'
import type { PlanIdentity } from '../../pipeline/records.ts'
import type { AddCommand } from '../command.ts'
import type { Context } from '../context.ts'
import type { ExitName } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { collect } from '../ingest/collect.ts'
import { prepare } from '../ingest/prepare.ts'

type Options = {
  readonly queue?: string | boolean
  readonly plan?: string
  readonly title?: string
  readonly jurisdiction?: string
  readonly period?: string
  readonly issued?: string
  readonly supersedes?: string
  readonly amends?: string
  readonly whole?: boolean
  readonly yes?: boolean
  readonly dryRun?: boolean
}

/** `2021-2035` or `2025`. */
export const readPeriod = (text: string): { periodStart: number; periodEnd: number } => {
  const [, start, end = start] = /^(\d{4})(?:[-—–~至](\d{4}))?$/.exec(text) ?? []
  if (!start || Number(start) > Number(end))
    throw new Failure(
      'usage',
      `时期写法不对：${text}，应为 2021-2035 或 2025。 Write a period as 2021-2035 or 2025.`,
    )
  return { periodStart: Number(start), periodEnd: Number(end) }
}

const readDay = (text: string): string => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new Failure('usage', `日期写法不对：${text}，应为 2021-12-31。 Write a date as 2021-12-31.`)
  return text
}

const given = (options: Options): Partial<PlanIdentity> => ({
  ...(options.plan === undefined ? {} : { id: options.plan.replace(/^plan:/, '') }),
  ...(options.title === undefined ? {} : { title: options.title }),
  ...(options.jurisdiction === undefined ? {} : { jurisdiction: options.jurisdiction }),
  ...(options.period === undefined ? {} : readPeriod(options.period)),
  ...(options.issued === undefined ? {} : { issuedAt: readDay(options.issued) }),
  ...(options.whole ? { amends: false } : {}),
  ...(options.amends === undefined ? {} : { amends: true, id: options.amends.replace(/^plan:/, '') }),
})

const run = async (context: Context, paths: readonly string[], options: Options): Promise<ExitName> => {
  if (options.amends !== undefined && (options.whole || options.plan !== undefined))
    throw new Failure(
      'usage',
      '--amends 已说明是哪个规划的修订，不能与 --whole、--plan 同用。 --amends names the plan; leave out --whole and --plan.',
    )
  const prepared = await prepare(collect(paths, given(options)))
  const queue = options.queue === true ? context.queue : options.queue || undefined
  if (options.queue && queue === undefined)
    throw new Failure('usage', '没有说明队列：--queue redis://… 或 GUITU_QUEUE。 No queue: give its address.')
  const orders = {
    supersedes: options.supersedes,
    isPlanNamed: options.plan !== undefined,
    isSure: options.yes === true,
  }
  if (options.dryRun) {
    const { dryRun } = await import('../ingest/dry-run.ts')
    return dryRun(context, prepared, orders)
  }
  if (queue !== undefined) {
    const { ingestByQueue } = await import('../ingest/by-queue.ts')
    return ingestByQueue(context, queue, prepared, orders)
  }
  const { ingestHere } = await import('../ingest/here.ts')
  return ingestHere(context, prepared, orders)
}

export const addIngest: AddCommand = (program, act) => {
  program
    .command('ingest')
    .description('读入规划文本（.txt、.md），写进图库 read plan texts into the store')
    .argument(
      '<paths...>',
      '文件或文件夹；含 plan.json 的文件夹是一个规划 files or folders; a folder with a plan.json is one plan',
    )
    .option('--plan <id>', '规划的编号 the id of the plan')
    .option('--title <title>', '规划的标题 its title')
    .option('--jurisdiction <省/市/县>', '管辖区，如 重庆市/开州区 its jurisdiction')
    .option('--period <years>', '时期，如 2021-2035 its period')
    .option('--issued <date>', '印发日期，如 2021-12-31 the day it was issued')
    .option('--supersedes <revision>', '所接替的版本 the revision that this text follows')
    .option('--amends <plan>', '只增补、调整、取消这个规划的部分内容 the text only amends parts of this plan')
    .option(
      '--whole',
      '是规划的全文，不是修订（题名像修订时用） a whole text, though its title says it amends',
    )
    .option('--dry-run', '预演：只说会增加、改变、取消什么，图库不动 only say what would change')
    .option('--yes', '明知许多内容会失效，仍然读入 go on where much would go out of force')
    .addOption(
      new Option(
        '--queue [redis://…]',
        '交给队列，由 guitu worker 处理（默认 GUITU_QUEUE） by the queue, for guitu worker',
      ),
    )
    .action(act<[string[]], Options>((context, [paths], options) => run(context, paths, options)))
}
