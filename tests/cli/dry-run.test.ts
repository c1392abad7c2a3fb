/** `guitu ingest --dry-run`: says what a text would change, and leaves the store as it is. */
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXIT } from '../../cli/exit-codes.ts'
import { type Finished, runGuitu } from './run-guitu.ts'

const root = mkdtempSync(join(tmpdir(), 'guitu-dry-'))
const store = join(root, 'store')
const guitu = (...words: string[]): Promise<Finished> => runGuitu([...words, '--store', store])
const textAt = (name: string, ...lines: readonly string[]): string => {
  const file = join(root, name)
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}
/** Every file of the store with its bytes and the time of its last change. */
const storeAsItIs = (): readonly (readonly [string, string, number])[] =>
  readdirSync(store).map((name) => {
    const path = join(store, name)
    return [name, createHash('sha256').update(readFileSync(path)).digest('hex'), statSync(path).mtimeMs]
  })
const previewed = async (...words: string[]): Promise<Record<string, never>> => {
  const { stdout, stderr } = await guitu('ingest', ...words, '--dry-run', '--json')
  expect(stderr).toBe('')
  return JSON.parse(stdout)[0]
}

const HEAD = '开州区水安全保障规划（2021—2025年）'
const BODY = [
  '第一章  城镇体系',
  '到2025年，常住人口城镇化率达到60%。',
  '到2025年，森林覆盖率达到55%。',
  '第二章  基础设施',
  '专栏1  乙河新区建设重大项目',
  '新开工甲溪水库、丁台污水处理厂、戊滩水厂、己口水库。',
]
const NEWER = BODY.map((line) =>
  line.replace('55%', '56%').replace('、己口水库', '').replace('新开工甲溪水库', '新开工甲溪水库、壬江水库'),
)
let first: string
let newer: string

