/** One figure read as a target of one indicator, before its year and places are known. */
import type { Comparator } from '../../../graph/model.ts'
import type { Span } from '../../records.ts'
import type { Quantity } from '../numbers.ts'

export type Proposal = {
  readonly name: string
  readonly aliases: readonly string[]
  /** Where the indicator is named; relative to the sentence, as all offsets here. */
  readonly nameSpan: Span
  /** The words that state it: name and figure. */
  readonly span: Span
  readonly value: number
  readonly max?: number
  readonly comparator: Comparator
  readonly unit: string
  readonly at: number
  /** The figure left behind in “从1200元降低到880元”. */
  readonly left?: boolean
  /** Which of the dates named before it, where they run parallel: “2024年、2025年分别完成30条、25条”. */
  readonly nth?: { readonly index: number; readonly of: number }
  /** Dates before this place date another figure, one that only says which places are meant. */
  readonly floor?: number
  readonly places: readonly Span[]
  readonly rule: string
}

const PER_UNIT: readonly (readonly [RegExp, readonly string[]])[] = [
  [/人次$/, ['人次', '数量']],
  [/[人名位]$/, ['人数', '数量']],
  [/户$/, ['户数', '数量']],
  [/公里$|米$|km$/, ['里程', '长度']],
  [/亩$|公顷$|平方米$|平方公里$/, ['面积']],
  [/元$/, ['金额']],
  [/./, ['数量']],
]

/** Other names of a counted indicator: with the measure's noun, without its bracket. */
export const namesFor = (name: string, unit: string): readonly string[] => {
  const nouns = PER_UNIT.find(([pattern]) => pattern.test(unit))?.[1] ?? []
  const bare = name.replace(/[（(][^（()）]*[）)]/g, '')
  return [
    ...nouns
      .filter((noun) => !name.endsWith(noun) && !/率$|比重$|占比$/.test(name))
      .map((noun) => name + noun),
    ...(bare !== name && bare.length > 1 ? [bare] : []),
  ]
}

/** Distinct other names, the indicator's own name left out. */
export const distinct = (names: readonly string[], name: string): readonly string[] =>
  [...new Set(names)].filter((other) => other !== name && other.length > 1)

/** What a proposal takes from its figure. */
export const figure = (quantity: Quantity) => ({
  value: quantity.value,
  ...(quantity.max === undefined ? {} : { max: quantity.max }),
  comparator: quantity.comparator,
  unit: quantity.unit,
  at: quantity.span.start,
})

/** A proposal that goes on about the one before it, with its own figure; what was left behind and the upper end stay behind. */
export const goingOn = (before: Proposal, quantity: Quantity, from: number): Proposal => {
  const { left: _, max: __, ...rest } = before
  return { ...rest, ...figure(quantity), span: { start: from, end: quantity.whole.end } }
}
