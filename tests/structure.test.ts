/** How the source hangs together: directions of imports, one file a driver, no county's name in the engine. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
const LAYERS = ['queries', 'graph', 'pipeline', 'web', 'cli'] as const
/** The edge of the pipeline may use the graph's store; its core knows the model alone. */
const CORE_MAY_IMPORT = ['graph/model.ts', 'graph/group-by.ts']
const DRIVERS = ['@grafeo-db/js', 'neo4j-driver', 'ioredis', 'bullmq', 'nodejieba', 'pinyin-pro', 'jschardet']

const filesBelow = (folder: string, extension: RegExp): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && extension.test(entry.name) && !entry.parentPath.includes('node_modules'),
    )
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))

const IMPORT = /(?:from|import)\s*\(?\s*'([^']+)'/g
const importsOf = (file: string): readonly string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(IMPORT)].map(([, name = '']) =>
    name.startsWith('.') ? relative(root, resolve(root, dirname(file), name)) : name,
  )
const sources = LAYERS.filter((layer) => existsSync(join(root, layer))).flatMap((layer) =>
  filesBelow(layer, /\.ts$/),
)
const imports = sources.flatMap((file) => importsOf(file).map((imported) => ({ file, imported })))
const layerOf = (file: string): number => LAYERS.indexOf(file.split('/')[0] as (typeof LAYERS)[number])

describe('imports', () => {
  it('point one way: queries ← graph ← pipeline ← web ← cli', () => {
    const upwards = imports.filter(({ file, imported }) => layerOf(imported) > layerOf(file))
    expect(upwards).toEqual([])
  })
  it('of tests stay in tests', () => {
    expect(imports.filter(({ imported }) => imported.startsWith('tests/'))).toEqual([])
  })
  it('of the pure core reach nothing of the graph but its model and its way of grouping', () => {
    const core = imports.filter(
      ({ file }) => file.startsWith('pipeline/') && !file.startsWith('pipeline/run/'),
    )
    const beyond = core.filter(
      ({ imported }) => layerOf(imported) >= 0 && layerOf(imported) < layerOf('pipeline/'),
    )
    expect(beyond.filter(({ imported }) => !CORE_MAY_IMPORT.includes(imported))).toEqual([])
  })
  it('of the model are none', () => {
    expect(imports.filter(({ file }) => file === 'graph/model.ts')).toEqual([])
  })
  it.each(DRIVERS)('bring in %s in one file', (driver) => {
    const users = imports.filter(({ imported }) => imported === driver || imported.startsWith(`${driver}/`))
    expect([...new Set(users.map(({ file }) => file))]).toHaveLength(1)
  })
  it('are not circular', () => {
    expect(circleIn(sources)).toBeUndefined()
  })
})

/** One circle of imports, types left out, or undefined. */
const circleIn = (files: readonly string[]): string | undefined => {
  const valueImports = (file: string) =>
    [
      ...readFileSync(join(root, file), 'utf8').matchAll(
        /^(?:import|export)\s+(?!type\b)[^;]*?from\s+'(\.[^']+)'/gm,
      ),
    ].map(([, name = '']) => relative(root, resolve(root, dirname(file), name)))
  const done = new Set<string>()
  const visit = (file: string, above: readonly string[]): string | undefined => {
    if (above.includes(file)) return [...above.slice(above.indexOf(file)), file].join(' → ')
    if (done.has(file) || !files.includes(file)) return undefined
    for (const next of valueImports(file)) {
      const circle = visit(next, [...above, file])
      if (circle) return circle
    }
    done.add(file)
    return undefined
  }
  for (const file of files) {
    const circle = visit(file, [])
    if (circle) return circle
  }
  return undefined
}

describe('the engine', () => {
  it('names no county, city or town: knowledge of one place travels with its plan or the gazetteer', () => {
    const names = placeNames()
    const longest = Math.max(...[...names].map((name) => name.length))
    const found = [...filesBelow('pipeline', /\.(?:ts|tsv|md)$/)]
      .filter(
        (file) =>
          !file.startsWith('pipeline/gazetteer/') && !file.startsWith('pipeline/lexicons/place-common-words'),
      )
      .flatMap((file) =>
        namesIn(readFileSync(join(root, file), 'utf8'), names, longest).map((name) => `${file}: ${name}`),
      )
    expect(found).toEqual([])
  })
})

/** Names below province of three characters or more, in full: shorter ones are ordinary words too often. */
const placeNames = (): ReadonlySet<string> => {
  const rows = readFileSync(join(root, 'pipeline/gazetteer/divisions.tsv'), 'utf8').split('\n').slice(2)
  const below = rows.map((row) => row.split('\t')).filter(([code = '']) => code.length > 2)
  return new Set(below.map(([, name = '']) => name).filter((name) => name.length >= 3 && !GENERAL.has(name)))
}
/** Rows of the gazetteer that group others, and class words that are some place's whole name. */
const GENERAL = new Set(
  '市辖区 开发区 工业园区 保税区 高新区 物流园区 旅游度假区 经济技术开发区 高新技术产业开发区 高铁新区 化工园区 中心镇 卫星镇 林草局 临空经济区 综合保税区 工业集中区 新建区 示范农场'.split(
    ' ',
  ),
)

const namesIn = (text: string, names: ReadonlySet<string>, longest: number): readonly string[] => {
  const found = new Set<string>()
  for (const [run] of text.matchAll(/\p{Script=Han}{3,}/gu))
    for (let start = 0; start < run.length; start += 1)
      for (let length = 3; length <= longest && start + length <= run.length; length += 1) {
        const name = run.slice(start, start + length)
        if (names.has(name)) found.add(name)
      }
  return [...found]
}
