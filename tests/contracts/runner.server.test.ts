import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { openQueueRunner } from '../../pipeline/run/queue-runner.ts'
import type { Runner } from '../../pipeline/run/runner.ts'
import { startWorker } from '../../pipeline/run/worker.ts'
import { runnerContract } from './runner-contract.ts'

const url = process.env.GUITU_TEST_REDIS

/** A queue runner with two workers of its own, closed together. */
const withWorkers: Parameters<typeof runnerContract>[0]['open'] = async (handlers, policy) => {
  const prefix = `guitu-test-${randomUUID()}`
  const options = { url: url ?? '', handlers, policy, prefix }
  const workers = [await startWorker(options), await startWorker(options)]
  const runner = await openQueueRunner({ url: url ?? '', prefix })
  return {
    ...runner,
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()))
      await runner.close()
    },
  }
}

describe.skipIf(!url)('real Redis', () => {
  runnerContract({ open: withWorkers })

  describe('a queue without workers', () => {
    let runner: Runner | undefined
    afterEach(async () => {
      await runner?.close()
    })

    it('says that nobody listens, and keeps the job', async () => {
      runner = await openQueueRunner({ url: url ?? '', prefix: `guitu-test-${randomUUID()}` })
      const plan = { id: '甲', title: '甲规划', jurisdiction: '丁省/丙山县', inferred: [] }
      await runner.submit([{ file: '/甲.txt', sha256: '0', plan }])
      expect(await runner.workers()).toBe(0)
      expect((await runner.jobs()).map(({ state }) => state)).toEqual(['waiting'])
    })
  })
})
