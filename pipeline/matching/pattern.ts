/** The pattern language of rules (rules/README.md), from text to a tree. */
import { type Lexeme, lexemesOf, PatternError } from './lexemes.ts'

export type Pattern =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'edge'; readonly edge: 'start' | 'end' }
  | { readonly kind: 'not'; readonly part: Pattern }
  | { readonly kind: 'role'; readonly role: string; readonly part: Pattern }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'either'; readonly parts: readonly Pattern[] }
  | {
      readonly kind: 'repeat'
      readonly part: Pattern
      readonly least: number
      readonly most: number
      readonly isLazy: boolean
    }

type Cursor = { readonly lexemes: readonly Lexeme[]; index: number; readonly end: number }

const peek = ({ lexemes, index }: Cursor): Lexeme | undefined => lexemes[index]
const isMark = (cursor: Cursor, text: string): boolean =>
  peek(cursor)?.kind === 'mark' && peek(cursor)?.text === text
const take = (cursor: Cursor, text: string): boolean => {
  if (!isMark(cursor, text)) return false
  cursor.index += 1
  return true
}

/** Parses a pattern, or throws a PatternError that says what was expected where. */
export const parsePattern = (source: string): Pattern => {
  const cursor: Cursor = { lexemes: lexemesOf(source), index: 0, end: source.length }
  const pattern = parseEither(cursor)
  const rest = peek(cursor)
  if (rest) throw new PatternError(`Unexpected ${rest.text}, expected the end of the pattern`, rest.at)
  return pattern
}

const parseEither = (cursor: Cursor): Pattern => {
  const parts = [parseSequence(cursor)]
  while (take(cursor, '|')) parts.push(parseSequence(cursor))
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'either', parts }
}

const parseSequence = (cursor: Cursor): Pattern => {
  const parts: Pattern[] = []
  while (peek(cursor) && !isMark(cursor, ')') && !isMark(cursor, '|')) parts.push(parseItem(cursor))
  if (parts.length === 0)
    throw new PatternError('Unexpected empty part, expected "words" or a Tag', peek(cursor)?.at ?? cursor.end)
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'sequence', parts }
}

const parseItem = (cursor: Cursor): Pattern => {
  if (take(cursor, '!')) return { kind: 'not', part: parsePrimary(cursor) }
  const lexeme = peek(cursor)
  if (lexeme?.kind === 'role') {
    cursor.index += 1
    // item:Place+ takes every Place as an item of its own: the role goes inside the repetition
    return parseRepeat(cursor, { kind: 'role', role: lexeme.text, part: parsePrimary(cursor) })
  }
  return parseRepeat(cursor, parsePrimary(cursor))
}

const parsePrimary = (cursor: Cursor): Pattern => {
  const lexeme = peek(cursor)
  if (!lexeme) throw new PatternError('Unexpected end, expected "words" or a Tag', cursor.end)
  cursor.index += 1
  if (lexeme.kind === 'literal') {
    if (lexeme.text === '')
      throw new PatternError('Unexpected "", expected words between the quotes', lexeme.at)
    return { kind: 'literal', text: lexeme.text }
  }
  if (lexeme.kind === 'tag') return { kind: 'tag', tag: lexeme.text }
  if (lexeme.kind === 'mark' && lexeme.text === '^') return { kind: 'edge', edge: 'start' }
  if (lexeme.kind === 'mark' && lexeme.text === '$') return { kind: 'edge', edge: 'end' }
  if (lexeme.kind === 'mark' && lexeme.text === '(') {
    const inside = parseEither(cursor)
    if (!take(cursor, ')'))
      throw new PatternError('Unexpected end of the group, expected )', peek(cursor)?.at ?? cursor.end)
    return inside
  }
  throw new PatternError(`Unexpected ${lexeme.text}, expected "words", Tag, ( or an edge`, lexeme.at)
}

const MARKS: Readonly<Record<string, readonly [number, number]>> = {
  '?': [0, 1],
  '*': [0, Infinity],
  '+': [1, Infinity],
}

const parseRepeat = (cursor: Cursor, part: Pattern): Pattern => {
  const lexeme = peek(cursor)
  if (!lexeme) return part
  const range =
    lexeme.kind === 'count' ? rangeOf(lexeme) : lexeme.kind === 'mark' ? MARKS[lexeme.text] : undefined
  if (!range) return part
  cursor.index += 1
  return { kind: 'repeat', part, least: range[0], most: range[1], isLazy: take(cursor, '?') }
}

const MOST_COPIES = 100

const rangeOf = ({ text, at }: Lexeme): readonly [number, number] => {
  const [least = '', most] = text.slice(1, -1).split(',')
  const range = [
    Number(least),
    most === undefined ? Number(least) : most === '' ? Infinity : Number(most),
  ] as const
  const bound = Number.isFinite(range[1]) ? range[1] : range[0]
  if (range[0] > range[1] || bound > MOST_COPIES)
    throw new PatternError(`Unexpected ${text}, expected {n,m} with n ≤ m ≤ ${MOST_COPIES}`, at)
  return range
}

/** Every tag a pattern asks for. */
export const tagsIn = (pattern: Pattern): readonly string[] => {
  if (pattern.kind === 'tag') return [pattern.tag]
  if ('parts' in pattern) return pattern.parts.flatMap(tagsIn)
  return 'part' in pattern ? tagsIn(pattern.part) : []
}

/** Every role a pattern fills. */
export const rolesIn = (pattern: Pattern): readonly string[] => {
  if ('parts' in pattern) return pattern.parts.flatMap(rolesIn)
  if (pattern.kind === 'role') return [pattern.role, ...rolesIn(pattern.part)]
  return 'part' in pattern && pattern.kind !== 'not' ? rolesIn(pattern.part) : []
}
