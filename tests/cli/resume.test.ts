/** A first ingest that was killed half-way is finished by the same command. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { EXIT } from '../../cli/exit-codes.ts'
import { openStore } from '../../graph/open-store.ts'
import { ingestFacts } from '../../graph/write.ts'
import { extract } from '../../pipeline/extract.ts'
import { identify } from '../../pipeline/input/identify.ts'
import { readDocument } from '../../pipeline/input/read.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import { failingAfter } from '../contracts/failing-store.ts'
import { runGuitu } from './run-guitu.ts'

const root = mkdtempSync(join(tmpdir(), 'guitu-resume-'))
const location = join(root, 'store')
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('finishes a first text that was killed half-way', { timeout: 60_000 }, async () => {
  const file = join(root, 'plan.txt')
  writeFileSync(file, '开州区水安全保障规划（2021—2025年）\n第一章  目标\n到2025年，森林覆盖率达到55%。\n')
  const document = readDocument(readFileSync(file), file)
  const { facts } = extract(document, identify(document, {}), loadKnowledge())
  const store = await openStore(location, { mode: 'write' })
  const killed = ingestFacts(failingAfter(store, 6), facts, { clock: () => new Date() })
  await expect(killed).rejects.toThrow('stopped after 6 writes')
  await store.close()
  const { code, stdout, stderr } = await runGuitu(['ingest', file, '--store', location])
  expect(code, stderr).toBe(EXIT.done)
  expect(stdout).toContain('已读入')
  expect((await runGuitu(['verify', '--store', location])).code).toBe(EXIT.done)
})
