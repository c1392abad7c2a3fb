/** What an amendment says anew of what it names: by when, who answers for it, its name, its count, an indicator's number. */

import { findQuantities } from '../facts/numbers.ts'
import { FORMER_NAME, NEW_NAME } from '../facts/resolve/renamed.ts'
import type { Knowledge } from '../knowledge.ts'
import type { Attributes, Evidence, Fact, Found, Mention, PlanIdentity, Span, Target } from '../records.ts'
import type { Term } from './terms.ts'

/** Days and bodies that a short text of its own names, which says `牵头单位：…`; spans count in it. */
export type ReadValue = (text: string) => readonly Mention[]

type Known = { readonly plan: PlanIdentity; readonly knowledge: Knowledge }

type Reader = {
  readonly text: string
  readonly known: Known
  readonly readValue: ReadValue
  /** A count is of no year, but where one is said. */
  readonly isCount?: boolean
}

const NOTHING: Found = { mentions: [], facts: [] }

/** The facts of the terms of an amendment (terms.ts), read from the amendment's own text. */
export const findAmended = (
  text: string,
  terms: readonly Term[],
  known: Known,
  readValue: ReadValue,
): Found => {
  const found = terms.map((term) => readTerm(term, { text, known, readValue }))
  return {
    mentions: found.flatMap(({ mentions }) => mentions),
    facts: found.flatMap(({ facts }) => facts),
  }
}

const readTerm = (term: Term, reader: Reader): Found => {
  const type = term.type ?? typeOf(term.name, reader.known)
  switch (term.kind) {
    case 'name':
      return type ? namesOf(term, type, reader) : NOTHING
    case 'count':
      return type === 'Indicator' ? NOTHING : countOf(term, reader)
    case 'added':
      return { mentions: [mentionOf('Project', term.thing, term.name, 'amended-addition')], facts: [] }
    case 'value':
      return numberOf(term, reader)
    default:
      return type === 'Project' ? dutyOf({ ...term, kind: term.kind }, reader) : NOTHING
  }
}

/** What the last word of a name says that it names. */
const typeOf = (name: string, { knowledge }: Known): Term['type'] => {
  const heads = knowledge.table('project-heads').map(({ head = '' }) => head)
  if (heads.some((head) => head !== '' && name.endsWith(head))) return 'Project'
  return /(?:项目|工程|计划|行动)$/.test(name)
    ? 'Project'
    : /(?:率|比重|占比|指数|增速|总量|产值|增加值|总额|覆盖面)$/.test(name)
      ? 'Indicator'
      : undefined
}

/** What sort of thing it is besides, the plan says. */
const mentionOf = (
  type: Mention['type'],
  span: Span,
  name: string,
  rule: string,
  attributes: Attributes = {},
): Mention => ({ type, span, name, aliases: [], attributes, rule })

/** The words from the name to the value; where lines lie between, each by itself. */
const evidenceOf = (text: string, { thing, value }: Term): readonly [Evidence, ...Evidence[]] => {
  // “甲溪水库”更名为“乙河水库”, with both its marks of quotation
  const start = /[“「《]/.test(text[thing.start - 1] ?? '') ? thing.start - 1 : thing.start
  const span = { start, end: value.end }
  const isOneLine = thing.start < value.end && !text.slice(span.start, span.end).includes('\n')
  return isOneLine
    ? [{ span, part: 'clause' }]
    : [
        { span: value, part: 'clause' },
        { span: thing, part: 'heading' },
      ]
}

const dutyOf = (
  term: Term & { readonly kind: 'due' | 'lead' | 'support' },
  { text, readValue }: Reader,
): Found => {
  const thing = mentionOf('Project', term.thing, term.name, 'amended-thing')
  const values = valuesOf(text, term, readValue)
  const common = { evidence: evidenceOf(text, term), basis: 'stated', confidence: 0.9 } as const
  const facts = values.map(
    (value): Fact =>
      term.kind === 'due'
        ? {
            ...common,
            predicate: 'DUE',
            subject: thing,
            object: value,
            rule: 'amended-deadline',
            qualifiers: { amends: true },
          }
        : {
            ...common,
            predicate: 'RESPONSIBLE_FOR',
            subject: value,
            object: thing,
            rule: 'amended-duty',
            qualifiers: { role: term.kind, amends: true },
          },
  )
  return facts.length === 0 ? NOTHING : { mentions: [thing, ...values], facts }
}

const LABELS = { due: '', lead: '牵头单位：', support: '配合单位：' } as const

const valuesOf = (
  text: string,
  { kind, value }: { readonly kind: keyof typeof LABELS; readonly value: Span },
  readValue: ReadValue,
): readonly Mention[] => {
  const label = LABELS[kind]
  const by = value.start - label.length
  const type = kind === 'due' ? 'Deadline' : 'Department'
  return readValue(`${label}${text.slice(value.start, value.end)}`)
    .filter((one) => one.type === type)
    .map((one) => ({ ...one, span: { start: one.span.start + by, end: one.span.end + by } }))
}

/** One thing under both its names (resolve/renamed.ts). */
const namesOf = (term: Term, type: 'Project' | 'Indicator', { text }: Reader): Found => {
  const name = text.slice(term.value.start, term.value.end).replace(/\s/g, '')
  if (name === term.name) return NOTHING
  const former = { ...mentionOf(type, term.thing, term.name, FORMER_NAME), aliases: [name] }
  return {
    mentions: [former, { ...mentionOf(type, term.value, name, NEW_NAME), aliases: [term.name] }],
    facts: [],
  }
}

/** “12座”: a number of things with the word that counts them; “5万吨/日” says how large one is, which the graph has no place for. */
const COUNT = /^\d+(?:个|座|处|条|所|栋|套|台|辆|户|口|家|项|片|宗)$/

const countOf = (term: Term, reader: Reader): Found => {
  const count = reader.text.slice(term.value.start, term.value.end).replace(/\s/g, '')
  if (!COUNT.test(count)) return NOTHING
  // A plan's “新建水厂12座” is read as a project of so many, and as a number that can be followed.
  const number = numberOf({ ...term, kind: 'value' }, { ...reader, isCount: true })
  const thing = mentionOf('Project', term.thing, term.name, 'amended-count', { count })
  return { mentions: [thing, ...number.mentions], facts: number.facts }
}

/** An indicator's number in a table; one without a year is of the period's end, as in a plan's own tables. */
const numberOf = (term: Term, { text, known, isCount = false }: Reader): Found => {
  const words = text.slice(term.value.start, term.value.end)
  const quantities = findQuantities(words, term.value.start, known.knowledge)
  const [quantity] = quantities
  if (!quantity || quantities.length > 1 || quantity.parts) return NOTHING
  const unit = quantity.unit || term.unit || (/(?:率|比重|占比|比例)$/.test(term.name) ? '%' : '')
  const year = term.year ?? (isCount ? undefined : known.plan.periodEnd)
  const thing = mentionOf('Indicator', term.thing, term.name, 'amended-thing', unit === '' ? {} : { unit })
  const object: Target = {
    span: term.value,
    value: quantity.value,
    ...(quantity.max === undefined ? {} : { max: quantity.max }),
    comparator: quantity.comparator,
    unit,
    ...(year === undefined ? {} : { year }),
    kind: 'target',
  }
  const evidence = evidenceOf(text, term)
  return {
    mentions: [thing],
    facts: [
      {
        predicate: 'HAS_TARGET',
        subject: thing,
        object,
        evidence,
        rule: 'amended-number',
        basis: 'stated',
        confidence: 0.9,
        qualifiers: { amends: true },
      },
    ],
  }
}
