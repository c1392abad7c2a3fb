import { embeddedFactory } from './embedded.ts'
import { readFactsContract } from './read-facts-contract.ts'

readFactsContract(embeddedFactory())
