/**
 * A text that amends a plan, as the reader must see it: what it takes away and the old wording of what it changes are no
 * statements of it. They are blanked out, letter for letter, and put back into what was read.
 */
import { simplified } from '../document/simplified.ts'
import type { Span } from '../records.ts'
import { type Clause, clausesOf } from './clauses.ts'
import { bare, type ClauseReading, readClauses } from './read-clauses.ts'
import { type RowReading, readTable } from './table-terms.ts'
import { adjustmentTables } from './tables.ts'
import type { Term } from './terms.ts'

export type Amendment = {
  /** The text with what is not to be read blanked out; every place in it is the same as in the text. */
  readonly shown: string
  /** Verbatim clauses by which named parts of the plan go out of force. */
  readonly removes: readonly string[]
  /** Verbatim words of the plan that are struck out or replaced. */
  readonly replaces: readonly string[]
  /** The words of both, in this order, as they are read: in simplified characters. */
  readonly readAs: readonly string[]
  readonly terms: readonly Term[]
  readonly changes: readonly Change[]
}

/**
 * Words that say what something becomes, in code points, and what shows that they were read: a number, day or body that replaces
 * another; a thing with the name or the count; anything at all, where what was so far is quoted or taken away; nothing does.
 */
export type Change = Span & {
  readonly words: string
  readonly shownBy: 'value' | 'thing' | 'anything' | 'nothing'
  /** The words of the plan, verbatim, in whose place it puts others: they stay where those were not read. */
  readonly insteadOf?: string
  /** Another part of the same row was read. */
  readonly isPart?: boolean
}

/** What the text takes away, replaces and changes, and what is left of it to be read as a plan is. */
export const readAmendment = (text: string): Amendment => {
  // Words are looked up as simplified ones, at the same places, and quoted as they are written.
  const plain = simplified(text)
    .replace(/[「『]/g, '“')
    .replace(/[」』]/g, '”')
  const tables = adjustmentTables(plain)
  const rows = tables.flatMap((table) => readTable(plain, table))
  const clauses = clausesOf(
    plain,
    tables.map(({ span }) => span),
  )
  const readings = readClauses(plain, clauses)
  const inOrder = (one: Span, other: Span): number => one.start - other.start
  const removes = [...readings, ...rows].flatMap((one) => one.removes ?? []).toSorted(inOrder)
  const replaces = readings.flatMap((one) => one.replaces ?? [])
  const written = ({ start, end }: Span): string => text.slice(start, end)
  return {
    shown: blanked(
      text,
      [
        ...readings.flatMap(({ blank }) => blank),
        ...tables.flatMap(({ span, rows: own }) => headingOf(span, own[0])),
        ...rows.map(({ row }) => row),
      ].toSorted(inOrder),
    ),
    removes: removes.map(written),
    replaces: replaces.map(written),
    readAs: [...removes, ...replaces].map(({ start, end }) => plain.slice(start, end)),
    terms: [...readings.flatMap(({ term }) => term ?? []), ...rows.flatMap(({ terms }) => terms)],
    changes: [...clauses.flatMap((clause, at) => changeIn(clause, readings[at])), ...rows.flatMap(changesIn)]
      .toSorted(inOrder)
      .map(({ start, end, said, shownBy, old, isPart }) => ({
        start: codePoints(text, start),
        end: codePoints(text, end),
        words: bare(text.slice(said.start, said.end)).trim().replace(/\s+/g, ' '),
        shownBy,
        ...(old ? { insteadOf: written(old) } : {}),
        ...(isPart ? { isPart } : {}),
      })),
  }
}

type Changing = Span & {
  readonly said: Span
  readonly shownBy: Change['shownBy']
  readonly old?: Span
  readonly isPart?: boolean
}

const changeIn = (clause: Clause, reading: ClauseReading | undefined): readonly Changing[] => {
  const { start, end, kind } = clause
  const said = { start, end }
  if (kind === 'unclear') return [{ ...said, said, shownBy: 'nothing' }]
  if (kind !== 'change' && kind !== 'rename') return []
  if (reading?.term) return [changeOfTerm(reading.term, said)]
  const [old] = reading?.replaces ?? []
  if (old) return [{ ...said, said, shownBy: 'anything', old }]
  return [
    { ...said, said, shownBy: reading?.isInstead ? 'anything' : kind === 'change' ? 'value' : 'nothing' },
  ]
}

const changesIn = ({ row, terms, isUnclear }: RowReading): readonly Changing[] => [
  ...terms.map((term) => changeOfTerm(term, row)),
  ...(isUnclear
    ? [{ start: row.start, end: row.end, said: row, shownBy: 'nothing' as const, isPart: terms.length > 0 }]
    : []),
]

const changeOfTerm = ({ kind, thing, value }: Term, { start, end }: Span): Changing => {
  const isThing = kind === 'name' || kind === 'count' || kind === 'added'
  const { start: from, end: to } = isThing && kind !== 'name' ? thing : value
  return { start: from, end: to, said: { start, end }, shownBy: isThing ? 'thing' : 'value' }
}

/** A table's headings, up to its first row: nothing is said by them. */
const headingOf = ({ start, end }: Span, first: Span | undefined): readonly Span[] => [
  { start, end: first?.start ?? end },
]

/** A place of the text, in UTF-16 units, in code points. */
const codePoints = (text: string, place: number): number => Array.from(text.slice(0, place)).length

/** Of two UTF-16 units, as the letter that it stands for: a sign that is not seen. */
const WIDE_BLANK = '\u{1d159}'

const blanked = (text: string, spans: readonly Span[]): string => {
  let shown = ''
  let at = 0
  for (const { start, end } of spans) {
    const blank = Array.from(text.slice(start, end), (letter) => (letter.length > 1 ? WIDE_BLANK : ' '))
    shown += text.slice(at, start) + blank.join('')
    at = end
  }
  return shown + text.slice(at)
}
