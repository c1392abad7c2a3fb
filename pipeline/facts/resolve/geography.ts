/** Where a place lies: its path of divisions, by its code, as seen from the document's jurisdiction. */
import type { Knowledge, Row } from '../../knowledge.ts'
import type { Mention } from '../../records.ts'
import type { Jurisdiction } from './jurisdiction.ts'

/**
 * The path of a place that is not of the jurisdiction (巳州省/午县/长溪镇; a region across provinces: its own name),
 * the jurisdiction's own path for itself, or undefined for what lies within.
 */
export type Geography = (mention: Mention) => string | undefined

/** Divisions that only group others and are part of nobody's address. */
const GROUPING = /^(?:市辖区|县|(?:省|自治区)直辖县级行政区划)$/

const codesOf = new WeakMap<readonly Row[], ReadonlyMap<string, Row>>()
const byCode = (rows: readonly Row[]): ReadonlyMap<string, Row> => {
  const known = codesOf.get(rows)
  if (known) return known
  const codes = new Map(rows.map((row) => [row.code ?? '', row]))
  codesOf.set(rows, codes)
  return codes
}

const divisionPath = (code: string, codes: ReadonlyMap<string, Row>): readonly string[] => {
  const path: string[] = []
  for (let row = codes.get(code); row; row = codes.get(row.parent ?? ''))
    if (!GROUPING.test(row.name ?? '')) path.unshift(row.name ?? '')
  return path
}

/** Whether all of `parts` come in `path`, in order: 辰州省/丙山县 leaves out the city between. */
const passesThrough = (path: readonly string[], parts: readonly string[]): boolean => {
  let met = 0
  for (const name of path) if (name === parts[met]) met += 1
  return met === parts.length
}

export const geographyOf = (
  { parts, path: own }: Jurisdiction,
  knowledge: Pick<Knowledge, 'table'>,
): Geography => {
  const codes = byCode(knowledge.table('divisions'))
  const regions = new Set(knowledge.table('place-regions').map(({ name }) => name))
  return ({ name, attributes }) => {
    const level = parts.indexOf(name)
    if (level >= 0) return parts.slice(0, level + 1).join('/')
    if (typeof attributes.path === 'string' && attributes.path !== '')
      return attributes.path.startsWith(`${own}/`) ? undefined : attributes.path
    if (typeof attributes.code === 'string' || typeof attributes.code === 'number') {
      const path = divisionPath(String(attributes.code), codes)
      if (path.length > 0) return parts.length > 0 && passesThrough(path, parts) ? undefined : path.join('/')
    }
    return regions.has(name) ? name : undefined
  }
}
