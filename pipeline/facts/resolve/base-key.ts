/** The key under which a mention is looked up before any merging: its type and its bare name. */
import type { Mention } from '../../records.ts'
import type { Geography } from './geography.ts'
import type { Jurisdiction } from './jurisdiction.ts'
import { nameKey, projectStem, withoutPrefix } from './name-key.ts'

// “丙山县水务局” in 丙山县's own plan is the body it elsewhere calls “县水务局”.
const departmentKey = (key: string, { prefixes, suffix }: Jurisdiction): string => {
  const bare = withoutPrefix(key, prefixes, 2)
  return bare === key ? key : `${suffix}${bare}`
}

// “经营主体数量” is what “经营主体” counts; “经营主体增长” is another indicator.
const indicatorKey = (key: string, measures: readonly string[]): string => {
  const measure = measures.find((one) => key.endsWith(one) && [...key].length - [...one].length >= 2)
  return measure === undefined ? key : key.slice(0, -measure.length)
}

const bareKey = (mention: Mention, jurisdiction: Jurisdiction, measures: readonly string[]): string => {
  const key = nameKey(mention.name)
  switch (mention.type) {
    case 'Place':
      return withoutPrefix(key, jurisdiction.prefixes, 2)
    case 'Project':
      return projectStem(withoutPrefix(key, jurisdiction.prefixes, 3))
    case 'Department':
      return departmentKey(key, jurisdiction)
    case 'Indicator':
      return indicatorKey(key, measures)
    default:
      return key
  }
}

export type KeyOf = (mention: Mention) => string

/**
 * `Place|甲溪镇`; places outside of the jurisdiction go by their path, so that 长溪镇 there is not 长溪镇 here.
 * `measures`: words after an indicator that only say how it is counted (数量), longest first.
 */
export const keysFor =
  (jurisdiction: Jurisdiction, geography: Geography, measures: readonly string[]): KeyOf =>
  (mention) => {
    const path = mention.type === 'Place' ? geography(mention) : undefined
    return `${mention.type}|${path === undefined ? bareKey(mention, jurisdiction, measures) : `@${path}`}`
  }
