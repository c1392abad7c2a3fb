import { describe } from 'vitest'
import { asOfContract } from './as-of-contract.ts'
import { neo4jAddress, neo4jFactory } from './neo4j.ts'

const address = neo4jAddress()
describe.skipIf(!address)('real Neo4j', () => asOfContract(neo4jFactory(address ?? '')))
