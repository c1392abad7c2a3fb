/** One row a statement: its clause, and in 〔〕 the heading that lends its place or subject. */
import type { Row } from '../graph/store.ts'

/** Said under a table that shows headings. */
export const HEADINGS = '〔〕内是标题、专栏名或表头 in 〔〕: a heading, box title or table header'

const text = (value: Row[string] | undefined): string => (typeof value === 'string' ? value : '')

const marked = ({ quote, part }: Row): string => (part === 'heading' ? `〔${text(quote)}〕` : text(quote))

/** Cards list a statement once for each thing that they are about, a section once for each paragraph. */
const KEY = ['statement', 'project', 'place', 'direction', 'text'] as const
const keyOf = (row: Row): string | undefined =>
  typeof row.statement === 'string' ? JSON.stringify(KEY.map((column) => row[column] ?? null)) : undefined

/** Paths that are no beginning of another: the box is named by the path of what stands in it. */
export const deepest = (paths: readonly string[]): readonly string[] =>
  [...new Set(paths)].filter((path) => path !== '' && !paths.some((other) => other.startsWith(`${path} ›`)))

/** Each once, headings after clauses. */
const lines = (one: string, other: string): readonly string[] =>
  [...new Set([...one.split('\n'), other])].toSorted(
    (a, b) => Number(a.startsWith('〔')) - Number(b.startsWith('〔')),
  )

const join = (one: Row, other: Row): Row => ({
  ...one,
  quote: lines(text(one.quote), marked(other)).join('\n'),
  section: deepest(lines(text(one.section), text(other.section))).join('\n'),
})

/** Rows of one statement become one, where the first stood; the rest stay as they are, headings marked. */
export const joinQuotes = (rows: readonly Row[]): readonly Row[] => {
  const places = new Map<string, number>()
  const joined: Row[] = []
  for (const row of rows) {
    const key = keyOf(row)
    const place = key === undefined ? undefined : places.get(key)
    const first = place === undefined ? undefined : joined[place]
    if (first !== undefined && place !== undefined) joined[place] = join(first, row)
    else {
      if (key !== undefined) places.set(key, joined.length)
      joined.push(typeof row.quote === 'string' ? { ...row, quote: marked(row) } : row)
    }
  }
  return joined
}

/** Whether a quote shows a heading. */
export const showsHeading = ({ quote }: Row): boolean => /^〔/m.test(text(quote))
