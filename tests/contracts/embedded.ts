/** Embedded stores in new folders, for contract tests. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { StoreFactory } from './store-factory.ts'

/** The folders go when the file's tests are over. */
export const embeddedFactory = (): StoreFactory => {
  const root = mkdtempSync(join(tmpdir(), 'guitu-store-'))
  let made = 0
  afterAll(() => rmSync(root, { recursive: true, force: true }))
  return { name: 'embedded', runs: 25, fresh: async () => join(root, String(++made)) }
}