beforeAll(() => {
  first = textAt('first.txt', HEAD, ...BODY)
  newer = textAt('newer.txt', HEAD.replace('规划', '规划修订版'), ...NEWER)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a dry run', { timeout: 60_000 }, () => {
  it('of a first text lists what would be added, and makes no store', async () => {
    const { code, stdout, stderr } = await guitu('ingest', first, '--dry-run')
    expect(code, stderr).toBe(EXIT.done)
    expect(stdout).toContain('预演，图库未改动')
    expect(stdout).toMatch(/项目 Project \d+：.*甲溪水库/)
    expect(stdout).toMatch(/目标值 Target 2：.*森林覆盖率 2025年 55%/)
    expect(await previewed(first)).toMatchObject({ outcome: 'first', guard: null, against: [] })
    expect(existsSync(store)).toBe(false)
  })

  it('of a newer text says in counts and words what would be added, changed and dropped', async () => {
    expect((await guitu('ingest', first, '--issued', '2021-12-31')).code).toBe(EXIT.done)
    const before = storeAsItIs()
    const { code, stdout, stderr } = await guitu('ingest', newer, '--dry-run')
    expect(code, stderr).toBe(EXIT.done)
    expect(stdout).toMatch(/将新增 added 1 · 将改变 changed 1 · 将取消 dropped 1/)
    expect(stdout).toMatch(/守卫 guard：\d+\/\d+ 条陈述（\d+ %）将失效，正文 \d+ → \d+ 字；不会停下/)
    const { outcome, changes, counts, against } = await previewed(newer)
    expect({ outcome, counts }).toEqual({
      outcome: 'newer',
      counts: { added: 1, changed: 1, dropped: 1, notUnderstood: 0 },
    })
    expect(against).toHaveLength(1)
    expect(changes).toContainEqual(
      expect.objectContaining({ kind: 'target_raised', subject: '森林覆盖率', old: 55, new: 56 }),
    )
    expect(storeAsItIs()).toEqual(before)
  })

  it('of a text that ingest would stop at says so with its exit code', async () => {
    const before = storeAsItIs()
    const short = textAt('short.txt', `${HEAD}（修订版）`, '到2025年，常住人口城镇化率达到60%。')
    const { code, stdout } = await guitu('ingest', short, '--dry-run')
    expect(code).toBe(EXIT.refused)
    expect(stdout).toContain('读入时会停下')
    const sure = await guitu('ingest', short, '--dry-run', '--yes')
    expect(sure.code).toBe(EXIT.done)
    expect(sure.stdout).toContain('--yes，仍会读入')
    expect(storeAsItIs()).toEqual(before)
  })

  it.each<[string, () => string[], string, RegExp]>([
    ['the same text', () => [first, '--issued', '2021-12-31'], 'unchanged', /什么都不会改变/],
    [
      'an older text',
      () => [textAt('older.txt', HEAD, ...NEWER), '--issued', '2020-01-01'],
      'late',
      /不在效力中/,
    ],
  ])('of %s says what would become of it', async (_, words, outcome, said) => {
    const before = storeAsItIs()
    expect(await previewed(...words())).toMatchObject({ outcome })
    expect((await guitu('ingest', ...words(), '--dry-run')).stdout).toMatch(said)
    expect(storeAsItIs()).toEqual(before)
  })

  it('of the same text with decisions of people says that only these make a difference', async () => {
    const folder = join(root, 'decided')
    mkdirSync(folder)
    writeFileSync(join(folder, 'plan.txt'), readFileSync(first))
    writeFileSync(
      join(folder, 'corrections.tsv'),
      'decision\tsubject\tobject\tauthor\tdate\treason\nrename\t己口水库\t己口中型水库\t张三\t2026-03-01\t核准名称\n',
    )
    const before = storeAsItIs()
    const { stdout } = await guitu('ingest', folder, '--dry-run', '--issued', '2021-12-31')
    expect(stdout).toContain('文本与图库中的相同')
    expect(stdout).toContain('规则变化（')
    expect(stdout).toContain('己口中型水库')
    const { outcome, changes, rulesChange } = await previewed(folder, '--issued', '2021-12-31')
    expect({ outcome, changes }).toEqual({ outcome: 'reread', changes: [] })
    expect(rulesChange).toMatchObject({
      gained: expect.arrayContaining([
        expect.objectContaining({ subject: '己口中型水库', rule: 'correction' }),
      ]),
    })
    expect(storeAsItIs()).toEqual(before)
  })

  it('of two texts of one plan compares the second with the first', async () => {
    const again = textAt('again.txt', HEAD.replace('规划', '规划修订版'), ...NEWER, '新开工癸山水库。')
    const before = storeAsItIs()
    const { stdout } = await guitu('ingest', newer, again, '--dry-run', '--json')
    const [one, other] = JSON.parse(stdout)
    expect(one.counts).toEqual({ added: 1, changed: 1, dropped: 1, notUnderstood: 0 })
    expect(other).toMatchObject({ against: [one.revision], counts: { changed: 0, dropped: 0 } })
    expect(storeAsItIs()).toEqual(before)
  })

  it('of an amendment says what it would change, and which of its words name nothing', async () => {
    const notice = textAt(
      'notice.txt',
      `重庆市开州区人民政府关于调整《${HEAD}》部分内容的通知`,
      '一、增补内容',
      '新建子溪水厂。',
      '二、取消项目',
      '己口水库不再实施。',
      '丑沟水厂不再实施。',
    )
    const before = storeAsItIs()
    const { outcome, changes, unmatchedWords } = await previewed(notice)
    expect({ outcome, unmatchedWords }).toEqual({
      outcome: 'amendment',
      unmatchedWords: ['丑沟水厂不再实施'],
    })
    expect(changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'project_added', subject: '子溪水厂' }),
        expect.objectContaining({ kind: 'project_dropped', subject: '己口水库', stillInText: false }),
      ]),
    )
    expect(storeAsItIs()).toEqual(before)
  })

  it('of an amendment lists the adjustments that are not understood, as the ingest does', async () => {
    const notice = textAt(
      'unread.txt',
      `重庆市开州区人民政府关于调整《${HEAD}》部分内容的通知`,
      '一、调整内容',
      '将己口水库的坝型由重力坝调整为拱坝。',
    )
    const { notes } = await previewed(notice)
    expect(notes).toEqual(expect.arrayContaining([expect.stringContaining('没有读懂')]))
  })
})
