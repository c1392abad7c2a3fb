/** After an offline run: says which suites it left out, since they need real servers, and how to run them. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The suites that need real servers, as paths from the top of the checkout. */
export const serverSuites = (): readonly string[] =>
  readdirSync(join(import.meta.dirname, '..'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.server.test.ts'))
    .map((file) => join('tests', file))
    .sort()

export default (): (() => void) => () => {
  const suites = serverSuites().map((file) => `\n  ${file}`)
  console.log(
    `\nLeft out, for they need real servers: ${suites.length} suites${suites.join('')}\nRun them with: npm run test:servers (needs Java 17, Maven and redis-server; starts and stops the servers itself)`,
  )
}
