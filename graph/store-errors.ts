/** What can go wrong with a store, said to a user in one line: what, where, what to do. */

export type StoreErrorKind =
  | 'unreachable'
  | 'wrong-password'
  | 'not-a-store'
  | 'no-store'
  | 'held'
  | 'no-rights'
  | 'schema-version'
  | 'constraint'
  | 'cypher'
  | 'read-only'
  | 'parameter'
  | 'closed'
  | 'conflict'
  | 'unknown-revision'
  | 'failed'

/** A failure of a store. `kind` is for programs, `message` one line for people, `cause` what the driver said. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly kind: StoreErrorKind

  constructor(kind: StoreErrorKind, message: string, cause?: unknown) {
    super(message.replace(/\s*\n\s*/g, ' '), cause === undefined ? undefined : { cause })
    this.kind = kind
  }

  /** Whether trying the same again later can help. */
  get isTransient(): boolean {
    return this.kind === 'unreachable' || this.kind === 'held'
  }
}

const detail = (cause: unknown): string => {
  const text = (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? ''
  return (text.split('Caused by: ').at(-1) ?? text).trim().replace(/[.。]$/, '')
}

const build =
  (kind: StoreErrorKind, say: (where: string, detail: string) => string) =>
  (where: string, cause?: unknown): StoreError =>
    new StoreError(kind, say(where, cause === undefined ? '' : detail(cause)), cause)

/** One builder a failure; the first argument says where: a path, an address, or the start of a statement. */
export const storeErrors = {
  unreachable: build(
    'unreachable',
    (where, why) =>
      `No Neo4j answers at ${where} (${why}): start it (docker compose up) or correct the address`,
  ),
  wrongPassword: build(
    'wrong-password',
    (where) =>
      `Neo4j at ${where} refuses the user or password: give them as bolt://user:password@host or in GUITU_NEO4J_PASSWORD`,
  ),
  notAStore: build(
    'not-a-store',
    (where) => `${where} is not a Guitu store: give the path of a store, or of a new or empty folder`,
  ),
  noStore: build(
    'no-store',
    (where) => `There is no store at ${where}: make one with guitu ingest, or correct the path`,
  ),
  held: build(
    'held',
    (where) =>
      `The store ${where} is held by another process: end that one or wait for it, or use Neo4j for several at once`,
  ),
  noRights: build(
    'no-rights',
    (where) => `The store ${where} cannot be written or read by this user: change the rights to its folder`,
  ),
  constraint: build(
    'constraint',
    (where, why) =>
      `The write breaks a uniqueness constraint of ${where} (${why}): nothing was written; run guitu verify`,
  ),
  cypher: build('cypher', (where, why) => `The Cypher statement cannot be run: ${why}; in: ${where}`),
  readOnly: build(
    'read-only',
    (where) =>
      `This statement writes, and the store is open for reading only: allow writing (guitu cypher --write), or read instead; in: ${where}`,
  ),
  parameter: build(
    'parameter',
    (where, why) =>
      `The parameter ${where} cannot be sent to a store: ${why}; give text, numbers, true or false, null, or lists and maps of them`,
  ),
  closed: build('closed', (where) => `The store ${where} is already closed`),
  failed: build('failed', (where, why) => `The store ${where} failed: ${why}`),
} as const

/** A store that another version of Guitu made. */
export const otherSchemaVersion = (where: string, found: number | undefined, expected: number): StoreError =>
  new StoreError(
    'schema-version',
    `The store ${where} has schema version ${found ?? 'unknown'}, this Guitu needs ${expected}: ingest the plans into a new store`,
  )

/** The start of a statement, on one line, for a message. */
export const excerpt = (statement: string): string => {
  const line = statement.replace(/\s+/g, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}

/** What was asked for does not fit what the store holds: another text under the same id, a plan of another place. */
export const conflict = (message: string): StoreError => new StoreError('conflict', message)

/** A revision that the store does not hold. */
export const unknownRevision = (revision: string, where: string): StoreError =>
  new StoreError('unknown-revision', `There is no revision ${revision} in ${where}: guitu status lists them`)
