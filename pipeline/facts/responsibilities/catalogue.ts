/**
 * Duties that no text states but law and custom give: which kind of body answers for which kind of project or indicator.
 * Always marked: rule duties-catalogue, basis inferred, confidence under 1. A body the document names is used where it fits;
 * otherwise the office is called by its legal description (县交通运输主管部门), never by the name of a bureau.
 */
import type { Knowledge } from '../../knowledge.ts'
import type { Commitment, Fact, Mention } from '../../records.ts'
import type { Jurisdiction } from '../departments/names.ts'
import { departmentVocabulary } from '../departments/vocabulary.ts'

export type Catalogue = {
  /** The bodies that usually answer for what a commitment concerns. */
  readonly inferred: (commitment: Commitment) => readonly Fact[]
}

const CONFIDENCE_NAMED = 0.6
const CONFIDENCE_DESCRIBED = 0.4
const MOST_PER_COMMITMENT = 3

type Office = { readonly domain: string; readonly body: string }
type OfficeOf = (mention: Mention) => Office | undefined

const officesOf = (knowledge: Knowledge): OfficeOf => {
  const rows = knowledge.table('duties').map((row) => ({
    kind: row.kind,
    match: row.match ?? '',
    office: { domain: row.domain ?? '', body: row.body ?? '' },
  }))
  const byCategory = new Map(
    rows.filter(({ kind }) => kind === 'category').map((row) => [row.match, row.office]),
  )
  const byIndicator = rows.filter(({ kind }) => kind === 'indicator')
  return ({ type, name, attributes }) => {
    if (type === 'Project') return byCategory.get(String(attributes.category ?? ''))
    return type === 'Indicator' ? byIndicator.find(({ match }) => name.includes(match))?.office : undefined
  }
}

/** The bodies of the document's own level, by what they are charged with. */
const ownBodies = (
  knowledge: Knowledge,
  { level }: Jurisdiction,
  departments: readonly Mention[],
): ReadonlyMap<string, string> => {
  const vocabulary = departmentVocabulary(knowledge)
  const own = new Map<string, string>()
  for (const { name } of departments) {
    const form = vocabulary.parse(name)
    if (form?.domain && form.prefix === level && !own.has(form.domain)) own.set(form.domain, name)
  }
  return own
}

/** An inferred body stands nowhere in the text: its span is empty. */
const inferredBody = (name: string, at: number): Mention => ({
  type: 'Department',
  span: { start: at, end: at },
  name,
  aliases: [],
  attributes: {},
  rule: 'duties-catalogue',
})

/** Reads the catalogue against the bodies that the document names itself. */
export const dutiesCatalogue = (
  knowledge: Knowledge,
  jurisdiction: Jurisdiction,
  departments: readonly Mention[],
): Catalogue => {
  const officeOf = officesOf(knowledge)
  const own = ownBodies(knowledge, jurisdiction, departments)
  const inferred = (commitment: Commitment): readonly Fact[] => {
    if (jurisdiction.level === '') return []
    const duties = new Map<string, { named: boolean; projects: Mention[] }>()
    for (const mention of commitment.concerns) {
      const office = officeOf(mention)
      if (!office) continue
      const named = own.get(office.domain)
      const name = named ?? `${jurisdiction.level}${office.body}`
      const duty = duties.get(name) ?? { named: named !== undefined, projects: [] }
      if (mention.type === 'Project') duty.projects.push(mention)
      duties.set(name, duty)
    }
    return [...duties].slice(0, MOST_PER_COMMITMENT).flatMap(([name, { named, projects }]) => {
      const fact: Omit<Fact, 'object'> = {
        predicate: 'RESPONSIBLE_FOR',
        subject: inferredBody(name, commitment.span.start),
        evidence: [{ span: commitment.span, part: 'clause' }],
        rule: 'duties-catalogue',
        basis: 'inferred',
        confidence: named ? CONFIDENCE_NAMED : CONFIDENCE_DESCRIBED,
        qualifiers: { role: 'lead' },
      }
      return [commitment, ...projects].map((object): Fact => ({ ...fact, object }))
    })
  }
  return { inferred }
}
