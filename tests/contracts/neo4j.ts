/** The one database of a real Neo4j, emptied for each use, for contract tests. */
import neo4j from 'neo4j-driver'
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
const empty = async (address: string): Promise<void> => {
  const { host, username, password } = new URL(address)
  const driver = neo4j.driver(`bolt://${host}`, neo4j.auth.basic(username, password))
  const session = driver.session()
  try {
    await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS')
  } finally {
    await session.close()
    await driver.close()
  }
}
