/** Everything the recognisers spoke of, in one list each. */
import type { Commitment, Fact, Found, Mention, Target } from '../../records.ts'

export const isMention = (object: Fact['object']): object is Mention => 'type' in object
export const isTarget = (object: Fact['object']): object is Target => 'comparator' in object
export const isCommitment = (object: Fact['object']): object is Commitment => 'concerns' in object

const ofCommitment = ({ concerns, due }: Commitment): readonly Mention[] =>
  due ? [...concerns, due] : concerns

const ofObject = (object: Fact['object']): readonly Mention[] => {
  if (isMention(object)) return [object]
  if (isCommitment(object)) return ofCommitment(object)
  return [object.place, object.due].filter((mention) => mention !== undefined)
}

/** Commitments that stand alone and those that facts speak of, once a span, in text order. */
export const collectCommitments = (found: readonly Found[]): readonly Commitment[] => {
  const bySpan = new Map<string, Commitment>()
  const all = found.flatMap(({ commitments = [], facts }) => [
    ...commitments,
    ...facts.map(({ object }) => object).filter(isCommitment),
  ])
  for (const commitment of all) {
    const key = `${commitment.span.start}-${commitment.span.end}`
    const twin = bySpan.get(key)
    bySpan.set(key, twin ? joinCommitments(twin, commitment) : commitment)
  }
  return [...bySpan.values()].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}

const joinCommitments = (one: Commitment, other: Commitment): Commitment => ({
  span: one.span,
  concerns: [...one.concerns, ...other.concerns],
  ...((one.phase ?? other.phase) && { phase: one.phase ?? other.phase }),
  ...((one.strength ?? other.strength) && { strength: one.strength ?? other.strength }),
  ...((one.due ?? other.due) && { due: one.due ?? other.due }),
})

/** Every mention, also those that only a fact or a commitment carries; in text order, each once. */
export const collectMentions = (found: readonly Found[]): readonly Mention[] => {
  const all = found.flatMap(({ mentions, facts, commitments = [] }) => [
    ...mentions,
    ...facts.flatMap(({ subject, object }) => [
      ...(subject === 'plan' ? [] : [subject]),
      ...ofObject(object),
    ]),
    ...commitments.flatMap(ofCommitment),
  ])
  const known = new Map<string, Mention>()
  for (const mention of all) {
    const { start, end } = mention.span
    const key = [mention.type, start, end, mention.name, mention.attributes.path ?? ''].join('|')
    const twin = known.get(key)
    known.set(key, twin ? joinMentions(twin, mention) : mention)
  }
  return [...known.values()].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}

const joinMentions = (one: Mention, other: Mention): Mention =>
  one === other
    ? one
    : {
        ...one,
        aliases: [...new Set([...one.aliases, ...other.aliases])],
        attributes: { ...other.attributes, ...one.attributes },
      }
