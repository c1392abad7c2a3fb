/** Before the `servers` project: starts what the environment does not already name. After it: stops what it started. */
import { type Server, startNeo4j, startRedis } from './start.ts'

const SERVERS = [
  { name: 'Neo4j', variable: 'GUITU_TEST_NEO4J', start: startNeo4j, needs: 'Java 17 and Maven' },
  {
    name: 'Redis',
    variable: 'GUITU_TEST_REDIS',
    start: startRedis,
    needs: "redis-server (Debian's package)",
  },
]

/** With GUITU_SERVERS=required a server that cannot be started fails the run; else its suites are left out, and it says so. */
export default async function setup(): Promise<() => Promise<void>> {
  const started: Server[] = []
  for (const { name, variable, start, needs } of SERVERS) {
    if (process.env[variable]) continue
    try {
      const server = await start()
      started.push(server)
      process.env[variable] = server.url
    } catch (cause) {
      if (process.env.GUITU_SERVERS === 'required') throw cause
      console.warn(
        `Suites on real ${name} are left out (needs ${needs}): ${(cause as Error).message.split('\n')[0]}`,
      )
    }
  }
  return async () => {
    await Promise.all(started.map((server) => server.stop()))
  }
}
