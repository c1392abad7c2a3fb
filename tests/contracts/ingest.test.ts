import { embeddedFactory } from './embedded.ts'
import { ingestContract } from './ingest-contract.ts'

ingestContract(embeddedFactory())
