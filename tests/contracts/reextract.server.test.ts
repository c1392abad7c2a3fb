import { describe } from 'vitest'
import { neo4jAddress, neo4jFactory } from './neo4j.ts'
import { reextractContract } from './reextract-contract.ts'

const address = neo4jAddress()
describe.skipIf(!address)('real Neo4j', () => reextractContract(neo4jFactory(address ?? '')))
