/** Opens the store at argv[2], writes one entity, says so, and holds the store until it is killed. */
import { openStore } from '../../graph/open-store.ts'

const store = await openStore(process.argv[2] ?? '', { mode: 'write' })
await store.write('UNWIND $rows AS r MERGE (n:Entity {id: r.id})', [{ id: 'e:acknowledged' }])
await store.flush()
console.log('held')
setInterval(() => undefined, 60_000)
