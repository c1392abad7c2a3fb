import { describe } from 'vitest'
import { neo4jAddress, neo4jFactory } from './neo4j.ts'
import { readingsSequenceContract } from './readings-sequence-contract.ts'

const address = neo4jAddress()
describe.skipIf(!address)('real Neo4j', () => readingsSequenceContract(neo4jFactory(address ?? '')))
