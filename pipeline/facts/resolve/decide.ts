/** What people decided about names: which are one thing, which are two, and what a thing is called. */
import type { Correction, Mention } from '../../records.ts'
import type { KeyOf } from './base-key.ts'
import type { Groups } from './groups.ts'
import { nameKey } from './name-key.ts'

/** What became of a decision: the keys of the things that it speaks of, or why it met nothing. */
export type Outcome =
  | { readonly correction: Correction; readonly keys: readonly string[] }
  | { readonly correction: Correction; readonly unmatched: string }

export type NamesDecided = {
  /** The name that people gave to a group, by its key. */
  readonly names: ReadonlyMap<string, string>
  readonly outcomes: readonly Outcome[]
}

type Found = { readonly keys: readonly string[] } | { readonly unmatched: string }

/** Which things a name may mean: those called so, else those called so but for dashes and spaces, else by another form. */
const LEVELS: readonly ((mention: Mention, name: string) => boolean)[] = [
  (mention, name) => mention.name === name,
  (mention, name) => nameKey(mention.name) === nameKey(name),
  ({ aliases }, name) => aliases.some((alias) => nameKey(alias) === nameKey(name)),
]

const keysNamed = (
  name: string,
  { type }: Correction,
  mentions: readonly Mention[],
  keyOf: KeyOf,
): readonly string[] => {
  const typed = type === undefined ? mentions : mentions.filter((mention) => mention.type === type)
  for (const isCalled of LEVELS) {
    const keys = typed.filter((mention) => isCalled(mention, name)).map(keyOf)
    if (keys.length > 0) return [...new Set(keys)]
  }
  return []
}

/** The one thing that a name means, or why there is none. */
const oneNamed = (
  name: string,
  correction: Correction,
  mentions: readonly Mention[],
  keyOf: KeyOf,
): Found => {
  const keys = keysNamed(name, correction, mentions, keyOf)
  if (keys.length === 1) return { keys }
  return {
    unmatched:
      keys.length === 0
        ? `没有读到名称“${name}” no such name`
        : `“${name}”可以指几个不同的事物，请写明 type several things of this name`,
  }
}

const isRefused = (found: Found): found is { readonly unmatched: string } => 'unmatched' in found

const APART = '≠'
/** Whether a key was made to keep a name apart from another with the same key. */
export const isKeptApart = (key: string): boolean => key.includes(APART)

/** Keys under which names that people keep apart differ, though the reader would take them for one. */
export const keepingApart = (
  corrections: readonly Correction[],
  mentions: readonly Mention[],
  baseKey: KeyOf,
): { readonly keyOf: KeyOf; readonly apart: readonly (readonly [string, string])[] } => {
  const decisions = corrections.filter(({ decision }) => decision === 'keep-apart')
  const own = new Map<string, string>()
  for (const correction of decisions) {
    const ones = keysNamed(correction.subject, correction, mentions, baseKey)
    const others = keysNamed(correction.object, correction, mentions, baseKey)
    // “甲溪水厂” and “甲溪水厂工程” have one key: the second name gets a key of its own.
    const second = nameKey(correction.object)
    if (second === nameKey(correction.subject)) continue
    for (const key of others)
      if (ones.includes(key)) own.set(`${key}|${second}`, `${key}${APART}${correction.object}`)
  }
  const keyOf: KeyOf = (mention) => {
    const key = baseKey(mention)
    return own.get(`${key}|${nameKey(mention.name)}`) ?? key
  }
  const apart = decisions.flatMap((correction) =>
    keysNamed(correction.subject, correction, mentions, keyOf).flatMap((one) =>
      keysNamed(correction.object, correction, mentions, keyOf).map((other) => [one, other] as const),
    ),
  )
  return { keyOf, apart }
}

/** Joins what people merged and names what they renamed; `keyOf` gives a mention's group. */
export const decideNames = (
  corrections: readonly Correction[],
  mentions: readonly Mention[],
  keyOf: KeyOf,
  groups: Groups,
): NamesDecided => {
  const groupOf: KeyOf = (mention) => groups.find(keyOf(mention))
  const byDecision = (decision: Correction['decision']) =>
    corrections.filter((correction) => correction.decision === decision)
  const apart = byDecision('keep-apart').map((correction): Outcome => {
    const outcome = toOutcome(correction, mentions, groupOf)
    if ('unmatched' in outcome || outcome.keys[0] !== outcome.keys[1]) return outcome
    return { correction, unmatched: '文中没有分别读到这两个名称，无法分开 not read as two names' }
  })
  const merged = byDecision('merge').map((correction): Outcome => {
    const outcome = toOutcome(correction, mentions, groupOf)
    if ('unmatched' in outcome) return outcome
    const [one = '', other = one] = outcome.keys
    if (one.split('|')[0] !== other.split('|')[0])
      return { correction, unmatched: '两者类型不同 not of one type' }
    groups.join(one, other, `decided by ${correction.author}`)
    return groups.find(one) === groups.find(other)
      ? outcome
      : { correction, unmatched: '与另一条 keep-apart 相反 kept apart by another decision' }
  })
  const names = new Map<string, string>()
  const taken = new Set(
    merged.filter((outcome) => !('unmatched' in outcome)).map(({ correction }) => correction.object),
  )
  // The name that stays is the one that no other decision merges into something else.
  for (const outcome of merged.toReversed())
    if (!('unmatched' in outcome) && !taken.has(outcome.correction.subject))
      names.set(groups.find(outcome.keys[0] as string), outcome.correction.subject)
  const renamed = byDecision('rename').map((correction): Outcome => {
    const found = oneNamed(correction.subject, correction, mentions, groupOf)
    if (isRefused(found)) return { correction, ...found }
    const [key = ''] = found.keys
    const type = { ...correction, type: key.split('|')[0] as Mention['type'] }
    const others = keysNamed(correction.object, type, mentions, groupOf)
    // two things renamed to one name would be one thing by accident
    const given = [...names].some(
      ([other, name]) =>
        other !== key && other.split('|')[0] === type.type && nameKey(name) === nameKey(correction.object),
    )
    if (given || others.some((other) => other !== key))
      return {
        correction,
        unmatched: `已有别的事物叫“${correction.object}”，请用 merge the new name is another thing's`,
      }
    names.set(key, correction.object)
    return { correction, ...found }
  })
  return { names, outcomes: [...apart, ...merged, ...renamed] }
}

const toOutcome = (correction: Correction, mentions: readonly Mention[], keyOf: KeyOf): Outcome => {
  const found = [correction.subject, correction.object].map((name) =>
    oneNamed(name, correction, mentions, keyOf),
  )
  const refused = found.find(isRefused)
  return refused
    ? { correction, unmatched: refused.unmatched }
    : { correction, keys: found.flatMap((one) => (isRefused(one) ? [] : one.keys)) }
}
