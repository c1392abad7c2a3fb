import { describe } from 'vitest'
import { ingestContract } from './ingest-contract.ts'
import { neo4jAddress, neo4jFactory } from './neo4j.ts'

const address = neo4jAddress()
describe.skipIf(!address)('real Neo4j', () => ingestContract(neo4jFactory(address ?? '')))
