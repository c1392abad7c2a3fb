/** `npm start`: reads the Kaizhou plan into the store of the checkout and answers the main question about it. */
import { join } from 'node:path'
import type { RevisionHeld } from '../../graph/revisions.ts'
import type { GraphStore } from '../../graph/store.ts'
import type { Knowledge } from '../../pipeline/knowledge.ts'
import { drawAnswer, rowsShown } from '../answer.ts'
import type { AddCommand } from '../command.ts'
import { type Context, ROOT } from '../context.ts'
import type { ExitName } from '../exit-codes.ts'
import { collect } from '../ingest/collect.ts'
import { ingestInto, loadReader } from '../ingest/here.ts'
import { type Prepared, prepare } from '../ingest/prepare.ts'
import { coverageOf, drawCoverage, drawIngested } from '../ingest/report.ts'
import { saidBeside } from '../say-question.ts'

const PLAN = 'corpus/kaizhou'
const QUESTION = '哪些项目服务于浦里？'

/** The revision that holds this text under today's rules and is in force: nothing is left to do. */
const heldInForce = async (
  store: GraphStore,
  { document, identity, corrections }: Prepared,
  { version }: Knowledge,
): Promise<RevisionHeld | undefined> => {
  const { readRevisions } = await import('../../graph/revisions.ts')
  const { sameCorrections } = await import('../../pipeline/run/held-corrections.ts')
  return (await readRevisions(store)).find(
    ({ plan, inForce, properties }) =>
      inForce &&
      plan === `plan:${identity.id}` &&
      properties.textSha256 === document.textSha256 &&
      properties.rules === version &&
      (corrections === undefined || sameCorrections({ properties }, corrections)),
  )
}

const drawHeld = ({ id, properties }: RevisionHeld, title: string): string =>
  `${title}\n已在效力中，无需改动 already in force, nothing to change · ${id}\n${drawCoverage(coverageOf(properties))}`

/** Says what was found in the plan, reading it only where the store does not hold it yet. */
const bringIn = async (
  context: Context,
  store: GraphStore,
  prepared: Prepared,
  knowledge: Knowledge,
): Promise<string> => {
  const held = await heldInForce(store, prepared, knowledge)
  if (held) return drawHeld(held, prepared.identity.title)
  const ingested = await ingestInto(context, store, { prepared: [prepared], knowledge, isSure: true })
  return ingested.map((one) => drawIngested(one, context.output.room)).join('\n')
}

const run = async (context: Context): Promise<ExitName> => {
  const { answerQuestion } = await import('./ask.ts')
  const { output } = context
  output.note('规图 Guitu：把规划文本读成可核对的图谱 reads plan texts into a graph that can be checked')
  const prepared = await prepare(collect([join(ROOT, PLAN)], {}))
  const knowledge = await loadReader()
  const work = async (store: GraphStore) => {
    const found: string[] = []
    for (const one of prepared) found.push(await bringIn(context, store, one, knowledge))
    return { found, answer: await answerQuestion(store, QUESTION, {}) }
  }
  const { found, answer } = await context.withStore('write', work, true)
  if (context.json) output.json(answer)
  else {
    for (const one of found) output.answer(one)
    output.answer(`\n${QUESTION} Which projects serve Puli?`)
    for (const line of saidBeside(answer)) output.answer(line)
    output.answer(drawAnswer(answer.query, answer.rows, output.room, context.full))
    output.answer(
      `${rowsShown(answer.query, answer.rows).length} 行 rows · 再问 ask more: npx guitu ask "…" · 全部命令 all commands: npx guitu --help`,
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
