/** The embedded store: Grafeo in this process, in one folder. The only file that imports the engine. */
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pkg, { type GrafeoDB as Database, type GrafeoError, type Transaction } from '@grafeo-db/js'
import { mayWrite } from './cypher-tokens.ts'
import { plainParameters } from './parameters.ts'
import { nodeMap, relationshipMap, toPlain } from './plain-values.ts'
import {
  BATCH,
  type GraphStore,
  type GraphWriter,
  type Parameters,
  type Row,
  type StoreMode,
} from './store.ts'
import { excerpt, StoreError, storeErrors } from './store-errors.ts'

const { GrafeoDB } = pkg

/** The engine's file in a store's folder; a log lies beside it while the store is open. */
const FILE = 'graph.grafeo'
/** Conflicts between transactions, worth another try. */
const RETRIED = '40000'
const TRIES = 5

type Engine = Pick<Database, 'executeCypher'> | Pick<Transaction, 'executeCypher'>

/** Opens the store in the folder `path`. With `create`, a new or empty folder becomes a store. */
export const openEmbedded = (path: string, mode: StoreMode, create: boolean): GraphStore => {
  const database = openDatabase(path, mode, create)
  if (mode === 'write') database.setCheckpointTriggers({ intervalMs: 1000 })
  const queue = serial()
  let isOpen = true
  const open = <T>(work: () => Promise<T>): Promise<T> =>
    isOpen ? work() : Promise.reject(storeErrors.closed(path))
  const own = writerOn(database, path, mode)
  return {
    location: path,
    mode,
    supports: { manyProcesses: false, fullCypher: false },
    read: (statement, parameters) => open(() => own.read(statement, parameters)),
    run: (statement, parameters) => open(() => queue(() => own.run(statement, parameters))),
    write: (statement, rows) => open(() => queue(() => own.write(statement, rows))),
    transact: (work) => open(() => queue(() => inTransaction(database, path, mode, work))),
    flush: () =>
      open(async () => {
        if (mode === 'write') await queue(async () => database.walCheckpoint())
      }),
    close: () =>
      queue(async () => {
        if (isOpen) database.close()
        isOpen = false
      }),
  }
}

const openDatabase = (path: string, mode: StoreMode, create: boolean): Database => {
  const file = join(path, FILE)
  if (!existsSync(file)) {
    const isFree = !existsSync(path) || (statSync(path).isDirectory() && readdirSync(path).length === 0)
    if (!isFree) throw storeErrors.notAStore(path)
    if (mode === 'read' || !create) throw storeErrors.noStore(path)
    mkdirSync(path, { recursive: true })
    return attempt(path, () => GrafeoDB.create(file))
  }
  return attempt(path, () => (mode === 'read' ? GrafeoDB.openReadOnly(file) : GrafeoDB.open(file)))
}

const attempt = (path: string, open: () => Database): Database => {
  try {
    return open()
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    if (/permission denied|read-only file system/i.test(why)) throw storeErrors.noRights(path, cause)
    if (/lock/i.test(why)) throw storeErrors.held(path, cause)
    if (/magic|not a Grafeo|Serialization|header/i.test(why)) throw storeErrors.notAStore(path, cause)
    throw storeErrors.failed(path, cause)
  }
}

const writerOn = (engine: Engine, path: string, mode: StoreMode): GraphWriter => {
  const run = async <R extends Row>(
    statement: string,
    parameters: Parameters = {},
  ): Promise<readonly R[]> => {
    if (mode === 'read' && mayWrite(statement)) throw storeErrors.readOnly(excerpt(statement))
    return (await execute(engine, path, statement, plainParameters(parameters))) as unknown as readonly R[]
  }
  return {
    run,
    read: (statement, parameters) =>
      mayWrite(statement)
        ? Promise.reject(storeErrors.readOnly(excerpt(statement)))
        : run(statement, parameters),
    write: async (statement, rows) => {
      for (let at = 0; at < rows.length; at += BATCH)
        await run(statement, { rows: rows.slice(at, at + BATCH) })
    },
  }
}

const execute = async (engine: Engine, path: string, statement: string, parameters: Parameters) => {
  for (let tried = 1; ; tried++) {
    try {
      const result = await engine.executeCypher(statement, parameters)
      const { columns } = result
      return result
        .rows()
        .map((row) =>
          Object.fromEntries(columns.map((column, index) => [column, toPlain(row[index], unwrap)])),
        )
    } catch (cause) {
      const isConflict = (cause as GrafeoError).gqlStatus === RETRIED
      if (!isConflict || tried === TRIES || 'commit' in engine) throw explain(cause, path, statement)
    }
  }
}

/** The engine's nodes, relationships and paths are maps with keys of their own. */
const unwrap = (value: object): Record<string, unknown> | undefined => {
  const { _id, _labels, _type, _source, _target, ...properties } = value as Record<string, unknown>
  if (Array.isArray(_labels)) return nodeMap(properties, _labels as string[])
  if (typeof _type === 'string') return relationshipMap(properties, _type)
  const { nodes, edges, ...rest } = properties
  const isPath = Array.isArray(nodes) && Array.isArray(edges) && Object.keys(rest).length === 0
  return isPath ? { nodes, relationships: edges } : undefined
}

const inTransaction = async <T>(
  database: Database,
  path: string,
  mode: StoreMode,
  work: (transaction: GraphWriter) => Promise<T>,
): Promise<T> => {
  const transaction = database.beginTransaction()
  try {
    const result = await work(writerOn(transaction, path, mode))
    transaction.commit()
    return result
  } catch (cause) {
    // The engine would commit the rest after an error: the transaction is over.
    if (transaction.isActive) transaction.rollback()
    throw cause instanceof Error && 'gqlStatus' in cause ? explain(cause, path, '') : cause
  }
}

const explain = (cause: unknown, path: string, statement: string): Error => {
  if (cause instanceof StoreError) return cause
  const { gqlStatus = '', message = String(cause) } = cause as GrafeoError
  const bare = new Error(message.split('\n')[0]?.replace(/^.*?GRAFEO-\w+: (?:\w+ error: )?/, '') ?? message, {
    cause,
  })
  if (gqlStatus === 'G2000' && message.includes('onstraint')) return storeErrors.constraint(path, bare)
  if (gqlStatus.startsWith('25')) return storeErrors.readOnly(excerpt(statement), bare)
  if (/^(42|22|G2)/.test(gqlStatus)) return storeErrors.cypher(excerpt(statement), bare)
  return storeErrors.failed(path, bare)
}

/** Runs one work after the other; a failed one does not stop the next. */
const serial = (): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
}
