/** The store on a Neo4j server. The only file that imports its driver. */
import neo4j, { type Driver, type ManagedTransaction, type Neo4jError, type Session } from 'neo4j-driver'
import { mayWrite } from './cypher-tokens.ts'
import { plainParameters } from './parameters.ts'
import { nodeMap, relationshipMap, toPlain } from './plain-values.ts'
import {
  BATCH,
  type GraphStore,
  type GraphWriter,
  type Parameters,
  type Plain,
  type Row,
  type StoreMode,
} from './store.ts'
import { excerpt, StoreError, storeErrors } from './store-errors.ts'

export type Neo4jOptions = { readonly mode: StoreMode; readonly user?: string; readonly password?: string }

const NO_AUTHENTICATION = { scheme: 'none', principal: '', credentials: '' }

type Runner = Pick<ManagedTransaction, 'run'>

/** Connects to `address` (bolt://user:password@host:port/database; all but the host may be left out). */
export const openNeo4j = async (address: string, options: Neo4jOptions): Promise<GraphStore> => {
  const { url, location, database, user, password } = parseAddress(address, options)
  const token = password === undefined ? NO_AUTHENTICATION : neo4j.auth.basic(user, password)
  const driver = neo4j.driver(url, token, {
    disableLosslessIntegers: true,
    connectionAcquisitionTimeout: 20_000,
  })
  await connect(driver, location)
  const { mode } = options
  const withSession = async <T>(access: StoreMode, work: (session: Session) => Promise<T>): Promise<T> => {
    const session = driver.session({
      database,
      defaultAccessMode: access === 'read' ? neo4j.session.READ : neo4j.session.WRITE,
    })
    try {
      return await work(session)
    } catch (cause) {
      throw explain(cause, location, '')
    } finally {
      await session.close()
    }
  }
  const run = <R extends Row>(statement: string, parameters?: Parameters) =>
    withSession(
      mode,
      async (session) => (await rowsOf(session, location, statement, parameters)) as unknown as readonly R[],
    )
  return {
    location,
    mode,
    supports: { manyProcesses: true, fullCypher: true },
    run,
    // READ access mode: the server itself refuses a statement that writes.
    read: (statement, parameters) =>
      withSession('read', (session) =>
        session.executeRead(
          async (transaction) => (await rowsOf(transaction, location, statement, parameters)) as never,
        ),
      ),
    write: (statement, rows) =>
      withSession(mode, async (session) => {
        for (let at = 0; at < rows.length; at += BATCH)
          await managed(session, mode, (transaction) =>
            rowsOf(transaction, location, statement, { rows: rows.slice(at, at + BATCH) }),
          )
      }),
    transact: (work) =>
      withSession(mode, (session) =>
        managed(session, mode, (transaction) => work(writerOn(transaction, location))),
      ),
    flush: async () => undefined,
    close: () => driver.close(),
  }
}

/** In a transaction that the driver tries again after a transient failure; the server refuses writes where `mode` is read. */
const managed = <T>(
  session: Session,
  mode: StoreMode,
  work: (transaction: ManagedTransaction) => Promise<T>,
): Promise<T> => (mode === 'read' ? session.executeRead(work) : session.executeWrite(work))

const parseAddress = (address: string, options: Neo4jOptions) => {
  if (!URL.canParse(address)) throw storeErrors.unreachable(address, new Error('not an address'))
  const url = new URL(address)
  const user = decodeURIComponent(url.username) || options.user || 'neo4j'
  const password = options.password ?? (url.password ? decodeURIComponent(url.password) : undefined)
  const database = url.pathname.replace(/^\//, '') || 'neo4j'
  const plain = `${url.protocol}//${url.host}`
  return {
    url: plain,
    location: database === 'neo4j' ? plain : `${plain}/${database}`,
    database,
    user,
    password,
  }
}

const connect = async (driver: Driver, location: string): Promise<void> => {
  try {
    await driver.getServerInfo()
  } catch (cause) {
    await driver.close()
    throw explain(cause, location, '')
  }
}

const writerOn = (transaction: Runner, location: string): GraphWriter => {
  const run: GraphWriter['run'] = async (statement, parameters) =>
    (await rowsOf(transaction, location, statement, parameters)) as never
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

const rowsOf = async (runner: Runner, location: string, statement: string, parameters: Parameters = {}) => {
  try {
    const { records } = await runner.run(
      statement,
      wrapped(plainParameters(parameters)) as Record<string, unknown>,
    )
    return records.map((record) => toPlain(record.toObject(), unwrap))
  } catch (cause) {
    // A transient failure goes back to the driver as it is, which tries the whole transaction again.
    throw neo4j.isRetryableError(cause) ? cause : explain(cause, location, statement)
  }
}

/** The driver's nodes, relationships and paths as maps; its dates, times and points as text. */
const unwrap = (value: object): Record<string, unknown> | string | undefined => {
  if (neo4j.isNode(value)) return nodeMap(value.properties, value.labels)
  if (neo4j.isRelationship(value)) return relationshipMap(value.properties, value.type)
  if (neo4j.isPath(value)) {
    const relationships = value.segments.map(({ relationship }) => relationship)
    return { nodes: [value.start, ...value.segments.map(({ end }) => end)], relationships }
  }
  return Object.getPrototypeOf(value) === Object.prototype ? undefined : String(value)
}

/** Whole numbers as integers: bare JavaScript numbers are floats there, and `3 / 2` would be 1.5. */
const wrapped = (value: Plain): unknown => {
  if (typeof value === 'number') return Number.isInteger(value) ? neo4j.int(value) : value
  if (Array.isArray(value)) return value.map(wrapped)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, wrapped(item)]))
}

const explain = (cause: unknown, location: string, statement: string): Error => {
  if (cause instanceof StoreError || !(cause instanceof Error)) return cause as Error
  const code = (cause as Neo4jError).code ?? ''
  if (code.includes('Security')) return storeErrors.wrongPassword(location, cause)
  if (code === 'ServiceUnavailable' || code === 'SessionExpired')
    return storeErrors.unreachable(location, cause)
  if (code.includes('AccessMode') || code.includes('ForbiddenOnReadOnly'))
    return storeErrors.readOnly(excerpt(statement), cause)
  if (code.includes('ConstraintValidation')) return storeErrors.constraint(location, cause)
  if (code.startsWith('Neo.ClientError')) return storeErrors.cypher(excerpt(statement), cause)
  return code ? storeErrors.failed(location, cause) : cause
}
