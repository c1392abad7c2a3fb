/** What `guitu ingest` does with a newer text: finds its plan, shows what would change, stops where much would be lost. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXIT } from '../../cli/exit-codes.ts'
import { type Finished, runGuitu } from './run-guitu.ts'

const root = mkdtempSync(join(tmpdir(), 'guitu-newer-'))
const guitu = (...words: string[]): Promise<Finished> => runGuitu([...words, '--store', join(root, 'store')])
const textAt = (name: string, ...lines: string[]): string => {
  const file = join(root, name)
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}
const exported = async (): Promise<string> => (await guitu('export')).stdout
const plansHeld = async (): Promise<readonly { id: string; older: string | null }[]> => {
  const { stdout } = await guitu(
    'cypher',
    'MATCH (p:Plan) OPTIONAL MATCH (p)-[:SUCCEEDS]->(o:Plan) RETURN p.id AS id, o.id AS older ORDER BY id',
    '--json',
  )
  const read = JSON.parse(stdout)
  return read.rows ?? read
}

const BODY = [
  '第一章  城镇体系',
  '到2025年，常住人口城镇化率达到60%。',
  '到2025年，森林覆盖率达到55%。',
  '第二章  基础设施',
  '专栏1  乙河新区建设重大项目',
  '新开工甲溪水库、丁台污水处理厂、戊滩水厂、己口水库。',
]
const HEAD = '开州区水安全保障规划（2021—2025年）'
const ID = 'plan:重庆市/开州区/水安全保障规划/2021-2025'

beforeAll(async () => {
  const { code, stderr } = await guitu('ingest', textAt('first.txt', HEAD, ...BODY))
  expect(code, stderr).toBe(EXIT.done)
}, 60_000)
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a newer text of a plan', { timeout: 60_000 }, () => {
  it('stops where much of the plan would go out of force, and changes nothing', async () => {
    const before = await exported()
    const short = textAt('short.txt', `${HEAD}（修订版）`, '到2025年，常住人口城镇化率达到60%。')
    const { code, stderr } = await guitu('ingest', short)
    expect(code).toBe(EXIT.refused)
    expect(stderr).toMatch(/已停下.*\d+\/\d+ 条陈述（\d+ %）.*正文 \d+ → \d+ 字.*--yes/)
    expect(await exported()).toBe(before)
  })

  it('stops where it is not clear which plan it is, with the flags that settle it', async () => {
    const before = await exported()
    const undated = textAt('undated.txt', '开州区水安全保障规划', '到2030年，森林覆盖率达到56%。')
    const { code, stderr } = await guitu('ingest', undated)
    expect(code).toBe(EXIT.unclear)
    expect(stderr).toContain(`--plan ${ID.replace('plan:', '')}`)
    expect(stderr).toContain('--plan 重庆市/开州区/水安全保障规划：另一个规划')
    expect(await exported()).toBe(before)
  })

  it('is taken for the same plan when its title gains （修订版）, also unbracketed', async () => {
    const newer = textAt(
      'newer.txt',
      '开州区水安全保障规划修订版（2021—2025年）',
      ...BODY.slice(0, -1),
      '建成甲溪水库，新开工丁台污水处理厂、戊滩水厂、己口水库。',
    )
    const { code, stdout, stderr } = await guitu('ingest', newer)
    expect(code, stderr).toBe(EXIT.done)
    expect(stdout).toContain('归入已有的规划')
    expect(await plansHeld()).toEqual([{ id: ID, older: null }])
  })

  it('is another plan for the next period, which succeeds it', async () => {
    const next = textAt('next.txt', '开州区水安全保障规划（2026—2030年）', '到2030年，森林覆盖率达到56%。')
    const { code, stderr } = await guitu('ingest', next)
    expect(code, stderr).toBe(EXIT.done)
    const later = ID.replace('2021-2025', '2026-2030')
    expect(await plansHeld()).toEqual([
      { id: ID, older: null },
      { id: later, older: ID },
    ])
  })

  it('goes on with --yes where much is lost, and with --plan where the plan is unclear', async () => {
    const undated = join(root, 'undated.txt')
    const named = await guitu('ingest', undated, '--plan', ID)
    expect(named.code).toBe(EXIT.refused)
    const sure = await guitu('ingest', undated, '--plan', ID, '--yes')
    expect(sure.code, sure.stderr).toBe(EXIT.done)
    expect((await guitu('verify')).code).toBe(EXIT.done)
  })
})
