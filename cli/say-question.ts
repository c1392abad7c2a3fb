/** Says how a question was taken: which query, what its names mean, what was left out; or why it was not understood. */
import type { Row } from '../graph/store.ts'
import type { Parameter, Unclear, Understanding } from '../queries/understand.ts'
import type { Meaning } from '../queries/what-was-meant.ts'
import { rowsShown } from './answer.ts'
import { Failure } from './failure.ts'
import { heading, labelled, word } from './labels.ts'

type Answered = Understanding & { readonly rows: readonly Row[] }

const ofKaizhou = '（例子取自开州规划 examples from the Kaizhou plan）'

const reasonOf = ({ unclear, names, candidates }: Unclear): string => {
  const named = names.map((name) => `“${name}”`).join('、')
  switch (unclear) {
    case 'no-cue':
      return `没有听懂这个问题${named === '' ? '' : `，图中也没有 ${named}`}，可以这样问${ofKaizhou}。 Not understood; you can ask:`
    case 'several':
      return `这个问题有几种意思，请像下面这样说得更具体${ofKaizhou}。 Several meanings; ask more precisely:`
    case 'no-name':
      return named === ''
        ? `问题里没有图中的名称，请像这样写出名称${ofKaizhou}。 The question names nothing in the graph; name something:`
        : `图中没有找到所问的名称 ${named}：请检查写法，或先读入说到它的规划${candidates.length === 0 ? '。' : `；可以这样问${ofKaizhou}。`} The graph holds nothing of this name; check it.`
    case 'many-names':
      return '这个名称可以指好几个，请写出其中一个。 This name may mean several; write one of them:'
  }
}

/** Why a question has no answer, with what can be asked instead. */
export const unclearQuestion = (unclear: Unclear): Failure =>
  new Failure(
    'unclear',
    reasonOf(unclear),
    unclear.unclear === 'many-names'
      ? unclear.names
      : unclear.candidates.map(({ chinese, english }) => `${chinese} ${english}`),
  )

/** An id is shown by the name that it ends in. */
const bare = (value: unknown): string => String(value).replace(/^[a-z]+:.*\//, '')

const shownValue = (name: string, value: Parameter): string =>
  Array.isArray(value) ? value.map(bare).join('、') : labelled(name, bare(value))

/** 部门 for departments: what a parameter is called, in this query or everywhere, or as the column is. */
const parameterName = (query: string, name: string): string =>
  [word(query, name), word('parameter', name)].find((one) => one !== name) ?? heading(name)

/** Which question was answered, so that a misunderstanding is seen. */
export const sayQuestion = async ({ query, parameters, rows }: Answered): Promise<string> => {
  const { query: find } = await import('../queries/catalogue.ts')
  const said = Object.entries(parameters).filter(([, value]) => value !== null)
  const values = said.map(([name, value]) => `${parameterName(query, name)}: ${shownValue(name, value)}`)
  return [
    `理解为 taken as: ${find('ask', query).header.chinese}`,
    [...values, `${rowsShown(query, rows).length} 行 rows`, `[${query}]`].join(' · '),
  ].join('\n')
}

/** A name that is just what was typed needs no word. */
const isPlain = ({ means, read, alike }: Meaning): boolean =>
  means.length === 1 && means[0]?.by === 'name' && read === undefined && alike.length === 0

/** How often each place that was meant is behind a row. */
const countsOf = (rows: readonly Row[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { asked, department } of rows)
    for (const name of Array.isArray(asked) ? asked : [department])
      if (typeof name === 'string') counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

const sayMeaning = ({ asked, read, means, alike }: Meaning, rows: readonly Row[]): string => {
  const counts = countsOf(rows)
  const isCounted = means.some(({ name }) => counts.has(name))
  const listed = means.map(({ name, by, scope }) => {
    // Rows say the name alone: of two that share it no count can be given.
    const count = isCounted && scope === undefined ? [`${counts.get(name) ?? 0} 行`] : []
    return `${name}（${[scope ?? [], word('by', by), ...count].flat().join('，')}）`
  })
  return [
    `“${asked}”${read === undefined ? '' : `读作“${read}”，`}指 means：${listed.join('、')}`,
    ...(alike.length === 0
      ? []
      : [
          `  同音而未列入 same pinyin, left out：${alike.join('、')}。要问它，请写汉字。 To ask of it, write its characters.`,
        ]),
  ].join('\n')
}

/** Rows by whether the text says so, for the questions whose rows mix both. */
const sayBasis = (rows: readonly Row[]): readonly string[] => {
  const inferred = new Set(rows.filter(({ basis }) => basis === 'inferred').map(({ statement }) => statement))
  const stated = new Set(rows.map(({ statement }) => statement))
  if (inferred.size === 0) return []
  return [
    `原文写明 from the text：${stated.size - inferred.size} 条；推定 inferred：${inferred.size} 条，来自职责目录的常规分工，规划没有这样说 usual duties, not said by the plan`,
  ]
}

const sayWhole = ({ whole, query }: Answered): readonly string[] => {
  if (whole === undefined) return []
  const { name, jurisdictions } = whole
  const isOwn = jurisdictions.length === 1 && jurisdictions[0]?.endsWith(name)
  const seat = isOwn
    ? `“${name}”是规划的整个辖区`
    : `“${name}”包含这些规划的辖区（${jurisdictions.join('、')}）`
  return query === 'projects-by-category-and-phase'
    ? [
        `${seat}：列出其规划中的项目，不论原文是否写明服务于何处；写明的见“${word('column', 'places')}”一列。 The whole jurisdiction: projects of its plans, with the places that the text names.`,
      ]
    : [`${seat}：列出其规划所说的。 The whole jurisdiction: what its plans say.`]
}

/** What a reader must know to judge the answer, a line each: meanings of names, words left out, what is not from the text. */
export const saidBeside = (answer: Answered): readonly string[] => [
  ...answer.meanings
    .filter((meaning) => !isPlain(meaning))
    .map((meaning) => sayMeaning(meaning, rowsShown(answer.query, answer.rows))),
  ...sayWhole(answer),
  ...(answer.unused.length > 0 ? [`没有用到这些词 not taken into account：${answer.unused.join('、')}`] : []),
  ...sayBasis(answer.rows),
]

/** Questions that have an answer of anything that the graph names. */
const NEXT: Readonly<Record<string, string>> = { place: '的概况', project: '的情况' }

/** An answer without rows: what that means, and what to ask of the same names. */
export const sayNothing = ({ meanings }: Answered): string => {
  const next = meanings.flatMap(({ topic, means }) =>
    NEXT[topic] === undefined ? [] : means.slice(0, 3).map(({ name }) => `${name}${NEXT[topic]}`),
  )
  return [
    '图中没有这样的内容：规划没有这样说，或者说了而没有读懂（guitu coverage 列出没有读懂的句子）。',
    'Nothing of this in the graph: the plan does not say it, or it was not understood (guitu coverage lists such sentences).',
    ...(next.length > 0 ? [`可以再问 you can ask：${next.join('、')}`] : []),
  ].join('\n')
}
