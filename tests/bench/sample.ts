/** Draws extractions and texts by a seed, and words each extraction so that a person can judge it beside its sentence. */
import type { RevisionFacts } from '../../graph/model.ts'

/** An extraction as it is shown to the person who judges it. */
export type Drawn = {
  /** Type of the entity mentioned, or predicate; what was inferred says so: RESPONSIBLE_FOR inferred. */
  readonly kind: string
  readonly extraction: string
  /** The sentence in which it was found. */
  readonly sentence: string
}

/** A linear congruential generator (Numerical Recipes constants), 0 <= value < 1: the same seed gives the same sequence. */
export const random = (seed: number) => {
  let value = seed >>> 0
  return () => {
    value = (Math.imul(value, 1664525) + 1013904223) >>> 0
    return value / 2 ** 32
  }
}

/** At most `count` of the items, each once, in the order in which they were drawn. */
export const drawFrom = <Item>(
  items: readonly Item[],
  count: number,
  draw: () => number,
): readonly Item[] => {
  const left = [...items]
  const drawn: Item[] = []
  while (drawn.length < count && left.length > 0) {
    drawn.push(...left.splice(Math.floor(draw() * left.length), 1))
  }
  return drawn
}

/** The sentence, heading or row around code points [start, end) of the text, on one line. */
const sentenceAround = (characters: readonly string[], start: number, end: number): string => {
  const ends = (at: number) => /[。；\n]/.test(characters[at] ?? '\n')
  let from = start
  while (from > 0 && !ends(from - 1)) from -= 1
  let to = end
  while (to < characters.length && !ends(to)) to += 1
  return characters.slice(from, to).join('').replace(/\s+/g, ' ').trim()
}

/** Every mention and statement of a revision. Deadlines' mentions are left out: each also stands in a DUE. */
export const worded = (facts: RevisionFacts): readonly Drawn[] => {
  const characters = Array.from(facts.text)
  const entities = new Map(facts.entities.map((entity) => [entity.id, entity]))
  const targets = new Map(
    facts.targets.map((t) => [
      t.id,
      `${t.comparator} ${t.value}${t.max === undefined ? '' : `..${t.max}`} ${t.unit} ${t.year ?? ''} ${t.kind}`,
    ]),
  )
  const commitments = new Map(facts.commitments.map((c) => [c.id, `「${c.text.slice(0, 60)}」`]))
  const name = (id: string) => entities.get(id)?.name ?? targets.get(id) ?? commitments.get(id) ?? id
  const places = new Map(
    facts.statements.filter((s) => s.predicate === 'FOR').map((s) => [s.subject, name(s.object)]),
  )
  const mentions = facts.mentions.flatMap((mention): readonly Drawn[] => {
    const entity = entities.get(mention.entity)
    if (entity === undefined || entity.type === 'Deadline') return []
    const { phase, count } = entity.properties
    const extraction = `${entity.name} [${mention.text}] ${phase ?? ''} ${count ?? ''}`.trim()
    return [
      { kind: entity.type, extraction, sentence: sentenceAround(characters, mention.start, mention.end) },
    ]
  })
  const statements = facts.statements.map((s): Drawn => {
    const clause = s.evidence.find((e) => e.part === 'clause') ?? s.evidence[0]
    const place = places.has(s.object) ? ` @ ${places.get(s.object)}` : ''
    return {
      kind: s.basis === 'inferred' ? `${s.predicate} inferred` : s.predicate,
      extraction: `${name(s.subject)} → ${name(s.object)}${place} ${s.qualifiers.role ?? ''}`.trim(),
      sentence: clause === undefined ? '' : sentenceAround(characters, clause.start, clause.end),
    }
  })
  return [...mentions, ...statements]
}
