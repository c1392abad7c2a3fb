/**
 * A text that amends a plan, as the reader must see it: what it takes away and the old wording of what it changes are no
 * statements of it. They are blanked out, letter for letter, and put back into what was read.
 */
import type { RevisionFacts } from '../../graph/model.ts'
import type { Span } from '../records.ts'
import { type Clause, clausesOf, unnumbered } from './clauses.ts'
import { type Label, labelBefore } from './labels.ts'
import { firstWord } from './words.ts'

export type Amendment = {
  /** The text with what is not to be read blanked out; every place in it is the same as in the text. */
  readonly shown: string
  /** Verbatim clauses by which named parts of the plan go out of force. */
  readonly removes: readonly string[]
  /** Verbatim words of the plan that are struck out or replaced. */
  readonly replaces: readonly string[]
  readonly terms: readonly Term[]
  /** Clauses that say what something becomes; in code points. */
  readonly changes: readonly (Span & { readonly words: string })[]
}

/** Shorter quotations are names, not the wording of a clause. */
const LEAST_QUOTE = 6

/** “由60%”, “从2025年底”, “由区水利局”: the value so far; 由 and 从 are also parts of words (自由, 从业). */
const OLD_VALUE = /[由从](?:原来?的?)?(?:[约≥≤<>]?\d[^由从]*|[^由从，]*(?:局|委|办|部门|中心|公司|政府))$/

/** What an amendment says anew of a thing that it names. */
export type Term = {
  /** The whole clause. */
  readonly words: string
  readonly name: string
  readonly kind: Label['kind']
  readonly thing: Span
  readonly value: Span
}

type Reading = {
  readonly blank: readonly Span[]
  readonly term?: Term
  readonly removes?: string
  readonly replaces?: readonly string[]
}

/** What the text takes away, replaces and changes, and what is left of it to be read as a plan is. */
export const readAmendment = (text: string): Amendment => {
  const clauses = clausesOf(text)
  const readings: Reading[] = []
  for (const [at, clause] of clauses.entries())
    readings.push(readingOf(clause, thingBefore(text, clauses[at - 1], readings[at - 1], clause)))
  return {
    shown: blanked(
      text,
      readings.flatMap(({ blank }) => blank),
    ),
    removes: readings.flatMap(({ removes }) => (removes === undefined ? [] : [removes])),
    replaces: readings.flatMap(({ replaces = [] }) => replaces),
    terms: readings.flatMap(({ term }) => term ?? []),
    changes: clauses
      .filter(({ kind }) => kind === 'change')
      .map(({ start, end, text: words }) => ({
        start: codePoints(text, start),
        end: codePoints(text, end),
        words: bare(words),
      })),
  }
}

/** A place of the text, in UTF-16 units, in code points. */
const codePoints = (text: string, place: number): number => Array.from(text.slice(0, place)).length

