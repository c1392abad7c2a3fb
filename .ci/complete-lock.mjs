/**
 * Adds to package-lock.json the optional platform packages that npm left out because the registry it was made on
 * lacks them: `npm ci` refuses a lock file without them, and other platforms would be left without the graph engine.
 * Run by `npm run lock` after every change of dependencies; tests/lock-file.test.ts holds the lock file to it.
 */
import { readFileSync, writeFileSync } from 'node:fs'

const PLATFORM = /-(?<os>darwin|linux|win32|freebsd)-(?<cpu>x64|arm64|arm|ia32)(?:-(?<libc>gnu|musl|msvc))?$/
const LIBC = { gnu: 'glibc', musl: 'musl' }

const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8'))
for (const entry of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const platform = PLATFORM.exec(name)?.groups
    if (lock.packages[`node_modules/${name}`] || !platform) continue
    const libc = LIBC[platform.libc]
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu: [platform.cpu],
      ...(libc ? { libc: [libc] } : {}),
      optional: true,
      os: [platform.os],
    }
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
