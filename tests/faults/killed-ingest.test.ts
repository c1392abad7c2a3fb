import { embeddedFactory } from '../contracts/embedded.ts'
import { killedIngest } from './killed-ingest.ts'

// Every write boundary is tried in the servers' run and, in process, by sequence-contract.ts.
killedIngest(embeddedFactory(), 7)
