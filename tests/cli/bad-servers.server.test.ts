import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { EXIT } from '../../cli/exit-codes.ts'
import { neo4jAddress } from '../contracts/neo4j.ts'
import { freePort } from '../servers/start.ts'
import { runGuitu } from './run-guitu.ts'

const root = mkdtempSync(join(tmpdir(), 'guitu-servers-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe.skipIf(!neo4jAddress())('real Neo4j', () => {
  it('with a wrong password is said in one line', async () => {
    const address = new URL(neo4jAddress() ?? '')
    address.password = 'not-this-one'
    const { code, stderr } = await runGuitu(['verify', '--store', address.href])
    expect(stderr).toMatch(/^guitu: Neo4j 拒绝登录/)
    expect(stderr).not.toContain('not-this-one')
    expect(code).toBe(EXIT.store)
  })
})

describe.skipIf(!process.env.GUITU_TEST_REDIS)('real Redis', () => {
  it('with a wrong password is said in one line', async () => {
    const port = await freePort()
    const redis = spawn('redis-server', ['--port', String(port), '--save', '', '--requirepass', 'secret'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    await new Promise<void>((resolve) => {
      redis.stdout.on('data', (chunk: Buffer) => {
        if (chunk.includes('Ready to accept connections')) resolve()
      })
    })
    try {
      const text = join(root, 'plan.txt')
      writeFileSync(text, '丙山县城镇化规划\n建设甲溪水库。\n')
      const queue = `redis://:not-this-one@127.0.0.1:${port}`
      const words = ['ingest', text, '--jurisdiction', '重庆市/开州区', '--queue', queue]
      const { code, stderr } = await runGuitu(words)
      expect(stderr).toMatch(/^guitu: Redis 拒绝登录/)
      expect(stderr).not.toContain('not-this-one')
      expect(code).toBe(EXIT.queue)
    } finally {
      redis.kill()
    }
  })
})
