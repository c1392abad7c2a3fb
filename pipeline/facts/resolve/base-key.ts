/** The key under which a mention is looked up before any merging: its type and its bare name. */
import type { Mention } from '../../records.ts'
import type { Jurisdiction } from './jurisdiction.ts'
import { nameKey, projectStem, withoutPrefix } from './name-key.ts'

/** Path of a place that lies outside the document's jurisdiction, or undefined. */
export const outsidePath = (mention: Mention, { path }: Jurisdiction): string | undefined => {
  const own = mention.attributes.path
  if (typeof own !== 'string' || own === '' || own.startsWith(`${path}/`)) return undefined
  return own
}

// “丙山县水务局” in 丙山县's own plan is the body it elsewhere calls “县水务局”.
const departmentKey = (key: string, { prefixes, suffix }: Jurisdiction): string => {
  const bare = withoutPrefix(key, prefixes, 2)
  return bare === key ? key : `${suffix}${bare}`
}

const bareKey = (mention: Mention, jurisdiction: Jurisdiction): string => {
  const key = nameKey(mention.name)
  switch (mention.type) {
    case 'Place':
      return jurisdiction.parts.includes(mention.name) ? key : withoutPrefix(key, jurisdiction.prefixes, 2)
    case 'Project':
      return projectStem(withoutPrefix(key, jurisdiction.prefixes, 3))
    case 'Department':
      return departmentKey(key, jurisdiction)
    default:
      return key
  }
}

/** `Place|甲溪镇`; places outside the jurisdiction carry their path, so that 长沙镇 there is not 长沙镇 here. */
export const baseKey = (mention: Mention, jurisdiction: Jurisdiction): string => {
  const outside = mention.type === 'Place' ? outsidePath(mention, jurisdiction) : undefined
  return `${mention.type}|${outside ? `@${outside}` : bareKey(mention, jurisdiction)}`
}
