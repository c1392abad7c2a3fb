/** A process killed while it ingests leaves the older revision in force and the newer one resumable, on any store. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../graph/open-store.ts'
import { readRevisions } from '../../graph/revisions.ts'
import type { GraphStore } from '../../graph/store.ts'
import { verify } from '../../graph/verify.ts'
import { ingestFacts } from '../../graph/write.ts'
import { exported } from '../contracts/ingest-contract.ts'
import type { StoreFactory } from '../contracts/store-factory.ts'
import { clock } from '../graph/facts.ts'
import { NEWER, OLDER } from './killed-editions.ts'

const CHILD = join(import.meta.dirname, 'ingest-and-die.ts')
const PATIENCE_MS = 300_000

const killedAfter = (location: string, writes: number): boolean => {
  const { signal, status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', CHILD, location, String(writes)],
    {
      encoding: 'utf8',
    },
  )
  if (signal !== 'SIGKILL' && status !== 0) throw new Error(stderr)
  return signal === 'SIGKILL'
}

const inForce = async (store: GraphStore): Promise<readonly string[]> =>
  (await readRevisions(store)).filter((revision) => revision.inForce).map(({ id }) => id)

/** Kills at every `step`-th write until an ingest comes through. */
export const killedIngest = (factory: StoreFactory, step: number): void => {
  describe(`an ingest whose process is killed: ${factory.name}`, () => {
    it(
      'is finished by the next one, and the graph is the undisturbed one',
      async () => {
        const undisturbed = await openStore(await factory.fresh(), { mode: 'write' })
        await ingestFacts(undisturbed, OLDER, { clock })
        await ingestFacts(undisturbed, NEWER, { clock })
        const expected = await exported(undisturbed)
        await undisturbed.close()
        let rounds = 0
        for (let isKilled = true; isKilled; rounds++) {
          const location = await factory.fresh()
          const before = await openStore(location, { mode: 'write' })
          await ingestFacts(before, OLDER, { clock })
          await before.close()
          isKilled = killedAfter(location, rounds * step)
          const after = await openStore(location, { mode: 'write' })
          expect(await inForce(after)).toEqual([(isKilled ? OLDER : NEWER).revision.id])
          expect((await verify(after)).broken).toEqual([])
          await ingestFacts(after, NEWER, { clock })
          expect(await exported(after)).toBe(expected)
          await after.close()
        }
        expect(rounds).toBeGreaterThan(2)
      },
      PATIENCE_MS,
    )
  })
}
