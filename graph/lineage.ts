/** Which revision supersedes which, and which statement revises which, brought in line with the order of edition. */
import { statementOf } from '../queries/catalogue.ts'
import { type Edge, type KeyedStatement, type RevisionState, revisesOf, supersedesChain } from './edition.ts'
import { readByIds } from './projection.ts'
import { BATCH, type GraphWriter } from './store.ts'

/** Links each committed revision of a plan to the one it supersedes. */
export const linkRevisions = async (
  transaction: GraphWriter,
  plan: string,
  states: readonly RevisionState[],
): Promise<void> => {
  const stored = await transaction.read<Edge>(statementOf('record', 'supersedes'), { plan })
  await replaceEdges(
    transaction,
    stored,
    supersedesChain(states),
    'unlink-revision',
    'link-revision-supersedes',
  )
}

/** Links the statements under the given keys to those they revise. */
export const linkStatements = async (
  transaction: GraphWriter,
  states: readonly RevisionState[],
  keys: readonly string[],
): Promise<void> => {
  const revisions = states.map(({ id }) => id)
  if (revisions.length < 2) return
  const unique = [...new Set(keys)]
  const statements: KeyedStatement[] = []
  for (let at = 0; at < unique.length; at += BATCH)
    statements.push(
      ...(await transaction.read<KeyedStatement>(statementOf('record', 'statement-keys'), {
        revisions,
        keys: unique.slice(at, at + BATCH),
      })),
    )
  const stored = await readByIds<Edge>(
    transaction,
    'revises',
    statements.map(({ id }) => id),
  )
  await replaceEdges(
    transaction,
    stored,
    revisesOf(statements, states),
    'unlink-statement',
    'link-statement-revises',
  )
}

/** Writes the links that are wanted and not stored, and removes those that are stored and not wanted. */
export const replaceEdges = async (
  transaction: GraphWriter,
  stored: readonly Edge[],
  wanted: readonly Edge[],
  remove: string,
  put: string,
): Promise<void> => {
  const wantedIds = new Set(wanted.map(({ id }) => id))
  const storedIds = new Set(stored.map(({ id }) => id))
  const gone = stored.filter(({ id }) => !wantedIds.has(id)).map(({ id, from }) => ({ id, from }))
  await transaction.write(statementOf('write', remove), gone)
  const come = wanted
    .filter(({ id }) => !storedIds.has(id))
    .map(({ id, from, to }) => ({ id, from, to, props: {} }))
  await transaction.write(statementOf('write', put), come)
}
