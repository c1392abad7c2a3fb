import { describe } from 'vitest'
import { embeddedFactory } from '../contracts/embedded.ts'
import { neo4jAddress, neo4jFactory } from '../contracts/neo4j.ts'
import { killedIngest } from './killed-ingest.ts'

const address = neo4jAddress()
describe.skipIf(!address)('real Neo4j', () => killedIngest(neo4jFactory(address ?? ''), 1))
killedIngest(embeddedFactory(), 1)
