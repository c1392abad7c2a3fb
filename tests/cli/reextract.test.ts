/** `guitu reextract`, and how the other commands speak of revisions that other rules read. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXIT } from '../../cli/exit-codes.ts'
import { openStore } from '../../graph/open-store.ts'
import { ingestFacts } from '../../graph/write.ts'
import { extract } from '../../pipeline/extract.ts'
import { identify } from '../../pipeline/input/identify.ts'
import { readDocument } from '../../pipeline/input/read.ts'
import { OLDER } from '../contracts/readings.ts'
import { runGuitu } from './run-guitu.ts'

const root = mkdtempSync(join(tmpdir(), 'guitu-reextract-'))
const location = join(root, 'store')
const guitu = (...words: string[]) => runGuitu([...words, '--store', location])
const exported = async (): Promise<string> => (await guitu('export')).stdout
const HEAD = '开州区水安全保障规划（2021—2025年）'
const BODY = '第一章  基础设施\n新开工甲溪水库、丁台污水处理厂、戊滩水厂。\n到2025年，森林覆盖率达到55%。\n'
const ID = '重庆市/开州区/水安全保障规划/2021-2025'

/** The first text is read by older rules, the second by today's. */
beforeAll(async () => {
  const file = join(root, 'first.txt')
  writeFileSync(file, `${HEAD}\n${BODY}`)
  const document = readDocument(readFileSync(file), file)
  const { facts } = extract(document, identify(document, {}), OLDER)
  const store = await openStore(location, { mode: 'write' })
  await ingestFacts(store, facts, { clock: () => new Date() })
  await store.close()
  writeFileSync(join(root, 'newer.txt'), `${HEAD}\n${BODY.replace('55%', '56%')}`)
  const { code, stderr } = await guitu('ingest', join(root, 'newer.txt'))
  expect(code, stderr).toBe(EXIT.done)
}, 60_000)
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('revisions that other rules read', { timeout: 60_000 }, () => {
  it('are compared under the same rules, and that is said', async () => {
    const changes = JSON.parse((await guitu('diff', '1', '2', '--json')).stdout)
    expect(changes.map(({ kind }: { kind: string }) => kind)).toEqual(['target_raised'])
    expect((await guitu('diff', '1', '2')).stdout).toMatch(/由不同的规则读成（rules-older、[0-9a-f]+）/)
  })

  it('are listed with what would change by a dry run, which changes nothing', async () => {
    const before = await exported()
    const { code, stdout } = await guitu('reextract', ID, '--dry-run')
    expect(code).toBe(EXIT.done)
    expect(stdout).toContain('规则变化')
    expect(stdout).toContain('以下不是规划的改动')
    expect(stdout).toMatch(/规则 rules rules-older → [0-9a-f]+/)
    expect(await exported()).toBe(before)
  })

  it('are read again once; then there is nothing to do, and the comparison is the same', async () => {
    const { stdout } = await guitu('reextract', '--json')
    const [first, second] = JSON.parse(stdout)
    expect(first).toMatchObject({ outcome: 'changed', inForce: false, change: { lost: [] } })
    expect(second).toMatchObject({ outcome: 'up-to-date', inForce: true })
    const after = await exported()
    expect((await guitu('reextract')).stdout).not.toContain('规则变化')
    expect(await exported()).toBe(after)
    expect((await guitu('diff', '1', '2')).stdout).not.toContain('由不同的规则读成')
    expect((await guitu('verify')).code).toBe(EXIT.done)
  })

  it.each([
    [['reextract', '没有这个规划'], EXIT.unclear],
    [['reextract', '--corrections', 'corrections.tsv'], EXIT.usage],
    [['reextract', ID, '--corrections', 'missing.tsv'], EXIT.input],
  ])('guitu %j fails with a message', async (words, expected) => {
    const { code, stderr } = await guitu(...words)
    expect(code, stderr).toBe(expected)
    expect(stderr).toMatch(/^guitu: /)
  })
})
