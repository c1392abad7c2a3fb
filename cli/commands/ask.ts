/** `guitu ask`: a question in Chinese or English, answered by one query of the catalogue. */
import type { GraphReader, Plain, Row } from '../../graph/store.ts'
import { askables } from '../../queries/question-table.ts'
import type { Given, Understanding } from '../../queries/understand.ts'
import { drawAnswer } from '../answer.ts'
import { AS_OF, AS_OF_HELP, withStoreAsOf } from '../as-of.ts'
import type { AddCommand } from '../command.ts'
import type { Context } from '../context.ts'
import type { ExitName } from '../exit-codes.ts'
import { saidBeside, sayNothing, sayQuestion, unclearQuestion } from '../say-question.ts'

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

/** The answer's rows with the query that gave them. */
export type Answer = Understanding & { readonly rows: readonly Row[] }

/** Rejects with a Failure that lists what can be asked when the question is unclear. */
export const answerQuestion = async (store: GraphReader, question: string, given: Given): Promise<Answer> => {
  const { statementOf } = await import('../../queries/catalogue.ts')
  const { piecesOfQuestion } = await import('../../queries/question-pieces.ts')
  const { understand } = await import('../../queries/understand.ts')
  const { pieces, keys } = piecesOfQuestion([question, ...Object.values(given)].join(' '))
  const entities = await store.read(statementOf('ask', 'entities-named'), { pieces, keys })
  const understood = understand(question, entities as unknown as Parameters<typeof understand>[1], given)
  if ('unclear' in understood) throw unclearQuestion(understood)
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

const run = async (context: Context, words: readonly string[], options: Options): Promise<ExitName> => {
  const given: Given = Object.fromEntries(
    TOPICS.flatMap((topic) => (options[topic] ? [[topic, options[topic]]] : [])),
  )
  const answer = await withStoreAsOf(context, options.asOf, (store) =>
    answerQuestion(store, words.join(' '), given),
  )
  if (context.json) context.output.json(answer)
  else {
    const { output, full } = context
    output.note(await sayQuestion(answer))
    for (const line of saidBeside(answer)) output.answer(line)
    output.answer(
      answer.rows.length === 0
        ? sayNothing(answer)
        : drawAnswer(answer.query, answer.rows, output.room, full),
    )
  }
  return 'done'
}

const examples = (): string => askables.map(({ chinese, english }) => `  ${chinese} ${english}`).join('\n')

export const addAsk: AddCommand = (program, act) => {
  const command = program
    .command('ask')
    .description('用中文或英文提问 ask in Chinese or English')
    .argument('<question...>', '问题，如 “哪些项目服务于浦里？” the question')
    .addHelpText(
      'after',
      () => `\n可以这样问（以开州规划为例） You can ask, of the Kaizhou plan:\n${examples()}\n`,
    )
  for (const topic of TOPICS) command.option(`--${topic} <${topic}>`, HELP[topic])
  command.option(AS_OF, AS_OF_HELP)
  command.action(act<[string[]], Options>((context, [words], options) => run(context, words, options)))
}
