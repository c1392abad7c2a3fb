/** `guitu ask`: a question in Chinese or English, answered by one query of the catalogue. */
import type { GraphReader, Plain, Row } from '../../graph/store.ts'
import type { Given, Understanding } from '../../queries/understand.ts'
import { drawAnswer } from '../answer.ts'
import { AS_OF, AS_OF_HELP, withStoreAsOf } from '../as-of.ts'
import type { AddCommand } from '../command.ts'
import type { Context } from '../context.ts'
import type { ExitName } from '../exit-codes.ts'
import { Failure } from '../failure.ts'

const TOPICS = [
  'place',
  'project',
  'indicator',
  'department',
  'document',
  'section',
  'year',
  'category',
  'phase',
] as const

type Options = { readonly [topic in (typeof TOPICS)[number]]?: string } & { readonly asOf?: string }

const HELP: Record<(typeof TOPICS)[number], string> = {
  place: '地名、简称或拼音 a place by name, alias or pinyin',
  project: '项目 a project',
  indicator: '指标 an indicator',
  department: '部门 a department',
  document: '所引文件 a cited document',
  section: '章节，如 第三章、专栏6 a section by number or title',
  year: '年份，如 2025 a year',
  category: '项目类别，如 road a category of projects',
  phase: '项目阶段，如 start a phase of projects',
}

const REASONS = {
  'no-cue': '没有听懂这个问题。可以这样问 Not understood; you can ask:',
  several: '这个问题有几种意思，请说得更具体 Several meanings; ask more precisely:',
  'no-name': '图中没有找到所问的名称，请检查名称或先读入规划 Names nothing in the graph; check the name:',
} as const

/** The answer's rows with the query that gave them. */
export type Answer = Understanding & { readonly rows: readonly Row[] }

/** Rejects with a Failure that lists what can be asked when the question is unclear. */
export const answerQuestion = async (store: GraphReader, question: string, given: Given): Promise<Answer> => {
  const { statementOf } = await import('../../queries/catalogue.ts')
  const { piecesOfQuestion } = await import('../../queries/question-pieces.ts')
  const { understand } = await import('../../queries/understand.ts')
  const { pieces, keys } = piecesOfQuestion(question)
  const entities = await store.read(statementOf('ask', 'entities-named'), { pieces, keys })
  const understood = understand(question, entities as unknown as Parameters<typeof understand>[1], given)
  if ('unclear' in understood)
    throw new Failure(
      'unclear',
      REASONS[understood.unclear],
      understood.candidates.map(({ query, chinese, english }) => `${chinese} ${english} [${query}]`),
    )
  const rows = await store.read(statementOf('ask', understood.query), understood.parameters)
  return { ...understood, rows: rows.map(inOrder) }
}

/** Engines give a map's keys in orders of their own; the same answer is the same text. */
const inOrder = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [column, sortKeys(value)]))

const sortKeys = (value: Plain): Plain => {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, one]) => [key, sortKeys(one)]))
}

/** Which question was answered, so that a misunderstanding is seen. */
const restate = async ({ query, parameters, rows }: Answer): Promise<string> => {
  const { query: find } = await import('../../queries/catalogue.ts')
  const said = Object.entries(parameters).filter(([, value]) => value !== null)
  const values = said.map(([name, value]) => `${name}=${value}`).join(' ')
  return `${find('ask', query).header.chinese}\n[${query}${values === '' ? '' : ` ${values}`}] ${rows.length} 行 rows`
}

const run = async (context: Context, words: readonly string[], options: Options): Promise<ExitName> => {
  const given: Given = Object.fromEntries(
    TOPICS.flatMap((topic) => (options[topic] ? [[topic, options[topic]]] : [])),
  )
  const answer = await withStoreAsOf(context, options.asOf, (store) =>
    answerQuestion(store, words.join(' '), given),
  )
  if (context.json) context.output.json(answer)
  else {
    context.output.note(await restate(answer))
    if (answer.unused.length > 0)
      context.output.note(`没有用到这些词 not taken into account: ${answer.unused.join('、')}`)
    context.output.answer(
      answer.rows.length === 0
        ? '图中没有 nothing in the graph'
        : drawAnswer(answer.query, answer.rows, context.output.room, context.full),
    )
  }
  return 'done'
}

export const addAsk: AddCommand = (program, act) => {
  const command = program
    .command('ask')
    .description('用中文或英文提问 ask in Chinese or English')
    .argument('<question...>', '问题，如 “哪些项目服务于浦里？” the question')
  for (const topic of TOPICS) command.option(`--${topic} <${topic}>`, HELP[topic])
  command.option(AS_OF, AS_OF_HELP)
  command.action(act<[string[]], Options>((context, [words], options) => run(context, words, options)))
}
