/** Refuses facts that no store may hold: a quote that is not the text, an id twice, a relation whose ends do not fit. Pure. */

import { createHash } from 'node:crypto'
import { codePointSlicer } from './code-points.ts'
import { type EndType, PREDICATES, type RevisionFacts } from './model.ts'

/** Facts that break the contract: a fault of the extraction, never of the user. */
export class FactsError extends Error {
  override readonly name = 'FactsError'
  readonly faults: readonly string[]

  constructor(revision: string, faults: readonly string[]) {
    const more = faults.length > 3 ? ` and ${faults.length - 3} more` : ''
    super(
      `Revision ${revision} is refused, nothing of it was written: ${faults.slice(0, 3).join('; ')}${more}`,
    )
    this.faults = faults
  }
}

/** Throws a FactsError that lists every fault. */
export const checkFacts = (facts: RevisionFacts): void => {
  const faults = [...idFaults(facts), ...textFaults(facts), ...quoteFaults(facts), ...relationFaults(facts)]
  if (faults.length > 0) throw new FactsError(facts.revision.id, faults)
}

const idFaults = (facts: RevisionFacts): string[] => {
  const { plan, revision, sections, entities, targets, commitments, statements } = facts
  const ids = [plan, revision, ...sections, ...entities, ...targets, ...commitments, ...statements].map(
    ({ id }) => id,
  )
  const seen = new Set<string>()
  const faults =
    revision.plan === plan.id ? [] : [`Unexpected plan ${revision.plan} of the revision, expected ${plan.id}`]
  for (const id of ids) {
    if (seen.has(id)) faults.push(`Unexpected second ${id}, expected each id once`)
    if (!/\D/.test(id)) faults.push(`Unexpected id '${id}', expected one that is not digits only`)
    seen.add(id)
  }
  return faults
}

const textFaults = ({ text, sections, revision }: RevisionFacts): string[] => {
  const slice = codePointSlicer(text)
  const known = new Set([revision.id, ...sections.map(({ id }) => id)])
  const leaves = sections.filter(({ leaf }) => leaf).toSorted((a, b) => a.start - b.start)
  const faults = leaves
    .filter(({ start, end, text: own }) => slice(start, end) !== own)
    .map(
      ({ id, start, end }) =>
        `Unexpected text in section ${id}, expected the text between ${start} and ${end}`,
    )
  if (leaves.map((leaf) => leaf.text).join('') !== text)
    faults.push('Unexpected leaf sections, expected them to rebuild the text')
  if (createHash('sha256').update(text).digest('hex') !== revision.textSha256)
    faults.push('Unexpected textSha256, expected that of the text')
  const lost = sections.filter(({ parent }) => !known.has(parent))
  return [
    ...faults,
    ...lost.map(({ id, parent }) => `Unexpected parent ${parent} of section ${id}, expected a section`),
  ]
}

const quoteFaults = ({ text, sections, statements, commitments, mentions }: RevisionFacts): string[] => {
  const slice = codePointSlicer(text)
  const known = new Set(sections.map(({ id }) => id))
  const check = (what: string, section: string, start: number, end: number, quote: string): string[] => [
    ...(known.has(section) ? [] : [`Unexpected section ${section} of ${what}, expected one of the revision`]),
    ...(quote !== '' && slice(start, end) === quote
      ? []
      : [
          `Unexpected quote '${quote}' of ${what}, expected the text between ${start} and ${end}: '${slice(start, end)}'`,
        ]),
  ]
  return [
    ...statements.flatMap(({ id, evidence }) =>
      evidence.length === 0
        ? [`Unexpected statement ${id} without evidence, expected a quote`]
        : evidence.flatMap(({ section, start, end, quote }) =>
            check(`statement ${id}`, section, start, end, quote),
          ),
    ),
    ...commitments.flatMap(({ id, section, start, end, text: own }) =>
      check(`commitment ${id}`, section, start, end, own),
    ),
    ...mentions.flatMap(({ entity, section, start, end, text: own }) =>
      check(`a mention of ${entity}`, section, start, end, own),
    ),
  ]
}

const relationFaults = ({
  plan,
  entities,
  targets,
  commitments,
  statements,
  mentions,
}: RevisionFacts): string[] => {
  const types = new Map<string, EndType>([
    [plan.id, 'Plan'],
    ...entities.map(({ id, type }) => [id, type] as const),
    ...targets.map(({ id }) => [id, 'Target'] as const),
    ...commitments.map(({ id }) => [id, 'Commitment'] as const),
  ])
  const known = new Set(entities.map(({ id }) => id))
  return [
    ...statements.flatMap(({ id, predicate, subject, object }) => {
      const allowed: { from: readonly EndType[]; to: readonly EndType[] } | undefined = PREDICATES[predicate]
      const from = types.get(subject)
      const to = types.get(object)
      const fits = allowed && from && to && allowed.from.includes(from) && allowed.to.includes(to)
      const found = `(${from ?? `no ${subject}`})-[${predicate}]->(${to ?? `no ${object}`})`
      return fits
        ? []
        : [`Unexpected relation ${found} of statement ${id}, expected ends that the schema allows`]
    }),
    ...mentions
      .filter(({ entity }) => !known.has(entity))
      .map(({ entity }) => `Unexpected mention of ${entity}, expected an entity of the revision`),
    ...targets
      .filter(({ indicator }) => !known.has(indicator))
      .map(
        ({ id, indicator }) =>
          `Unexpected indicator ${indicator} of target ${id}, expected an entity of the revision`,
      ),
  ]
}
