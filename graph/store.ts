/** The contract between Guitu and a graph store. No driver's types: plain rows in, plain rows out. */
import type { StoreError } from './store-errors.ts'

/** What crosses the contract: JSON values. Numbers are finite; whole ones arrive in the store as integers. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain }
export type Row = { readonly [key: string]: Plain }
export type Parameters = { readonly [key: string]: Plain }

/** Rows sent to the store in one statement, at most. */
export const BATCH = 1000

/** Reads; refuses a statement that writes with a StoreError of kind `read-only`. */
export type GraphReader = {
  /** Rows of the statement, each a plain record by column. */
  read<R extends Row = Row>(statement: string, parameters?: Parameters): Promise<readonly R[]>
}

/** Reads and writes, in a transaction or each statement by itself. */
export type GraphWriter = GraphReader & {
  /** Sends `rows` through a statement that starts with `UNWIND $rows AS r`, in batches of at most BATCH, each atomic. */
  write(statement: string, rows: readonly Row[]): Promise<void>
  /** Any one statement, writing ones too; its rows. */
  run<R extends Row = Row>(statement: string, parameters?: Parameters): Promise<readonly R[]>
}

/** What a store can do beyond the contract, as named facts; callers ask for these, never for the engine's name. */
export type StoreSupport = {
  /** Several processes may have the store open for writing at once. */
  readonly manyProcesses: boolean
  /** The whole of Neo4j's Cypher; where false, statements are linted before they are sent (cypher-lint.ts). */
  readonly fullCypher: boolean
}

export type StoreMode = 'read' | 'write'

/** An open store. Every method rejects with a StoreError, whose message is one line for the user. */
export type GraphStore = GraphWriter & {
  /** Runs `work` in one transaction: all or nothing. `work` may run again after a transient failure, so it has no effects of its own. */
  transact<T>(work: (transaction: GraphWriter) => Promise<T>): Promise<T>
  /** Makes sure that what was written is on disk. */
  flush(): Promise<void>
  close(): Promise<void>
  /** Where it is, without a password: a path or an address. */
  readonly location: string
  readonly mode: StoreMode
  readonly supports: StoreSupport
}

export type { StoreError }
