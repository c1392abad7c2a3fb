/**
 * The grammar of quantities in plan texts: numerals, scales, units, ranges, ratios and comparators.
 * Offsets are UTF-16 code units, counted from `offset` + the text's start.
 */
import type { Comparator } from '../../graph/model.ts'
import type { Knowledge } from '../knowledge.ts'
import type { Span } from '../records.ts'
import {
  type ComparatorWords,
  comparatorAfter,
  comparatorBefore,
  comparatorWords,
} from './numbers/comparators.ts'
import { type Numeral, numeralAt } from './numbers/numerals.ts'
import { type UnitWord, unitAt, unitWords } from './numbers/units.ts'

export type Quantity = {
  /** From the first numeral to the end of the unit. */
  readonly span: Span
  /** The span with the comparators beside it: “不低于98%”, “350天以上”. */
  readonly whole: Span
  readonly value: number
  /** The upper end of a range, or the further parts of a ratio of three (13：40.5：46.5). */
  readonly max?: number
  readonly parts?: readonly number[]
  readonly comparator: Comparator
  /** As written, scale included (万人); '' for a bare number; ':1' or '1:' for a ratio. */
  readonly unit: string
  /** rate, money, people, measure, time, count, ratio, or bare. */
  readonly kind: string
  /** The comparator word before, where there is one: 增长, 不低于. */
  readonly word?: string
  readonly han: boolean
}

type Words = { readonly units: readonly UnitWord[]; readonly comparators: ComparatorWords }
type Part = {
  readonly numeral: Numeral
  readonly unit: string
  readonly kind: string
  readonly end: number
  readonly more: boolean
  readonly scale: string
}

// 万亿 before 万, so that 3万亿元 keeps its scale.
const SCALE = /^(?:万亿|千万|百万|亿|万)/
const RANGE = /^\s*(?:-|—|–|―|－|~|～|至|到)+\s*/
const RATIO = /^\s*[:：∶]\s*/

// Texts drawn from PDF set figures apart: “达到 25 万平方米 以上”.
const gapAt = (text: string, at: number): number => (/^[ \u3000\u00a0]/.test(text.slice(at, at + 1)) ? 1 : 0)

const partAt = (text: string, at: number, words: Words): Part | undefined => {
  const numeral = numeralAt(text, at)
  if (!numeral) return undefined
  const bare = at + numeral.length
  const apart = bare + gapAt(text, bare)
  const scale = SCALE.exec(text.slice(apart))?.[0] ?? ''
  const scaled = scale === '' ? bare : apart + scale.length
  const between = words.comparators.between.find(({ word }) => text.startsWith(word, scaled))
  const from = scaled + (between?.word.length ?? 0)
  const start = unitAt(text, from, words.units) ? from : from + gapAt(text, from)
  const unit = unitAt(text, start, words.units)
  return {
    numeral,
    scale,
    unit: scale + (unit?.kept ?? ''),
    kind: unit?.kind ?? (scale ? 'count' : 'bare'),
    end: unit ? start + unit.length : scaled,
    // “100多年”: the word between belongs to the number only when a unit follows.
    more: between !== undefined && unit !== undefined,
  }
}

// G318, S5线, T3, 第3批, V2.0: a number that is part of a name.
const isName = (text: string, at: number): boolean =>
  /[A-Za-z0-9０-９.．第]$/.test(text.slice(0, at)) ||
  /[〇零一二两三四五六七八九十百千]$/.test(text.slice(0, at))

const isYear = (part: Part): boolean =>
  part.unit === '年' && part.numeral.value >= 1900 && part.numeral.value <= 2100

const ratioAt = (
  text: string,
  at: number,
  first: Numeral,
): { values: readonly number[]; end: number } | undefined => {
  const values = [first.value]
  let end = at + first.length
  for (let mark = RATIO.exec(text.slice(end)); mark; mark = RATIO.exec(text.slice(end))) {
    const start = end + mark[0].length
    const next = numeralAt(text, start)
    // “9:00”: a time of day; “附件1：2023年”: a numbered title
    if (
      !next ||
      next.han ||
      /^0[0-9]/.test(text.slice(start)) ||
      /^[年月]/.test(text.slice(start + next.length))
    )
      break
    values.push(next.value)
    end = start + next.length
  }
  return values.length > 1 && !/[表图件栏款条项]$/.test(text.slice(0, at)) ? { values, end } : undefined
}

