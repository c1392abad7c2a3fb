/** What must be written so that a store holds a revision's record, and writing it. */

import { statementOf } from '../queries/catalogue.ts'
import { canonical } from './content-id.ts'
import { groupBy } from './group-by.ts'
import { RECORD_KINDS, type RecordKind, type RecordRow, type RevisionRecordRows } from './record.ts'
import type { GraphReader, GraphWriter, Plain, Row } from './store.ts'

type StoredRow = Row & { id: string; from?: string; to?: string; props: Record<string, Plain> }

export type RecordDifference = {
  readonly put: readonly RecordRow[]
  readonly remove: readonly RecordRow[]
  /** Entities and targets that the revision described and no longer does, with the statement that removes the node. */
  readonly undescribed: readonly { readonly id: string; readonly kind: 'entity' | 'target' }[]
}

/** Properties of a record that belong to the projection, not to the record. */
const PROJECTED = new Set(['id', 'inForce'])

const recorded = (props: Readonly<Record<string, Plain>>): Record<string, Plain> =>
  Object.fromEntries(Object.entries(props).filter(([key]) => !PROJECTED.has(key)))

/** Compares the desired record with what the store holds for that revision. Reads only. */
export const compareRecord = async (
  store: GraphReader,
  revision: string,
  desired: RevisionRecordRows,
): Promise<RecordDifference> => {
  const put: RecordRow[] = []
  const remove: RecordRow[] = []
  for (const kind of RECORD_KINDS) {
    const stored = new Map(
      (await store.read<StoredRow>(statementOf('record', kind), { revision })).map((row) => [row.id, row]),
    )
    for (const row of desired[kind]) {
      const changed = changedRow(row, stored.get(row.id))
      if (changed) put.push(changed)
      stored.delete(row.id)
    }
    for (const row of stored.values()) remove.push(removedRow(kind, row, revision))
  }
  const undescribed = remove
    .filter(({ id }) => id.startsWith('DESCRIBED_IN:'))
    .map(
      ({ from = '', remove: name }) =>
        ({ id: from, kind: name === 'unlink-target' ? 'target' : 'entity' }) as const,
    )
  return { put, remove, undescribed }
}

const changedRow = (row: RecordRow, stored: StoredRow | undefined): RecordRow | undefined => {
  if (!stored) return row
  const now = recorded(stored.props)
  if (canonical(now) === canonical(row.props)) return undefined
  const gone = Object.keys(now).filter((key) => !(key in row.props))
  return { ...row, props: { ...Object.fromEntries(gone.map((key) => [key, null as never])), ...row.props } }
}

const REMOVES: Readonly<Record<RecordKind, string>> = {
  sections: 'remove-section',
  commitments: 'remove-commitment',
  statements: 'remove-statement',
  descriptions: 'unlink-entity',
  'section-links': 'unlink-section',
  subjects: 'unlink-statement',
  objects: 'unlink-statement',
  'statement-quotes': 'unlink-statement',
  'commitment-quotes': 'unlink-commitment',
  mentions: 'unlink-entity',
  'plan-links': 'unlink-plan',
}

const removedRow = (kind: RecordKind, row: StoredRow, revision: string): RecordRow => {
  const isTarget = kind === 'descriptions' && row.props.label === 'Target'
  const isOutermost = kind === 'section-links' && row.from === revision
  const remove = isTarget ? 'unlink-target' : isOutermost ? 'unlink-revision' : REMOVES[kind]
  return {
    id: row.id,
    ...(row.from === undefined ? {} : { from: row.from, to: row.to as string }),
    props: {},
    put: '',
    remove,
  }
}

/** Writes a difference: what goes first, relationships before nodes, then what comes, nodes before relationships. */
export const writeDifference = async (store: GraphWriter, difference: RecordDifference): Promise<void> => {
  const removals = difference.remove.toSorted(
    (a, b) => Number(a.from === undefined) - Number(b.from === undefined),
  )
  for (const [name, rows] of groupBy(removals, ({ remove }) => remove))
    await store.write(
      statementOf('write', name),
      rows.map(({ id, from }) => ({ id, ...(from === undefined ? {} : { from }) })),
    )
  for (const [name, rows] of groupBy(difference.put, ({ put }) => put))
    await store.write(
      statementOf('write', name),
      rows.map(
        ({ id, from, to, props }): Row =>
          from === undefined ? { id, props } : { id, from, to: to as string, props },
      ),
    )
  await removeOrphans(store, difference.undescribed)
}

/** An entity or target that no revision describes any more has nothing left that could be said of it. */
const removeOrphans = async (
  store: GraphWriter,
  undescribed: RecordDifference['undescribed'],
): Promise<void> => {
  for (const [kind, rows] of groupBy(undescribed, (row) => row.kind)) {
    const ids = rows.map(({ id }) => id)
    const found = await store.read<{ id: string; revision: string | null }>(
      statementOf('record', `described-${kind}`),
      { ids },
    )
    const orphans = found.filter(({ revision }) => revision === null).map(({ id }) => ({ id }))
    await store.write(statementOf('write', `remove-${kind}`), orphans)
  }
}
