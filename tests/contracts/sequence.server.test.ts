import { describe } from 'vitest'
import { neo4jAddress, neo4jFactory } from './neo4j.ts'
import { sequenceContract } from './sequence-contract.ts'

const address = neo4jAddress()
describe.skipIf(!address)('real Neo4j', () => sequenceContract(neo4jFactory(address ?? '')))