const ratio = (
  text: string,
  at: number,
  numeral: Numeral,
  words: Words,
): (Omit<Quantity, 'span' | 'whole'> & { end: number }) | undefined => {
  const found = numeral.han ? undefined : ratioAt(text, at, numeral)
  if (!found) return undefined
  const [a = 0, b = 0] = found.values
  const comparator = comparatorAfter(text, found.end, words.comparators)?.comparator ?? '='
  const common = { comparator, kind: 'ratio', han: false, end: found.end }
  if (found.values.length > 2) return { ...common, value: a, parts: found.values, unit: '' }
  return a === 1 && b !== 1 ? { ...common, value: b, unit: '1:' } : { ...common, value: a, unit: `:${b}` }
}

const rangeEnd = (text: string, first: Part, words: Words): Part | undefined => {
  const mark = RANGE.exec(text.slice(first.end))
  const last = mark ? partAt(text, first.end + mark[0].length, words) : undefined
  if (!last || last.numeral.han !== first.numeral.han || last.kind === 'bare' || isYear(last))
    return undefined
  const shares = first.unit === '' || first.unit === last.unit || first.unit === last.scale
  return shares && last.numeral.value > first.numeral.value ? last : undefined
}

const quantityAt = (
  text: string,
  at: number,
  words: Words,
): (Omit<Quantity, 'span' | 'whole'> & { end: number; wholeEnd: number; wholeStart: number }) | undefined => {
  const first = partAt(text, at, words)
  if (!first || isName(text, at) || isYear(first)) return undefined
  const word = comparatorBefore(text, at, words.comparators)
  const before = word && word.notKind !== '' && word.notKind === first.kind ? undefined : word
  const wholeStart = before ? text.lastIndexOf(before.word, at) : at
  const asRatio = ratio(text, at, first.numeral, words)
  if (asRatio) return { ...asRatio, wholeStart, wholeEnd: asRatio.end }
  const last = rangeEnd(text, first, words)
  const end = last?.end ?? first.end
  const after = comparatorAfter(text, end + gapAt(text, end), words.comparators)
  const more = (last ?? first).more ? ('>' as const) : undefined
  return {
    value: first.numeral.value,
    ...(last ? { max: last.numeral.value } : {}),
    comparator: last ? 'range' : (after?.comparator ?? more ?? before?.comparator ?? '='),
    unit: (last ?? first).unit,
    kind: (last ?? first).kind,
    ...(before ? { word: before.word } : {}),
    han: first.numeral.han,
    end,
    wholeStart,
    wholeEnd: after ? end + gapAt(text, end) + after.word.length : end,
  }
}

/**
 * Every quantity of `text`, in order, none overlapping. A Han numeral counts only with a unit (三幅), a bare Arabic one
 * is given with unit ''. Years and dates are no quantities.
 */
export const findQuantities = (text: string, offset: number, knowledge: Knowledge): readonly Quantity[] => {
  const words = { units: unitWords(knowledge), comparators: comparatorWords(knowledge) }
  const found: Quantity[] = []
  let at = 0
  while (at < text.length) {
    const numeral = numeralAt(text, at)
    if (!numeral) {
      at += 1
      continue
    }
    const quantity = quantityAt(text, at, words)
    const usable = quantity && !(quantity.han && quantity.kind === 'bare')
    if (usable) {
      const { end, wholeStart, wholeEnd, ...rest } = quantity
      const span = { start: offset + at, end: offset + end }
      found.push({ ...rest, span, whole: { start: offset + wholeStart, end: offset + wholeEnd } })
    }
    at = usable ? quantity.end : at + numeral.length
  }
  return found
}
