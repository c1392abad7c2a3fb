/** Opens a store by where it is: a folder (embedded) or an address (Neo4j). */
import { setTimeout } from 'node:timers/promises'
import { queriesIn, statementOf } from '../queries/catalogue.ts'
import type { GraphStore, StoreMode } from './store.ts'
import { otherSchemaVersion, storeErrors } from './store-errors.ts'

/** Version of labels, keys and records in a store; a store of another version is refused. */
export const SCHEMA_VERSION = 1
const SCHEMA_ID = 'schema:guitu'
const SCHEMA_TRIES = 10

export type OpenOptions = {
  /** `read` refuses every write. */
  readonly mode: StoreMode
  /** Makes a store where there is none; only with mode `write`. Default true. */
  readonly create?: boolean
  /** For Neo4j; the address may carry them instead. */
  readonly user?: string
  readonly password?: string
}

/** Whether a location is an address of Neo4j and not a folder. */
export const isAddress = (location: string): boolean => /^(?:bolt|neo4j)(?:\+s|\+ssc)?:\/\//.test(location)

/** An open store whose schema is of this version. Rejects with a StoreError and leaves everything as it was. */
export const openStore = async (location: string, options: OpenOptions): Promise<GraphStore> => {
  const { mode, create = true } = options
  // Each driver is loaded only where it is needed: both take a while.
  const store = isAddress(location)
    ? await (await import('./neo4j-store.ts')).openNeo4j(location, options)
    : (await import('./embedded-store.ts')).openEmbedded(location, mode, create)
  try {
    await checkSchema(store, create)
    return store
  } catch (cause) {
    await store.close()
    throw cause
  }
}

const checkSchema = async (store: GraphStore, create: boolean): Promise<void> => {
  const found = await store.read(statementOf('record', 'schema'))
  const version = found.find((row) => row.id === SCHEMA_ID)?.version
  if (version === SCHEMA_VERSION) return
  if (typeof version === 'number') throw otherSchemaVersion(store.location, version, SCHEMA_VERSION)
  const [count] = await store.read<{ nodes: number }>(statementOf('record', 'count-nodes'))
  // A database that holds something else is not ours to write into.
  if ((count?.nodes ?? 0) > 0) throw storeErrors.notAStore(store.location)
  if (store.mode === 'read' || !create) throw storeErrors.noStore(store.location)
  await makeSchema(store)
}

/** Two processes that make the schema of one new Neo4j at once stand in each other's way; the statements can be repeated. */
const makeSchema = async (store: GraphStore): Promise<void> => {
  for (let tried = 1; ; tried++) {
    try {
      for (const { statement } of queriesIn('schema')) await store.run(statement)
      const schema = { id: SCHEMA_ID, props: { version: SCHEMA_VERSION } }
      await store.write(statementOf('write', 'put-schema'), [schema])
      return await store.flush()
    } catch (cause) {
      if (tried === SCHEMA_TRIES || !store.supports.manyProcesses) throw cause
      await setTimeout(Math.random() * tried * 200)
    }
  }
}
