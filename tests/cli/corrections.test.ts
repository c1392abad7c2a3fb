/** What people decided in corrections.tsv, from the file to the graph and back. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXIT } from '../../cli/exit-codes.ts'
import { type Finished, runGuitu } from './run-guitu.ts'

const root = mkdtempSync(join(tmpdir(), 'guitu-corrections-'))
const folder = join(root, 'plan')
const guitu = (...words: string[]): Promise<Finished> => runGuitu([...words, '--store', join(root, 'store')])
const exported = async (): Promise<string> => (await guitu('export')).stdout

const TEXT = [
  '开州区水安全保障规划（2021—2025年）',
  '第一章  基础设施',
  '专栏1  乙河新区建设重大项目',
  '新开工甲溪水库、丁台污水处理厂、戊滩水厂、己口水库。',
  '第二章  保障措施',
  '加强水源地保护（区水利局牵头，区财政局配合）。',
].join('\n')
const HEAD = 'decision\tsubject\tpredicate\tobject\trole\tauthor\tdate\treason'
const RENAME = 'rename\t丁台污水处理厂\t\t丁台污水处理中心\t\t张三\t2026-03-01\t印发时更名'
const DEPARTMENT = 'set-department\t加强水源地保护\t\t区生态环境局\tlead\t张三\t2026-03-01\t职能调整'
const STALE = 'merge\t甲溪水库\t\t庚山水库\t\t李四\t2026-03-02\t同一水库'
const decide = (...rows: readonly string[]): void =>
  writeFileSync(join(folder, 'corrections.tsv'), `${[HEAD, ...rows].join('\n')}\n`)

const statements = async (): Promise<readonly Record<string, string>[]> => {
  const { stdout } = await guitu(
    'cypher',
    "MATCH (s:Statement {rule: 'correction', inForce: true})-[:SUBJECT]->(a) RETURN a.name AS name, s.predicate AS predicate, s.correction AS correction ORDER BY name, predicate",
    '--json',
  )
  const read = JSON.parse(stdout)
  return read.rows ?? read
}

beforeAll(() => {
  mkdirSync(folder)
  writeFileSync(join(folder, 'plan.txt'), TEXT)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('corrections.tsv beside a plan', { timeout: 60_000 }, () => {
  it('with faults stops the ingest with their lines, before anything is written', async () => {
    decide(RENAME, 'unite\t甲\t\t乙\t\t张三\t2026-03-01\t因', 'rename\t甲\t\t乙\t\t\t三月\t因')
    const { code, stderr } = await guitu('ingest', folder)
    expect(code).toBe(EXIT.input)
    expect(stderr).toContain('第 3 行：不认识的决定“unite”')
    expect(stderr).toContain('第 4 行：author 没有填写')
    expect(stderr).toContain('第 4 行：日期“三月”')
    expect((await guitu('status')).code).toBe(EXIT.store)
  })

  it('is applied, shown on what it altered, and what met nothing is reported', async () => {
    decide(RENAME, DEPARTMENT, STALE)
    const { code, stdout, stderr } = await guitu('ingest', folder)
    expect(code, stderr).toBe(EXIT.done)
    expect(stdout).toContain('人工更正 corrections 3，其中起作用 of these applied 2')
    expect(stdout).toMatch(
      /更正没有着落.*合并 甲溪水库 · 庚山水库（李四，2026-03-02：同一水库）：没有读到名称“庚山水库”/,
    )
    const marked = await statements()
    expect(marked).toContainEqual({
      name: '区生态环境局',
      predicate: 'RESPONSIBLE_FOR',
      correction: '指定部门 加强水源地保护 · 区生态环境局 · lead（张三，2026-03-01：职能调整）',
    })
    expect(marked.filter(({ name }) => name === '丁台污水处理中心')).not.toEqual([])
    const graph = await exported()
    expect(graph).not.toContain('"name":"丁台污水处理厂"')
    expect(graph).toContain('区财政局')
    expect((await guitu('status')).stdout).toContain('庚山水库')
    expect((await guitu('verify')).code).toBe(EXIT.done)
  })

  it('survives another ingest, also of the same text without the file', async () => {
    const before = await exported()
    const again = await guitu('ingest', folder, '--json')
    expect(JSON.parse(again.stdout)[0]).toMatchObject({ outcome: 'unchanged', corrections: { given: 3 } })
    mkdirSync(join(root, 'copy'))
    cpSync(join(folder, 'plan.txt'), join(root, 'copy/plan.txt'))
    const copied = await guitu('ingest', join(root, 'copy/plan.txt'), '--json')
    expect(JSON.parse(copied.stdout)[0]).toMatchObject({ outcome: 'unchanged', corrections: { given: 3 } })
    expect(await exported()).toBe(before)
  })

  it('counts for a newer text of the plan that has no file of its own', async () => {
    const file = join(root, 'copy/newer.txt')
    writeFileSync(file, TEXT.replace('规划（', '规划修订版（').replace('己口水库', '己口水库、壬江水库'))
    const { stdout, stderr } = await guitu('ingest', file, '--json', '--yes')
    expect(JSON.parse(stdout)[0], stderr).toMatchObject({ inForce: true, corrections: { given: 3 } })
    expect((await statements()).map(({ name }) => name)).toContain('丁台污水处理中心')
    expect((await guitu('verify')).code).toBe(EXIT.done)
  })

  it('taken back, gives the graph that there would be without it', async () => {
    decide()
    expect((await guitu('ingest', folder, '--json')).code).toBe(EXIT.done)
    cpSync(join(folder, 'corrections.tsv'), join(root, 'copy/corrections.tsv'))
    const { stdout } = await guitu('ingest', join(root, 'copy/newer.txt'), '--json')
    expect(JSON.parse(stdout)[0]).toMatchObject({ corrections: { given: 0 } })
    expect(await statements()).toEqual([])
    const graph = await exported()
    rmSync(join(root, 'store'), { recursive: true })
    await guitu('ingest', folder)
    await guitu('ingest', join(root, 'copy/newer.txt'), '--yes')
    expect(await exported()).toBe(graph)
  })
})
