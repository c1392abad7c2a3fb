/** Short names that the text itself defines: “……规划（以下简称《规划》）”. */
import type { Mention } from '../../records.ts'
import type { Groups } from './groups.ts'
import type { Keyed } from './join-names.ts'
import { nameKey } from './name-key.ts'

const DEFINITION =
  /[（(](?:以下|下)?(?:统一)?(?:简称|统称)[为：:]?[“"'‘《]?([^）)”"'’》]{2,30})[”"'’》]?[）)]/g
const CLOSING = /[”"》’'\s]/

/** Joins the mention before the bracket with those that are named as the bracket says. */
export const joinDefinitions = (text: string, { mentions, keyOf, keys }: Keyed, groups: Groups): void => {
  const byEnd = new Map<number, Mention[]>()
  for (const mention of mentions)
    byEnd.set(mention.span.end, [...(byEnd.get(mention.span.end) ?? []), mention])
  for (const match of text.matchAll(DEFINITION)) {
    let end = match.index
    while (end > 0 && !byEnd.has(end) && CLOSING.test(text[end - 1] ?? '')) end -= 1
    const short = nameKey(match[1] ?? '')
    for (const defined of byEnd.get(end) ?? []) {
      const shortKey = `${defined.type}|${short}`
      if (keys.has(shortKey)) groups.join(keyOf(defined), shortKey, `defined by ${match[0]}`)
    }
  }
}
