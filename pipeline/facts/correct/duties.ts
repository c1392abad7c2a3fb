/** Puts the body that people name in the place of what was read, for a clause or a project. */
import type { Commitment, Correction, Evidence, Fact, Found, Mention, Reading } from '../../records.ts'
import { collectCommitments, isCommitment, isMention } from '../resolve/collect.ts'
import { nameKey } from '../resolve/name-key.ts'
import { segmentFinder } from '../resolve/segment-at.ts'
import type { Resolved } from '../resolve.ts'

export type Assigned = {
  readonly found: readonly Found[]
  readonly unmatched: readonly Correction[]
}

/** What a duty is for: clauses with these words, or the project of this name. */
type Matter = {
  readonly commitments: readonly Commitment[]
  readonly project?: Mention & { readonly id: string }
}

const isNamed = (name: string, words: string): boolean => nameKey(name) === nameKey(words)

const matterOf = (
  { subject }: Correction,
  { document }: Reading,
  found: readonly Found[],
  resolved: Resolved,
): Matter => {
  const commitments = collectCommitments(found).filter(({ span }) =>
    isNamed(document.text.slice(span.start, span.end), subject),
  )
  if (commitments.length > 0) return { commitments }
  const projects = resolved.entities.filter(({ type }) => type === 'Project')
  const called =
    projects.find(({ name }) => isNamed(name, subject)) ??
    projects.find(({ aliases }) => aliases.some((alias) => isNamed(alias, subject)))
  const mention = called?.mentions[0]
  return called && mention ? { commitments: [], project: { ...mention, id: called.id } } : { commitments: [] }
}

const roleOf = ({ role = 'lead' }: Pick<Correction, 'role'>): string => role

/** Whether a duty that was read is one that the decision speaks of. */
const isReplaced = (
  { predicate, object, qualifiers }: Fact,
  role: string,
  matter: Matter,
  resolved: Resolved,
): boolean => {
  if (predicate !== 'RESPONSIBLE_FOR' || (qualifiers?.role ?? 'lead') !== role) return false
  if (isCommitment(object))
    return matter.commitments.some(
      ({ span }) => span.start === object.span.start && span.end === object.span.end,
    )
  return isMention(object) && matter.project !== undefined && resolved.idOf(object) === matter.project.id
}

const dutiesFor = (
  correction: Correction,
  matter: Matter,
  reading: Reading,
  segmentAt: ReturnType<typeof segmentFinder>,
): readonly Fact[] => {
  const { text } = reading.document
  const objects = [...matter.commitments, ...(matter.project ? [matter.project] : [])]
  return objects.map((object): Fact => {
    const span = isCommitment(object) ? object.span : (segmentAt(object.span.start)?.span ?? object.span)
    const evidence: Evidence = { span, part: 'clause' }
    // The text names the body where people say so only if it stands there.
    const at = text.slice(span.start, span.end).indexOf(correction.object)
    const start = span.start + Math.max(0, at)
    const subject: Mention = {
      type: 'Department',
      span: { start, end: at < 0 ? start : start + correction.object.length },
      name: correction.object,
      aliases: [],
      attributes: {},
      rule: 'correction',
    }
    return {
      predicate: 'RESPONSIBLE_FOR',
      subject,
      object,
      evidence: [evidence],
      rule: 'correction',
      basis: at < 0 ? 'inferred' : 'stated',
      confidence: 1,
      qualifiers: { role: roleOf(correction) },
    }
  })
}

/** `found` with the decided duties instead of those that were read in the same role. */
export const assignDuties = (
  reading: Reading,
  found: readonly Found[],
  resolved: Resolved,
  corrections: readonly Correction[],
): Assigned => {
  const matters = corrections.map((correction) => ({
    correction,
    matter: matterOf(correction, reading, found, resolved),
  }))
  const isMet = ({ matter }: (typeof matters)[number]) =>
    matter.project !== undefined || matter.commitments.length > 0
  const met = matters.filter(isMet)
  const unmatched = matters.filter((one) => !isMet(one)).map(({ correction }) => correction)
  if (met.length === 0) return { found, unmatched }
  const isBody = bodiesOf(resolved)
  const stands = new Set<Correction>()
  const isOld = (fact: Fact): boolean => {
    const asked = met.filter(({ correction, matter }) =>
      isReplaced(fact, roleOf(correction), matter, resolved),
    )
    const confirmed = asked.filter(
      ({ correction }) => fact.basis !== 'inferred' && isBody(fact, correction.object),
    )
    for (const { correction } of confirmed) stands.add(correction)
    return asked.length > 0 && confirmed.length === 0
  }
  const rest = found.map((one) => ({ ...one, facts: one.facts.filter((fact) => !isOld(fact)) }))
  const segmentAt = segmentFinder(reading.segments)
  const facts = met
    .filter(({ correction }) => !stands.has(correction))
    .flatMap(({ correction, matter }) => dutiesFor(correction, matter, reading, segmentAt))
  // A clause that only a duty spoke of must not be lost with it.
  const commitments = collectCommitments(found)
  return { found: [...rest, { mentions: [], facts, commitments }], unmatched }
}

/** Whether a duty that was read is already that of the body which people name. */
const bodiesOf = ({ entities, idOf }: Resolved): ((fact: Fact, body: string) => boolean) => {
  const forms = new Map(entities.map(({ id, name, aliases }) => [id, [name, ...aliases]]))
  return ({ subject }, body) =>
    subject !== 'plan' && (forms.get(idOf(subject)) ?? []).some((form) => isNamed(form, body))
}
