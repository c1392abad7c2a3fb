/** The one door to ioredis: connections that are known to work, and a lock that only its holder releases. */
import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { QueueError } from './queue-error.ts'

export type RedisConnection = Redis

/** How a connection that was lost behaves: a worker waits for the server to return; one who asks gives up soon. */
export type Patience = 'worker' | 'client'

const CONNECT_MS = 5_000
const CLIENT_TRIES = 5

/** Connects, or rejects with one QueueError: the address is wrong, nobody answers there, or the password is refused. */
export const connectRedis = async (url: string, patience: Patience): Promise<RedisConnection> => {
  const where = withoutPassword(url)
  let connected = false
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_MS,
    // A worker's commands wait for ever, as BullMQ asks; the first connection is never waited for.
    maxRetriesPerRequest: patience === 'worker' ? null : CLIENT_TRIES,
    retryStrategy: (times) =>
      !connected || (patience === 'client' && times > CLIENT_TRIES) ? null : Math.min(times * 200, 5_000),
  })
  let reason: Error | undefined
  redis.on('error', (error: Error) => {
    reason ??= error
  })
  try {
    await redis.connect()
    await redis.ping()
    connected = true
    return redis
  } catch (cause) {
    redis.disconnect()
    throw connectionError(where, reason ?? cause)
  }
}

const connectionError = (where: string, cause: unknown): QueueError => {
  const message = cause instanceof Error ? cause.message : String(cause)
  if (/WRONGPASS|NOAUTH|invalid password|invalid username|AUTH/i.test(message))
    return new QueueError(
      'wrong-password',
      `Redis at ${where} refuses the password: give it as redis://:password@host`,
      cause,
    )
  return new QueueError(
    'unreachable',
    `No Redis answers at ${where} (${message.split('\n')[0]}): start it (docker compose up) or correct the address`,
    cause,
  )
}

/** The address without user and password; rejects what is no Redis address. */
export const withoutPassword = (url: string): string => {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || !/^rediss?:$/.test(parsed.protocol))
    throw new QueueError(
      'address',
      `Unexpected queue address, expected redis://host:port: ${url.replace(/\/\/.*@/, '//')}`,
    )
  return `${parsed.protocol}//${parsed.host}`
}

/** A lost connection said as a QueueError; any other error as it is. */
export const sayLost = (error: unknown, url: string): unknown => {
  const message = error instanceof Error ? `${error.name} ${error.message}` : ''
  if (!/MaxRetriesPerRequest|Connection is closed|ECONN|EPIPE/.test(message)) return error
  return new QueueError(
    'lost',
    `Redis at ${withoutPassword(url)} went away: start it and run this again; queued work is taken up where it stopped`,
    error,
  )
}

const RELEASE =
  "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end"
const EXTEND =
  "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) else return 0 end"

/** How long a lock outlives a holder that died, in milliseconds; a living one extends it. */
const LOCK_MS = 30_000

/** Runs `work` while holding the lock `key`; undefined, without running it, where another holds it. */
export const holding = async <Result>(
  redis: RedisConnection,
  key: string,
  work: () => Promise<Result>,
): Promise<{ readonly result: Result } | undefined> => {
  const token = randomUUID()
  if ((await redis.set(key, token, 'PX', LOCK_MS, 'NX')) !== 'OK') return undefined
  const beat = setInterval(() => {
    // A beat that fails is made up for by the next; should all fail, writing twice the same is still the same.
    redis.eval(EXTEND, 1, key, token, LOCK_MS).catch(() => undefined)
  }, LOCK_MS / 3)
  try {
    return { result: await work() }
  } finally {
    clearInterval(beat)
    await redis.eval(RELEASE, 1, key, token)
  }
}
