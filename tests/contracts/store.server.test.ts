import { describe } from 'vitest'
import { neo4jAddress, neo4jFactory } from './neo4j.ts'
import { storeContract } from './store-contract.ts'

const address = neo4jAddress()
describe.skipIf(!address)('real Neo4j', () => storeContract(neo4jFactory(address ?? '')))
