import { describe, expect, it } from 'vitest'
import { QueueError } from '../../pipeline/run/queue-error.ts'
import { openQueueRunner } from '../../pipeline/run/queue-runner.ts'
import { withoutPassword } from '../../pipeline/run/redis.ts'
import { freePort } from '../servers/start.ts'

describe('the address of a queue', () => {
  it('is shown without its password', () => {
    expect(withoutPassword('redis://user:secret@localhost:6379/1')).toBe('redis://localhost:6379')
  })

  it.each(['localhost:6379', 'http://localhost', 'redis', ''])('is refused when it is none: %s', (url) => {
    expect(() => withoutPassword(url)).toThrow(QueueError)
  })

  it('where nobody answers is one error that says so, without the password', async () => {
    const url = `redis://:secret@127.0.0.1:${await freePort()}`
    const error = await openQueueRunner({ url }).catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(QueueError)
    expect(error).toMatchObject({ kind: 'unreachable' })
    expect((error as Error).message).toMatch(/^No Redis answers at redis:\/\/127/)
    expect((error as Error).message).not.toMatch(/secret|\n/)
  })
})
