/** What was read of a text that amends, as the facts of a revision that amends its plan. */
import type { RevisionFacts } from '../../graph/model.ts'
import type { Span } from '../records.ts'
import { overlaps } from '../spans.ts'
import type { Amendment, Change } from './read-amendment.ts'

/** The facts of a text that amends: its revision says so, and what it takes away counts as understood. */
export const asAmendment = (facts: RevisionFacts, amendment: Amendment): RevisionFacts => {
  const { removes, terms, changes } = amendment
  const { revision } = facts
  const unread = unreadChanges(facts, amendment)
  const { replaces, readAs } = withoutUnread(amendment, unread)
  const said = [...removes, ...replaces]
  const renames = renamesOf(facts, amendment)
  const isTraditional = said.some((words, at) => words !== readAs[at])
  const counted = changes.filter(({ words }) => terms.some((term) => term.words === words))
  const understood = counted.filter((one) => !unread.includes(one))
  return {
    ...facts,
    statements: facts.statements.map((one) =>
      one.predicate === 'HAS_TARGET' && changes.some((change) => touches(one, change))
        ? { ...one, qualifiers: { ...one.qualifiers, amends: true } }
        : one,
    ),
    revision: {
      ...revision,
      amends: true,
      ...(removes.length > 0 ? { removes } : {}),
      ...(replaces.length > 0 ? { replaces } : {}),
      ...(renames.length > 0 ? { renames } : {}),
      ...(isTraditional ? { readAs } : {}),
      sentences: revision.sentences + removes.length + counted.length,
      understood: revision.understood + removes.length + understood.length,
    },
  }
}

/** Words of the plan that others should replace stay, where nothing was read of the others. */
const withoutUnread = (
  { removes, replaces, readAs }: Amendment,
  unread: readonly Change[],
): Pick<Amendment, 'replaces' | 'readAs'> => {
  const stays = new Set(unread.flatMap(({ insteadOf }) => insteadOf ?? []))
  const isGone = (words: string): boolean => !stays.has(words)
  return {
    replaces: replaces.filter(isGone),
    readAs: readAs.filter((_, at) => at < removes.length || isGone(replaces[at - removes.length] ?? '')),
  }
}

const touches = ({ evidence }: RevisionFacts['statements'][number], change: Change): boolean =>
  evidence.some((one) => overlaps(one, change))

/** Old names that the text gives another, which were read, verbatim. */
const renamesOf = ({ text, mentions }: RevisionFacts, { terms }: Amendment): readonly string[] =>
  terms
    .filter(({ kind }) => kind === 'name')
    .map(({ thing }) => ({
      start: Array.from(text.slice(0, thing.start)).length,
      end: Array.from(text.slice(0, thing.end)).length,
      words: text.slice(thing.start, thing.end),
    }))
    .filter(({ start, end }) => mentions.some((one) => one.start === start && one.end === end))
    .map(({ words }) => words)

/** Clauses that say what something becomes, of which nothing was read: what the plan said before stays in force. */
export const unreadChanges = (facts: RevisionFacts, { changes }: Amendment): readonly Change[] => {
  const stated = facts.statements.filter(({ basis }) => basis !== 'inferred')
  const anything = [...stated.flatMap(({ evidence }) => evidence), ...facts.commitments]
  const values = stated
    .filter(({ predicate, qualifiers }) => predicate === 'HAS_TARGET' || qualifiers.amends === true)
    .flatMap(({ evidence }) => evidence)
  const shown: Readonly<Record<Change['shownBy'], readonly Span[]>> = {
    anything,
    value: values,
    thing: facts.mentions,
    nothing: [],
  }
  const unread = changes.filter((change) => !shown[change.shownBy].some((one) => overlaps(one, change)))
  return unread.filter(({ words }, at) => unread.findIndex((one) => one.words === words) === at)
}
