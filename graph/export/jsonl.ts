/** Writes a whole store as JSON lines, sorted: equal graphs give equal bytes, whatever store holds them. */

import { statementOf } from '../../queries/catalogue.ts'
import { groupBy } from '../group-by.ts'
import type { GraphReader, Plain, Row } from '../store.ts'
import { byCodePoint } from './order.ts'

/** Nodes fetched at once. */
const PAGE = 1000
/** Relationships held in memory at once, about. */
const BUCKET = 200_000
const HEXADECIMAL = [...'0123456789abcdef']

/**
 * What is the store's own and no part of the graph that users compare: its version, what each revision says of each
 * entity, and when a text came into this store, which is another time in every store.
 */
const INTERNAL: readonly string[] = ['Schema', 'DESCRIBED_IN', 'ingestedAt']

export type ExportOptions = {
  /** With the store's own bookkeeping. Default false. */
  readonly internal?: boolean
}

type IsLeftOut = (name: string) => boolean

/** A node's base label comes first, its own after it. */
const BASES = ['Schema', 'Plan', 'Revision', 'Section', 'Entity', 'Target', 'Commitment', 'Statement']

/** Lines without their line ends, nodes before relationships, each sorted by id. Memory holds the ids and one page. */
export async function* exportJsonl(store: GraphReader, options: ExportOptions = {}): AsyncGenerator<string> {
  const isLeftOut: IsLeftOut = (name) => !options.internal && INTERNAL.includes(name)
  yield* nodeLines(store, isLeftOut)
  yield* relationshipLines(store, isLeftOut)
}

async function* nodeLines(store: GraphReader, isLeftOut: IsLeftOut): AsyncGenerator<string> {
  const all = await store.read<{ id: string; labels: string[] }>(statementOf('record', 'node-ids'))
  const nodes = all
    .filter(({ labels }) => !labels.some(isLeftOut))
    .map(({ id, labels }) => ({
      id,
      key: JSON.stringify(id),
      base: BASES.find((label) => labels.includes(label)) ?? 'any',
    }))
    .sort((a, b) => byCodePoint(a.key, b.key))
  for (let at = 0; at < nodes.length; at += PAGE) {
    const page = nodes.slice(at, at + PAGE)
    const lines = new Map<string, string>()
    for (const [base, group] of groupBy(page, (node) => node.base))
      for (const row of await nodesOf(
        store,
        base,
        group.map(({ id }) => id),
      ))
        lines.set(String(row.properties.id), nodeLine(row, isLeftOut))
    yield* page.map(({ id }) => lines.get(id)).filter((line) => line !== undefined)
  }
}

type NodeRow = Row & { labels: string[]; properties: Record<string, Plain> }

const nodesOf = (store: GraphReader, base: string, ids: readonly string[]): Promise<readonly NodeRow[]> =>
  store.read<NodeRow>(statementOf('record', `nodes-${base.toLowerCase()}`), { ids })

const nodeLine = ({ labels, properties }: NodeRow, isLeftOut: IsLeftOut): string => {
  const shown = Object.entries(properties).filter(([key]) => !isLeftOut(key))
  return JSON.stringify({
    type: 'node',
    id: properties.id,
    labels: ordered(labels),
    properties: sorted(Object.fromEntries(shown)),
  })
}

type RelationshipRow = Row & {
  type: string
  properties: Record<string, Plain>
  from: string
  fromLabels: string[]
  to: string
  toLabels: string[]
}

async function* relationshipLines(store: GraphReader, isLeftOut: IsLeftOut): AsyncGenerator<string> {
  const types = await store.read<{ type: string; count: number }>(statementOf('record', 'relationship-types'))
  // Ids are `TYPE:…`, so types in the order of `TYPE:` are relationships in the order of ids.
  const shown = types.filter(({ type }) => !isLeftOut(type))
  for (const { type, count } of shown.sort((a, b) => byCodePoint(`${a.type}:`, `${b.type}:`)))
    for (const prefix of prefixes(`${type}:`, count)) {
      const rows = await store.read<RelationshipRow>(statementOf('record', 'relationships'), { type, prefix })
      yield* rows.map(relationshipLine).sort(byCodePoint)
    }
}

/** Ids end in hexadecimal digits: as many prefixes as keep one bucket small. */
const prefixes = (start: string, count: number): readonly string[] =>
  count <= BUCKET
    ? [start]
    : HEXADECIMAL.flatMap((digit) => prefixes(start + digit, count / HEXADECIMAL.length))

const relationshipLine = ({ type, properties, from, fromLabels, to, toLabels }: RelationshipRow): string =>
  JSON.stringify({
    type: 'relationship',
    id: properties.id,
    label: type,
    properties: sorted(properties),
    start: { id: from, labels: ordered(fromLabels) },
    end: { id: to, labels: ordered(toLabels) },
  })

const ordered = (labels: readonly string[]): readonly string[] => {
  const rest = labels.filter((label) => !BASES.includes(label)).sort()
  return [...labels.filter((label) => BASES.includes(label)), ...rest]
}

const sorted = (properties: Readonly<Record<string, Plain>>): Record<string, Plain> =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([, value]) => value !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
