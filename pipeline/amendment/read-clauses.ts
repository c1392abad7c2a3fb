/** What one clause of an amendment takes away, replaces or says anew, and what of it is left to be read. Offsets are UTF-16. */
import type { Span } from '../records.ts'
import type { Clause } from './clauses.ts'
import { type Label, labelBefore } from './labels.ts'
import { placeBefore, renameIn, type Term } from './terms.ts'
import { firstWord } from './words.ts'

/** Shorter quotations are names, not the wording of a clause. */
const LEAST_QUOTE = 6

/** “由60%”, “从2025年底”, “由区水利局”: the value so far; 由 and 从 are also parts of words (自由, 从业). */
const OLD_VALUE =
  /[由从]\s*(?:原来?的?)?\s*(?:[约≥≤<>]?\d[^由从]*|[^由从，]*(?:局|委|办|部门|中心|公司|政府)\s*)$/

/** What one clause does. */
export type ClauseReading = {
  /** What of it is not to be read as a plan's. */
  readonly blank: readonly Span[]
  readonly term?: Term
  readonly removes?: readonly Span[]
  readonly replaces?: readonly Span[]
  /** Something is done instead of what the clause before takes away. */
  readonly isInstead?: boolean
}

/** What each clause does; one without a name of its own is about what the one before it in its line is about. */
export const readClauses = (text: string, clauses: readonly Clause[]): readonly ClauseReading[] => {
  const readings: ClauseReading[] = []
  for (const [at, clause] of clauses.entries())
    readings.push(readingOf(clause, thingBefore(text, clauses[at - 1], readings[at - 1], clause)))
  return readings
}

const namesQuoted = (clause: Clause): readonly Span[] =>
  allQuotes(clause)
    .filter(({ words }) => words.length < LEAST_QUOTE)
    .map(({ start, end }) => ({ start, end }))

const quotesIn = (clause: Clause): readonly Quote[] =>
  allQuotes(clause).filter(({ words }) => words.length >= LEAST_QUOTE)

type Quote = Span & { readonly words: string }

const allQuotes = ({ text, start }: Clause): readonly Quote[] =>
  [...text.matchAll(/“([^“”]+)”/g)].map((match) => ({
    words: match[1] ?? '',
    start: start + match.index + 1,
    end: start + match.index + match[0].length - 1,
  }))

/** A thing that a clause may be about without naming it. */
type Thing = { readonly name: string; readonly at: number }

/** A longer clause before a comma is more than a name. */
const LONGEST_NAME = 24

/** “甲溪水库，完成时限由…，牵头单位由…”: what the clause before it in the line is about. */
const thingBefore = (
  text: string,
  before: Clause | undefined,
  reading: ClauseReading | undefined,
  { start }: Clause,
): Thing | undefined => {
  if (!before || text.slice(before.end, start).includes('\n')) return undefined
  if (reading?.term) return { name: reading.term.name, at: reading.term.thing.start }
  if (before.kind !== 'other' || !/[，,]$/.test(before.text)) return undefined
  const name = bare(before.text).slice(placeBefore(before.text)).split(/\s/).at(-1) ?? ''
  return name === '' || name.length > LONGEST_NAME
    ? undefined
    : { name, at: before.start + before.text.lastIndexOf(name) }
}

const readingOf = (clause: Clause, thing?: Thing): ClauseReading => {
  const { start, end, text, kind } = clause
  const quotes = quotesIn(clause)
  if (kind === 'lead-in' || kind === 'aside' || kind === 'unclear') return { blank: [{ start, end }] }
  if (kind === 'remove')
    return {
      blank: [{ start, end }],
      // 取消“甲溪水厂”“乙河水库扩建工程”: in marks of quotation, short words are names
      ...(quotes.length > 0
        ? { replaces: quotes, removes: namesQuoted(clause) }
        : { removes: [{ start, end: start + bare(text).length }] }),
    }
  if (kind === 'rename') return renamed(clause)
  if (kind === 'change') return changeOf(clause, quotes, thing)
  // “在第二章后增加“……””: what is added is in the quotation marks
  const [added] = quotes
  if (kind === 'add' && added && quotes.length === 1) return { blank: around(clause, added) }
  return { blank: [] }
}

/** “将“甲”修改为“乙””: 甲 goes, 乙 is read. “目标由60%调整为62%”: what stands between 由 and the word is not read. */
const changeOf = (clause: Clause, quotes: ReturnType<typeof quotesIn>, before?: Thing): ClauseReading => {
  const { start } = clause
  // “完成时限”由“2024年”调整为“2025年”: short words in marks of quotation are values and labels.
  const lead = placeBefore(clause.text)
  const text = clause.text.slice(0, lead) + clause.text.slice(lead).replace(/“([^“”]{1,7})”/g, ' $1 ')
  const word = firstWord(text, 'change')
  if (!word) return { blank: [] }
  const at = start + word.at
  if (renameIn(text)) return renamed(clause)
  const [old, next] = [quotes.find((quote) => quote.end < at), quotes.find((quote) => quote.start > at)]
  if (old && next) return { blank: around(clause, next), replaces: [old] }
  const from = OLD_VALUE.exec(text.slice(0, word.at))
  const label = labelBefore(text.slice(0, from?.index ?? word.at))
  const thing = label && (label.name.length > 1 ? { name: label.name, at: start + label.at } : before)
  if (label && thing) return termOf(clause, label.kind, thing, at + word.word.length)
  // “改为建设乙河水库”: what is built instead
  const isInstead = text.slice(0, word.at).trim() === ''
  const until = isInstead ? word.at + word.word.length : lead
  return {
    isInstead,
    blank: [
      { start, end: start + until },
      ...(from && from.index > until ? [{ start: start + from.index, end: at }] : []),
    ],
  }
}

/** “甲溪水厂牵头单位由区水利局调整为区住建委”: not as a plan writes it, so it is read apart (find-amended.ts). */
const termOf = (
  { start, end, text }: Clause,
  kind: Label['kind'],
  { name, at }: Thing,
  value: number,
): ClauseReading => ({
  blank: [{ start, end }],
  term: {
    words: bare(text),
    name,
    kind,
    thing: { start: at, end: at + name.length },
    value: unquoted({ start: value, end }, text.slice(value - start)),
  },
})

/** “区住建委” in marks of quotation, without them. */
const unquoted = ({ start, end }: Span, words: string): Span => {
  const inner = /^\s*“([^”]*)”/.exec(words)
  const at = inner ? start + words.indexOf('“') + 1 : start
  return inner ? { start: at, end: at + (inner[1]?.length ?? 0) } : { start, end }
}

/** “将甲溪水厂更名为乙河水厂” names one thing twice, and builds none. */
const renamed = ({ start, end, text }: Clause): ClauseReading => {
  const found = renameIn(text)
  if (!found) return { blank: [{ start, end }] }
  const move = (span: Span): Span => ({ start: start + span.start, end: start + span.end })
  const name = text.slice(found.thing.start, found.thing.end)
  const term = {
    words: bare(text),
    name,
    kind: 'name',
    thing: move(found.thing),
    value: move(found.value),
  } as const
  return { blank: [{ start, end }], term }
}

const around = ({ start, end, text }: Clause, kept: Span): readonly Span[] => [
  { start, end: kept.start },
  // The stop at the end of the clause ends what is kept.
  { start: kept.end, end: end - (/[。；，]$/.test(text) ? 1 : 0) },
]

/** A clause without the stop at its end. */
export const bare = (text: string): string => text.replace(/[。；;，,！？\s]+$/, '')
