import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { QueueError } from '../../pipeline/run/queue-error.ts'
import { openQueueRunner } from '../../pipeline/run/queue-runner.ts'
import { connectRedis, holding } from '../../pipeline/run/redis.ts'
import { startRedis } from '../servers/start.ts'

const url = process.env.GUITU_TEST_REDIS ?? ''

describe.skipIf(url === '')('real Redis', () => {
  it('refuses a wrong password with one error that does not repeat it', async () => {
    const error = await connectRedis(url.replace('redis://', 'redis://nobody:secret@'), 'client').catch(
      (cause: unknown) => cause,
    )
    expect(error).toBeInstanceOf(QueueError)
    expect(error).toMatchObject({ kind: 'wrong-password' })
    expect((error as Error).message).not.toMatch(/secret|\n/)
  })

  it('lets one holder have a lock, and the next after it', async () => {
    const redis = await connectRedis(url, 'client')
    const key = `guitu-test-${randomUUID()}`
    const inner = await holding(redis, key, () => holding(redis, key, async () => '乙'))
    expect(inner).toEqual({ result: undefined })
    expect(await holding(redis, key, async () => '丙')).toEqual({ result: '丙' })
    redis.disconnect()
  })

  it('that goes away is told to the one who waits, and keeps no process hanging', async () => {
    const server = await startRedis()
    const runner = await openQueueRunner({ url: server.url })
    const plan = { id: '甲', title: '甲规划', jurisdiction: '丁省/丙山县', inferred: [] }
    const ids = await runner.submit([{ file: '/甲.txt', sha256: '0', plan }])
    const waiting = runner.settle(ids).catch((cause: unknown) => cause)
    await server.stop()
    expect(await waiting).toMatchObject({ name: 'QueueError', kind: 'lost' })
  })
})
