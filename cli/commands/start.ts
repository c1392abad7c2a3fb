/** `npm start`: reads the Kaizhou plan into the store of the checkout and answers the main question about it. */
import { join } from 'node:path'
import { drawAnswer } from '../answer.ts'
import type { AddCommand } from '../command.ts'
import { type Context, ROOT } from '../context.ts'
import type { ExitName } from '../exit-codes.ts'
import { collect } from '../ingest/collect.ts'
import { prepare } from '../ingest/prepare.ts'

const PLAN = 'corpus/kaizhou'
const QUESTION = '哪些项目服务于浦里？'

const run = async (context: Context): Promise<ExitName> => {
  const { ingestInto } = await import('../ingest/here.ts')
  const { drawIngested } = await import('../ingest/report.ts')
  const { answerQuestion } = await import('./ask.ts')
  const { output } = context
  output.note('规图 Guitu：把规划文本读成可核对的图谱 reads plan texts into a graph that can be checked')
  const prepared = await prepare(collect([join(ROOT, PLAN)], {}))
  const { ingested, answer } = await context.withStore(
    'write',
    async (store) => ({
      ingested: await ingestInto(context, store, prepared),
      answer: await answerQuestion(store, QUESTION, {}),
    }),
    true,
  )
  if (context.json) output.json({ ingested, answer })
  else {
    for (const one of ingested) output.answer(drawIngested(one, output.room))
    output.answer(`\n${QUESTION} Which projects serve Puli?`)
    output.answer(drawAnswer(answer.query, answer.rows, output.room))
    output.answer(
      `${answer.rows.length} 行 rows · 再问 ask more: npx guitu ask "…" · 全部命令 all commands: npx guitu --help`,
    )
  }
  return 'done'
}

export const addStart: AddCommand = (program, act) => {
  program
    .command('start')
    .description(
      '读入开州规划并回答“哪些项目服务于浦里” ingest the Kaizhou plan and answer the main question',
    )
    .action(act((context) => run(context)))
}
