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

/** Reads the catalogue against the bodies that the document names itself. */
export const dutiesCatalogue = (
  knowledge: Knowledge,
  jurisdiction: Jurisdiction,
  departments: readonly Mention[],
): Catalogue => {
  const rows = knowledge.table('duties')
  const byCategory = new Map<string, Office>()
  for (const row of rows)
    if (row.kind === 'category')
      byCategory.set(row.match ?? '', { domain: row.domain ?? '', body: row.body ?? '' })
  const byIndicator = rows
    .filter((row) => row.kind === 'indicator')
    .map((row) => ({ word: row.match ?? '', office: { domain: row.domain ?? '', body: row.body ?? '' } }))
  const vocabulary = departmentVocabulary(knowledge)
  const own = new Map<string, string>()
  for (const { name } of departments) {
    const form = vocabulary.parse(name)
    if (form?.domain && form.prefix === jurisdiction.level && !own.has(form.domain))
      own.set(form.domain, name)
  }
  const officeOf = (mention: Mention): Office | undefined =>
    mention.type === 'Project'
      ? byCategory.get(String(mention.attributes.category ?? ''))
      : byIndicator.find(({ word }) => mention.name.includes(word))?.office
  const inferred = (commitment: Commitment): readonly Fact[] => {
    if (jurisdiction.level === '') return []
    const offices = new Map<string, { readonly named: boolean }>()
    for (const mention of commitment.concerns) {
      const office = mention.type === 'Place' ? undefined : officeOf(mention)
      if (!office) continue
      const named = own.get(office.domain)
      offices.set(named ?? `${jurisdiction.level}${office.body}`, { named: named !== undefined })
    }
    return [...offices].slice(0, MOST_PER_COMMITMENT).map(
      ([name, { named }]): Fact => ({
        predicate: 'RESPONSIBLE_FOR',
        subject: {
          type: 'Department',
          span: { start: commitment.span.start, end: commitment.span.start },
          name,
          aliases: [],
          attributes: {},
          rule: 'duties-catalogue',
        },
        object: commitment,
        evidence: [{ span: commitment.span, part: 'clause' }],
        rule: 'duties-catalogue',
        basis: 'inferred',
        confidence: named ? CONFIDENCE_NAMED : CONFIDENCE_DESCRIBED,
        qualifiers: { role: 'lead' },
      }),
    )
  }
  return { inferred }
}
