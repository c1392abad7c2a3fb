/** The administrative divisions of China, provinces to towns, looked up within a jurisdiction. */
import { readFileSync } from 'node:fs'
import { shortName } from './short-names.ts'

export type DivisionLevel = 'province' | 'city' | 'county' | 'town'
/** `Place.kind` of the graph: a town is a town, township, subdistrict or (a farm, a zone) other. */
export type DivisionKind = 'province' | 'city' | 'county' | 'town' | 'township' | 'subdistrict' | 'other'

export type Division = {
  /** Administrative division code: 2, 4, 6 or 9 digits. */
  readonly code: string
  /** Full name: 甲溪镇. */
  readonly name: string
  /** Short form where two characters or more are left: 甲溪. */
  readonly short?: string
  readonly level: DivisionLevel
  readonly kind: DivisionKind
  /** Names from province down, joined by `/`; levels that only group (市辖区) are left out: 重庆市/开州区/岳溪镇. */
  readonly path: string
  /** Path of the division above; none for a province. */
  readonly parent?: string
}

export type Gazetteer = {
  /** The division at a path, or undefined. */
  readonly at: (path: string) => Division | undefined
  /** All divisions below a path, in code order; none for an unknown path. */
  readonly placesUnder: (path: string) => readonly Division[]
  /** Divisions at or below a path that bear a name, full (甲溪镇) or short (甲溪); the nearest level first. */
  readonly resolve: (name: string, path: string) => readonly Division[]
  /** The other counties of the same province. */
  readonly neighbours: (path: string) => readonly Division[]
  /** Provinces, cities and counties of the country that bear a name, full or short; the highest level first. */
  readonly named: (name: string) => readonly Division[]
  /** All provinces, cities and counties. */
  readonly aboveTowns: readonly Division[]
}

let loaded: Gazetteer | undefined

/** The gazetteer, read once. */
export const loadGazetteer = (): Gazetteer => {
  loaded ??= toGazetteer(readDivisions())
  return loaded
}

/** All divisions below a path such as 重庆市/开州区. */
export const placesUnder = (path: string): readonly Division[] => loadGazetteer().placesUnder(path)

const LEVELS: Readonly<Record<number, DivisionLevel>> = { 2: 'province', 4: 'city', 6: 'county', 9: 'town' }

const readRows = (file: string): string[][] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t'))

const readDivisions = (): readonly Division[] => {
  const peoples = readRows('./ethnic-groups.tsv').map(([name]) => name ?? '')
  const paths = new Map<string, string>()
  const divisions: Division[] = []
  for (const [code = '', name = '', above = ''] of readRows('./divisions.tsv')) {
    const parent = paths.get(above)
    if (isGrouping(code, name) || parent?.endsWith(`/${name}`)) {
      // 市辖区, 县 and 省直辖县级行政区划 stand between province and county and name nothing.
      paths.set(code, parent ?? '')
      continue
    }
    const path = parent ? `${parent}/${name}` : name
    paths.set(code, path)
    const short = shortName(name, peoples)
    const level = LEVELS[code.length] ?? 'town'
    divisions.push(
      Object.freeze({ code, name, ...(short ? { short } : {}), level, kind: kindOf(name, level), path, ...(parent ? { parent } : {}) }),
    )
  }
  return divisions
}

const isGrouping = (code: string, name: string): boolean =>
  code.length === 4 && /^(?:市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/.test(name)

const kindOf = (name: string, level: DivisionLevel): DivisionKind => {
  if (level !== 'town') return level
  if (name.endsWith('镇')) return 'town'
  if (/(?:乡|苏木)$/.test(name)) return 'township'
  return /街道(?:办事处)?$/.test(name) ? 'subdistrict' : 'other'
}

const toGazetteer = (divisions: readonly Division[]): Gazetteer => {
  const byPath = new Map(divisions.map((division) => [division.path, division]))
  const aboveTowns = divisions.filter(({ level }) => level !== 'town')
  const byName = index(aboveTowns)
  const under = memo((path: string) => divisions.filter((division) => division.path.startsWith(`${path}/`)))
  const within = memo((path: string) => index([...(byPath.has(path) ? [byPath.get(path) as Division] : []), ...under(path)]))
  return Object.freeze({
    at: (path: string) => byPath.get(path),
    placesUnder: under,
    resolve: (name: string, path: string) => within(path).get(name) ?? [],
    neighbours: (path: string) => {
      const province = path.split('/')[0] ?? ''
      return under(province).filter((division) => division.level === 'county' && division.path !== path)
    },
    named: (name: string) => byName.get(name) ?? [],
    aboveTowns,
  })
}

const RANK: Readonly<Record<DivisionLevel, number>> = { province: 0, city: 1, county: 2, town: 3 }

/** Divisions by full and short name, higher levels first, full names before short ones. */
const index = (divisions: readonly Division[]): ReadonlyMap<string, readonly Division[]> => {
  const names = new Map<string, Division[]>()
  const put = (name: string, division: Division): void => {
    const bearers = names.get(name)
    if (bearers) bearers.push(division)
    else names.set(name, [division])
  }
  const sorted = [...divisions].sort((a, b) => RANK[a.level] - RANK[b.level])
  for (const division of sorted) put(division.name, division)
  for (const division of sorted) if (division.short) put(division.short, division)
  return names
}

const memo = <Value>(compute: (key: string) => Value): ((key: string) => Value) => {
  const known = new Map<string, Value>()
  return (key) => {
    const value = known.get(key)
    if (value !== undefined) return value
    const fresh = compute(key)
    known.set(key, fresh)
    return fresh
  }
}
