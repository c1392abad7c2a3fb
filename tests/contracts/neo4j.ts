/** The one database of a real Neo4j, emptied for each use, for contract tests. */
import neo4j, { type Session } from 'neo4j-driver'
import type { StoreFactory } from './store-factory.ts'

/** The address that `npm run test:servers` sets; undefined where no Neo4j could be started. */
export const neo4jAddress = (): string | undefined => process.env.GUITU_TEST_NEO4J

export const neo4jFactory = (address: string): StoreFactory => ({
  name: 'Neo4j',
  runs: 4,
  fresh: async () => {
    await empty(address)
    return address
  },
})

/** Removes every node; constraints and indexes may stay, for a new store asks for the same ones. */
const empty = (address: string): Promise<void> =>
  withSession(address, async (session) => {
    await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS')
  })

/** Removes constraints and indexes too: what is left is the database of a server that was never used. */
export const unused = async (address: string): Promise<void> => {
  await empty(address)
  await withSession(address, async (session) => {
    const constraints = await session.run('SHOW CONSTRAINTS YIELD name')
    for (const record of constraints.records) await session.run(`DROP CONSTRAINT ${record.get('name')}`)
    const indexes = await session.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'")
    for (const record of indexes.records) await session.run(`DROP INDEX ${record.get('name')}`)
  })
}

const withSession = async (address: string, work: (session: Session) => Promise<void>): Promise<void> => {
  const { host, username, password } = new URL(address)
  const driver = neo4j.driver(`bolt://${host}`, neo4j.auth.basic(username, password))
  const session = driver.session()
  try {
    await work(session)
  } finally {
    await session.close()
    await driver.close()
  }
}