const quotesIn = ({ text, start }: Clause): readonly (Span & { readonly words: string })[] =>
  [...text.matchAll(/“([^“”]+)”/g)]
    .filter(([, words = '']) => words.length >= LEAST_QUOTE)
    .map((match) => ({
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
  reading: Reading | undefined,
  { start }: Clause,
): Thing | undefined => {
  if (!before || text.slice(before.end, start).includes('\n')) return undefined
  if (reading?.term) return { name: reading.term.name, at: reading.term.thing.start }
  if (before.kind !== 'other' || !/[，,]$/.test(before.text)) return undefined
  const name =
    unnumbered(bare(before.text))
      .split(/\s|^[将把]/)
      .at(-1) ?? ''
  return name === '' || name.length > LONGEST_NAME
    ? undefined
    : { name, at: before.start + before.text.lastIndexOf(name) }
}

const readingOf = (clause: Clause, thing?: Thing): Reading => {
  const { start, end, text, kind } = clause
  const quotes = quotesIn(clause)
  if (kind === 'lead-in') return { blank: [{ start, end }] }
  if (kind === 'remove') {
    const words = quotes.map((quote) => quote.words)
    return { blank: [{ start, end }], ...(words.length > 0 ? { replaces: words } : { removes: bare(text) }) }
  }
  if (kind === 'change') return changeOf(clause, quotes, thing)
  // “在第二章后增加“……””: what is added is in the quotation marks
  const [added] = quotes
  if (kind === 'add' && added && quotes.length === 1) return { blank: around(clause, added) }
  return { blank: [] }
}

/** “将“甲”修改为“乙””: 甲 goes, 乙 is read. “目标由60%调整为62%”: what stands between 由 and the word is not read. */
const changeOf = (clause: Clause, quotes: ReturnType<typeof quotesIn>, before?: Thing): Reading => {
  const { text, start } = clause
  const word = firstWord(text, 'change')
  if (!word) return { blank: [] }
  const at = start + word.at
  const [old, next] = [quotes.find((quote) => quote.end < at), quotes.find((quote) => quote.start > at)]
  if (old && next) return { blank: around(clause, next), replaces: [old.words] }
  const from = OLD_VALUE.exec(text.slice(0, word.at))
  const label = labelBefore(text.slice(0, from?.index ?? word.at))
  const thing = label && (label.name.length > 1 ? { name: label.name, at: start + label.at } : before)
  if (label && thing) return termOf(clause, label.kind, thing, at + word.word.length)
  // “改为建设乙河水库”: what is built instead
  const isInstead = text.slice(0, word.at).trim() === ''
  const lead = isInstead ? word.at + word.word.length : (/^\s*[将把]/.exec(text)?.[0].length ?? 0)
  return {
    blank: [
      { start, end: start + lead },
      ...(from && from.index > lead ? [{ start: start + from.index, end: at }] : []),
    ],
  }
}

/** “甲溪水厂牵头单位由区水利局调整为区住建委”: not as a plan writes it, so it is read apart (find-amended.ts). */
const termOf = (
  { start, end, text }: Clause,
  kind: Label['kind'],
  { name, at }: Thing,
  value: number,
): Reading => ({
  blank: [{ start, end }],
  term: {
    words: bare(text),
    name,
    kind,
    thing: { start: at, end: at + name.length },
    value: { start: value, end },
  },
})

const around = ({ start, end, text }: Clause, kept: Span): readonly Span[] => [
  { start, end: kept.start },
  // The stop at the end of the clause ends what is kept.
  { start: kept.end, end: end - (/[。；，]$/.test(text) ? 1 : 0) },
]

const bare = (text: string): string => text.replace(/[。；;，,！？\s]+$/, '').trimStart()

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

/** The facts of a text that amends: its revision says so, and what it takes away counts as understood. */
export const asAmendment = (facts: RevisionFacts, amendment: Amendment): RevisionFacts => {
  const { removes, replaces, terms } = amendment
  const { revision } = facts
  const unread = new Set(unreadChanges(facts, amendment).map(({ words }) => words))
  const readTerms = terms.filter(({ words }) => !unread.has(words))
  return {
    ...facts,
    revision: {
      ...revision,
      amends: true,
      ...(removes.length > 0 ? { removes } : {}),
      ...(replaces.length > 0 ? { replaces } : {}),
      sentences: revision.sentences + removes.length + terms.length,
      understood: revision.understood + removes.length + readTerms.length,
    },
  }
}

/** Clauses that say what something becomes, of which nothing was read: what the plan said before stays in force. */
export const unreadChanges = (
  facts: RevisionFacts,
  { changes }: Amendment,
): readonly Amendment['changes'][number][] => {
  const read = facts.statements.flatMap(({ basis, evidence }) => (basis === 'inferred' ? [] : evidence))
  return changes.filter(({ start, end }) => !read.some((one) => one.start < end && start < one.end))
}
