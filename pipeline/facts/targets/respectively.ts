/** “A、B和C分别达98%、95%和91%以上”: as many indicators as figures. */
import type { Candidate } from './clauses.ts'
import { isName, stripLeading, stripTrailing } from './names.ts'
import { distinct, namesFor, type Proposal } from './proposal.ts'
import type { Words } from './words.ts'

/** Names with the head they share: 城镇居民、农村居民人均可支配收入 → both with 人均可支配收入. */
export const completeNames = (names: readonly string[]): readonly string[] => {
  const last = names.at(-1) ?? ''
  const mark = names
    .slice(0, -1)
    .map((name) => name.slice(-2))
    .find((end) => end.length === 2 && last.includes(end))
  const tail = mark ? last.slice(last.lastIndexOf(mark) + 2) : ''
  return tail.length < 2 ? names : names.map((name) => (name.endsWith(tail) ? name : name + tail))
}

/** The proposals of a group that begins at the first candidate, or undefined when it is none. */
export const respectively = (
  text: string,
  found: readonly Candidate[],
  words: Words,
  placeAt: (start: number) => number,
): readonly Proposal[] | undefined => {
  const first = found[0]
  if (!first) return undefined
  const left = text.slice(first.from, first.quantity.whole.start)
  const at = left.indexOf('分别')
  if (at < 2) return undefined
  const trailing = stripTrailing(left.slice(0, at), words).text
  const leading = stripLeading(trailing, words, (start) => placeAt(first.from + start))
  const parts = leading.text.split(/[、和及与]|以及/).filter((part) => part !== '')
  const group = found.slice(0, parts.length)
  if (parts.length < 2 || group.length < parts.length || group.slice(1).some((c) => !c.joined))
    return undefined
  const names = completeNames(parts)
  if (names.some((name) => !isName(name, words))) return undefined
  const shared = group.at(-1)?.quantity.comparator ?? '='
  const change = /增长|提高|下降|降低|增加|减少/.test(left.slice(at) + (first.quantity.word ?? ''))
  return group.map(({ quantity }, i) => {
    const name = names[i] ?? ''
    const own =
      quantity.comparator === '=' ? (shared === '=' && change ? 'change' : shared) : quantity.comparator
    const start = first.from + left.indexOf(parts[i] ?? '')
    return {
      value: quantity.value,
      ...(quantity.max === undefined ? {} : { max: quantity.max }),
      comparator: own,
      unit: quantity.unit,
      at: quantity.span.start,
      name,
      aliases: distinct(namesFor(name, quantity.unit), name),
      nameSpan: { start, end: start + (parts[i] ?? '').length },
      span: { start: first.from, end: group.at(-1)?.quantity.whole.end ?? quantity.whole.end },
      places: leading.places.map((p) => ({ start: p.start + first.from, end: p.end + first.from })),
      rule: 'target-respectively',
    }
  })
}
