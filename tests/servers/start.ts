/** Starts real servers for tests, each on a free port of 127.0.0.1, with its data in a new folder that goes with it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Server = {
  /** With user and password where there is one. */
  readonly url: string
  readonly stop: () => Promise<void>
}

const CACHE = join(import.meta.dirname, '..', '..', '.cache', 'neo4j')
const POM = join(import.meta.dirname, 'neo4j-pom.xml')
const SERVER = join(import.meta.dirname, 'Neo4jServer.java')
const PASSWORD = 'only-for-tests'
const PATIENCE_MS = 90_000

/** Real Neo4j 5.26 with authentication. Its jars come once from Maven Central into `.cache/`; needs Java 17 and mvn. */
export const startNeo4j = async (): Promise<Server> => {
  const jars = neo4jJars()
  const port = await freePort()
  const data = mkdtempSync(join(tmpdir(), 'guitu-neo4j-'))
  const server = spawn('java', ['-Xmx1g', '-cp', join(jars, '*'), SERVER, data, String(port), PASSWORD], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  await ready(server, /^ready /m, 'Neo4j')
  return { url: `bolt://neo4j:${PASSWORD}@127.0.0.1:${port}`, stop: () => stop(server, data) }
}

/** Real Redis, without persistence, from the `redis-server` on the path (Debian's package of that name). */
export const startRedis = async (): Promise<Server> => {
  const port = await freePort()
  const data = mkdtempSync(join(tmpdir(), 'guitu-redis-'))
  const options = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    data,
  ]
  const server = spawn('redis-server', options, { stdio: ['pipe', 'pipe', 'pipe'] })
  await ready(server, /Ready to accept connections/, 'Redis')
  return { url: `redis://127.0.0.1:${port}`, stop: () => stop(server, data) }
}

/** A port that nothing listens on now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })

const neo4jJars = (): string => {
  const jars = join(CACHE, 'lib')
  if (existsSync(jars)) return jars
  mkdirSync(CACHE, { recursive: true })
  // Copied aside and renamed: an interrupted download is never taken for a whole one.
  const partial = mkdtempSync(join(CACHE, 'lib-'))
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${partial}`]
  execFileSync('mvn', ['-q', '-B', '-f', POM, ...goal], { stdio: ['ignore', 'inherit', 'inherit'] })
  renameSync(partial, jars)
  return jars
}

const ready = (server: ChildProcess, sign: RegExp, name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = ''
    const fail = (why: string) => {
      clearTimeout(timer)
      server.kill()
      reject(new Error(`${name} did not start: ${why}\n${said.slice(-2000)}`))
    }
    const timer = setTimeout(() => fail(`nothing after ${PATIENCE_MS / 1000} s`), PATIENCE_MS)
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      if (!sign.test(said)) return
      clearTimeout(timer)
      resolve()
    }
    server.stdout?.on('data', listen)
    server.stderr?.on('data', listen)
    server.once('error', (cause) => fail(cause.message))
    server.once('exit', (code) => fail(`it ended with code ${code}`))
  })

const stop = async (server: ChildProcess, data: string): Promise<void> => {
  if (server.exitCode === null && server.signalCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await ended
  }
  rmSync(data, { recursive: true, force: true })
}
