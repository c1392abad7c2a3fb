/** What an amendment says anew of a project that it names: by when, and who answers for it. */
import type { Knowledge } from '../knowledge.ts'
import type { Fact, Found, Mention } from '../records.ts'
import type { Term } from './read-amendment.ts'

/** Days and bodies that a short text of its own names, which says `牵头单位：…`; spans count in it. */
export type ReadValue = (text: string) => readonly Mention[]

const LABELS: Readonly<Record<Term['kind'], string>> = { due: '', lead: '牵头单位：', support: '配合单位：' }

/** The facts of the terms of an amendment (read-amendment.ts), read from the amendment's own text. */
export const findAmended = (
  text: string,
  terms: readonly Term[],
  knowledge: Pick<Knowledge, 'table'>,
  readValue: ReadValue,
): Found => {
  const heads = knowledge.table('project-heads').map(({ head = '' }) => head)
  const found = terms.flatMap((term) => factsOf(term, heads, valuesOf(text, term, readValue)))
  return {
    mentions: found.flatMap(({ thing, values }) => [thing, ...values]),
    facts: found.flatMap(({ facts }) => facts),
  }
}

const valuesOf = (text: string, { kind, value }: Term, readValue: ReadValue): readonly Mention[] => {
  const label = LABELS[kind]
  const by = value.start - label.length
  const type = kind === 'due' ? 'Deadline' : 'Department'
  return readValue(`${label}${text.slice(value.start, value.end)}`)
    .filter((one) => one.type === type)
    .map((one) => ({ ...one, span: { start: one.span.start + by, end: one.span.end + by } }))
}

const factsOf = (
  { name, kind, thing: span, value }: Term,
  heads: readonly string[],
  values: readonly Mention[],
): readonly {
  readonly thing: Mention
  readonly values: readonly Mention[]
  readonly facts: readonly Fact[]
}[] => {
  if (!heads.some((head) => head !== '' && name.endsWith(head))) return []
  // What sort of project it is, the plan says.
  const thing: Mention = { type: 'Project', span, name, aliases: [], attributes: {}, rule: 'amended-thing' }
  const evidence = [{ span: { start: span.start, end: value.end }, part: 'clause' }] as const
  const common = { evidence, basis: 'stated', confidence: 0.9 } as const
  const facts: readonly Fact[] =
    kind === 'due'
      ? values.map((object) => ({
          ...common,
          predicate: 'DUE',
          subject: thing,
          object,
          rule: 'amended-deadline',
          qualifiers: { amends: true },
        }))
      : values.map((subject) => ({
          ...common,
          predicate: 'RESPONSIBLE_FOR',
          subject,
          object: thing,
          rule: 'amended-duty',
          qualifiers: { role: kind, amends: true },
        }))
  return facts.length === 0 ? [] : [{ thing, values, facts }]
}
