import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readEdits } from '../../corpus/kaizhou/made-up-edition/make.ts'
import { runGuitu } from './run-guitu.ts'

const corpus = join(import.meta.dirname, '../../corpus/kaizhou')
const texts = [join(corpus, 'plan.txt'), join(corpus, 'made-up-edition/plan.txt')] as const
const store = join(mkdtempSync(join(tmpdir(), 'guitu-diff-')), 'store')
const guitu = (...words: readonly string[]) => runGuitu([...words, '--store', store])

const said = (json: string) =>
  (JSON.parse(json) as readonly Record<string, unknown>[]).map(({ kind, subject, old, new: next }) =>
    JSON.stringify({ kind, subject, old, new: next }),
  )
const expected = readEdits()
  .flatMap(({ changes }) => changes)
  .map((change) => JSON.stringify(change))

beforeAll(async () => {
  for (const text of texts) expect((await guitu('ingest', text)).code).toBe(0)
}, 60_000)

describe('guitu diff', () => {
  it('reports exactly the documented edits, from two stored revisions', async () => {
    const { stdout } = await guitu('diff', 'kaizhou/31917', 'kaizhou', '--json')
    expect(said(stdout).sort()).toEqual([...expected].sort())
  }, 30_000)

  it('reports the same from the two files', async () => {
    const { stdout } = await runGuitu(['diff', ...texts, '--files', '--json'])
    expect(said(stdout).sort()).toEqual([...expected].sort())
  }, 30_000)

  it('names the revisions there are when none is meant', async () => {
    const { code, stderr } = await guitu('diff', 'unknown', 'kaizhou')
    expect(code).toBe(8)
    expect(stderr).toContain('revision:kaizhou/')
  }, 30_000)
})

describe('guitu withdraw', () => {
  it('revives what the revision had retired', async () => {
    const revision = 'revision:kaizhou/7305e2f26f58'
    expect((await guitu('withdraw', revision, '--why', '试')).code).toBe(0)
    const { stdout } = await guitu('status', '--json')
    expect(stdout).toContain('withdrawn')
    expect((await guitu('verify')).code).toBe(0)
  }, 30_000)
})
