import { describe } from 'vitest'
import { neo4jAddress, neo4jFactory } from './neo4j.ts'
import { readFactsContract } from './read-facts-contract.ts'

const address = neo4jAddress()
describe.skipIf(!address)('real Neo4j', () => readFactsContract(neo4jFactory(address ?? '')))
