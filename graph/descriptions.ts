/** The properties that entities, targets and plans have in force, written where they differ. */

import { statementOf } from '../queries/catalogue.ts'
import { canonical } from './content-id.ts'
import type { RevisionStatus } from './edition.ts'
import { groupBy } from './group-by.ts'
import { behindTargets, changedList, type Description, merge, type StatedRelation } from './in-force.ts'
import { ENTITY_TYPES, type Properties } from './model.ts'
import { readByIds } from './projection.ts'
import type { GraphReader, GraphWriter, Plain } from './store.ts'

type DescribedRow = {
  id: string
  labels: string[]
  now: Record<string, Plain>
  revision: string | null
  described: Record<string, Plain> | null
}

/** A revision's standing, as far as it decides how much its descriptions count. */
export type Standing = Omit<Description, 'properties'> & { readonly status: RevisionStatus }

/** Labels that an entity may have besides Entity. */
const OWN_LABELS: readonly string[] = [...ENTITY_TYPES, 'Town']

type Projected = { readonly labels: readonly string[]; readonly properties: Properties }

/**
 * What an entity is in force. One that no revision in force describes is found by no label of a type: its last
 * description stays on the bare Entity, with the type as a property, for those who follow Statements of older revisions.
 */
const projected = (descriptions: readonly Description[]): Projected => {
  const { labels, properties } = merge(descriptions)
  if (Object.keys(properties).length === 0) return { labels: [], properties: {} }
  const inForce = descriptions.some((description) => description.inForce)
  if (inForce) return { labels, properties: { ...properties, inForce } }
  const [type = ''] = labels
  return { labels: [], properties: { ...properties, inForce, type } }
}

/** Gives entities the labels and properties that the revisions in force give them. */
export const projectEntities = async (
  store: GraphWriter,
  ids: readonly string[],
  standings: ReadonlyMap<string, Standing>,
): Promise<void> => {
  const things = await describedThings(store, 'entity', ids, standings)
  const labels: { id: string; name: string }[] = []
  for (const { id, row, descriptions } of things) {
    const { labels: wanted } = projected(descriptions)
    for (const label of wanted)
      if (!row.labels.includes(label)) labels.push({ id, name: `label-${label.toLowerCase()}` })
    for (const label of row.labels)
      if (OWN_LABELS.includes(label) && !wanted.includes(label))
        labels.push({ id, name: `unlabel-${label.toLowerCase()}` })
  }
  await setChanged(
    store,
    'put-entity',
    things.map(({ id, row, descriptions }) => ({
      id,
      now: row.now,
      wanted: projected(descriptions).properties,
    })),
  )
  for (const [name, rows] of groupBy(labels, (row) => row.name))
    await store.write(
      statementOf('write', name),
      rows.map(({ id }) => ({ id })),
    )
}

/** Gives targets their properties in force, and the statements in force behind them. */
export const projectTargets = async (
  store: GraphWriter,
  ids: readonly string[],
  standings: ReadonlyMap<string, Standing>,
  before: readonly StatedRelation[],
  after: readonly StatedRelation[],
): Promise<void> => {
  const gone = behindTargets(before)
  const come = behindTargets(after)
  const things = await describedThings(store, 'target', ids, standings)
  await setChanged(
    store,
    'put-target',
    things.map(({ id, row, descriptions }) => {
      const { properties } = merge(descriptions)
      const now = (row.now.statements ?? []) as readonly string[]
      const statements = changedList(now, gone.get(id) ?? [], come.get(id) ?? [])
      return {
        id,
        now: row.now,
        wanted: Object.keys(properties).length > 0 ? { ...properties, statements } : {},
      }
    }),
  )
}

const describedThings = async (
  store: GraphReader,
  kind: 'entity' | 'target',
  ids: readonly string[],
  standings: ReadonlyMap<string, Standing>,
) => {
  const rows = (await readByIds(store, `described-${kind}`, ids)) as unknown as readonly DescribedRow[]
  return [...groupBy(rows, ({ id }) => id)].map(([id, group]) => ({
    id,
    row: group[0] as DescribedRow,
    descriptions: group.flatMap(({ revision, described }): Description[] => {
      const standing = revision === null ? undefined : standings.get(revision)
      if (!standing || !described) return []
      const { id: _, inForce, ...properties } = described
      const isOut = inForce === false
      return [{ ...standing, inForce: standing.inForce && !isOut, properties: properties as Properties }]
    }),
  }))
}

type Wanted = {
  readonly id: string
  readonly now: Readonly<Record<string, Plain>>
  readonly wanted: Properties
}

/** Sets properties where they differ; those that are no longer wanted are removed. */
export const setChanged = async (
  store: GraphWriter,
  put: string,
  things: readonly Wanted[],
): Promise<void> => {
  const rows = things.flatMap(({ id, now, wanted }) => {
    const { id: _, ...held } = now
    if (canonical(held) === canonical(wanted)) return []
    const gone = Object.keys(held).filter((key) => !(key in wanted))
    return [{ id, props: { ...Object.fromEntries(gone.map((key) => [key, null])), ...wanted } }]
  })
  await store.write(statementOf('write', put), rows)
}
