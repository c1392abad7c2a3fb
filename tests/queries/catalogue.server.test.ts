import { describe } from 'vitest'
import { neo4jAddress, neo4jFactory } from '../contracts/neo4j.ts'
import { catalogueAnswers } from './catalogue-answers.ts'

const address = neo4jAddress()
describe.skipIf(!address)('real Neo4j', () => catalogueAnswers(neo4jFactory(address ?? '')))
