/** Ingests the newer edition of killed-editions.ts into the store at argv[2] and kills this process after argv[3] writes. */
import { openStore } from '../../graph/open-store.ts'
import { ingestFacts } from '../../graph/write.ts'
import { failingAfter } from '../contracts/failing-store.ts'
import { clock } from '../graph/facts.ts'
import { NEWER } from './killed-editions.ts'

const [, , location = '', allowed = ''] = process.argv
const die = () => process.kill(process.pid, 'SIGKILL')

const store = await openStore(location, { mode: 'write' })
await ingestFacts(failingAfter(store, Number(allowed), die), NEWER, { clock })
await store.close()
