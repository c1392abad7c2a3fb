/** What an amendment changes of things that are not in force, so that nothing can be what it changes. Pure. */

import type { RevisionFacts } from '../model.ts'
import { formsOf } from './names.ts'
import type { Standing } from './retired.ts'

/** Names that get others, of nothing that is in force under them: what they should name keeps the name that it has. */
export const unknownNames = (standing: readonly Standing[], amendment: RevisionFacts): readonly string[] =>
  (amendment.revision.renames ?? []).filter((former) => {
    const here = amendment.mentions.filter(({ text }) => text === former).map(({ entity }) => entity)
    return !standing.some(({ entities }) => entities.some(({ id }) => here.includes(id)))
  })

/** The words that give another number, day or body to a thing of which nothing is in force. */
export const unknownThings = (standing: readonly Standing[], amendment: RevisionFacts): readonly string[] => {
  const held = standing.flatMap(({ entities }) => entities)
  const ids = new Set(held.map(({ id }) => id))
  const forms = new Set(
    held.filter(({ type }) => type === 'Project' || type === 'Indicator').flatMap(formsOf),
  )
  const anew = new Map(amendment.entities.map((one) => [one.id, one]))
  const isKnown = (id: string): boolean =>
    ids.has(id) || formsOf(anew.get(id) ?? { name: '', aliases: [] }).some((form) => forms.has(form))
  const words = amendment.statements
    .filter(({ qualifiers }) => qualifiers.amends === true)
    .filter(({ predicate, subject, object }) => !isKnown(predicate === 'RESPONSIBLE_FOR' ? object : subject))
    .map(({ evidence }) => evidence.toSorted((a, b) => a.start - b.start).map(({ quote }) => quote.trim()))
  return [...new Set(words.map((quotes) => quotes.join(' ').replace(/\s+/g, ' ')))]
}
