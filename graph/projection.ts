/** Brings direct relationships in line with the statements in force, writing only what differs. */

import { statementOf } from '../queries/catalogue.ts'
import { canonical } from './content-id.ts'
import { groupBy } from './group-by.ts'
import { changedList, directLinks, type StatedRelation } from './in-force.ts'
import { BATCH, type GraphReader, type GraphWriter, type Row } from './store.ts'

/** What a revision's statements state, with the labels at the ends. */
export const relationsOf = async (
  store: GraphReader,
  revision: string | undefined,
): Promise<readonly StatedRelation[]> =>
  revision === undefined
    ? []
    : ((await store.read(statementOf('record', 'statement-ends'), {
        revision,
      })) as unknown as readonly StatedRelation[])

/** What the statements of several revisions state. */
export const relationsOfAll = async (
  store: GraphReader,
  revisions: readonly string[],
): Promise<readonly StatedRelation[]> => {
  const relations: StatedRelation[] = []
  for (const revision of revisions) relations.push(...(await relationsOf(store, revision)))
  return relations
}

/** Reads in batches of ids, which keeps a statement's list of parameters short. */
export const readByIds = async <R extends Row>(
  store: GraphReader,
  name: string,
  ids: readonly string[],
): Promise<readonly R[]> => {
  const rows: R[] = []
  for (let at = 0; at < ids.length; at += BATCH)
    rows.push(...(await store.read<R>(statementOf('record', name), { ids: ids.slice(at, at + BATCH) })))
  return rows
}

/** Replaces the statements `before` by `after` in the lists behind direct relationships and removes the empty ones. */
export const projectLinks = async (
  store: GraphWriter,
  before: readonly StatedRelation[],
  after: readonly StatedRelation[],
): Promise<void> => {
  const gone = directLinks(before)
  const come = directLinks(after)
  const touched = [...new Map([...gone, ...come]).values()].filter(
    ({ id }) =>
      canonical(gone.get(id)?.statements.toSorted()) !== canonical(come.get(id)?.statements.toSorted()),
  )
  const now = await currentLists(store, touched)
  const changes = touched.map((link) => {
    const { id } = link
    const statements = changedList(
      now.get(id) ?? [],
      gone.get(id)?.statements ?? [],
      come.get(id)?.statements ?? [],
    )
    return { ...link, statements }
  })
  const empty = changes.filter(({ statements }) => statements.length === 0)
  for (const [name, links] of groupBy(empty, ({ remove }) => remove))
    await store.write(
      statementOf('write', name),
      links.map(({ id, from }) => ({ id, from })),
    )
  const kept = changes.filter(({ statements }) => statements.length > 0)
  for (const [name, links] of groupBy(kept, ({ put }) => put))
    await store.write(
      statementOf('write', name),
      links.map(({ id, from, to, props, statements }) => ({ id, from, to, props: { ...props, statements } })),
    )
}

const currentLists = async (
  store: GraphReader,
  links: readonly { readonly from: string; readonly fromKind: string }[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const lists = new Map<string, readonly string[]>()
  for (const [kind, group] of groupBy(links, ({ fromKind }) => fromKind)) {
    const ids = [...new Set(group.map(({ from }) => from))]
    for (const { id, statements } of await readByIds<{ id: string; statements: string[] }>(
      store,
      `direct-${kind}`,
      ids,
    ))
      lists.set(id, statements)
  }
  return lists
}
