import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { runGuitu } from './run-guitu.ts'

const folder = mkdtempSync(join(tmpdir(), 'guitu-amend-'))
const guitu = (...words: readonly string[]) => runGuitu([...words, '--store', join(folder, 'store')])
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

const PLAN = `开州区水利发展规划（2021—2025年）

第一章 目标
到2025年，常住人口城镇化率达到60%。到2025年，农村自来水普及率达到90%。

第二章 项目
新建丙山水厂、丁台水厂。
建设甲溪水库、乙河水库、庚河水库、辛沟水库。
实施壬水水厂、癸水水厂改造。
2025年底前建成寅河大桥。
建设卯河堤防工程，牵头单位：区水利局。
`
const AMENDMENT = `重庆市开州区人民政府关于调整《开州区水利发展规划（2021—2025年）》部分内容的通知

一、增补内容
新建子溪水厂。
二、调整内容
将常住人口城镇化率2025年目标由60%调整为62%。
寅河大桥完成时限由2025年底调整为2026年底。
卯河堤防工程牵头单位由区水利局调整为区财政局。
三、取消项目
丙山水厂不再实施。
丑沟水厂不再实施。
`
const names = async () => {
  const { stdout } = await guitu('cypher', 'MATCH (p:Project) RETURN p.name AS name ORDER BY name', '--json')
  return (JSON.parse(stdout) as { name: string }[]).map(({ name }) => name)
}
const values = async () => {
  const asked = 'MATCH (:Indicator)-[:HAS_TARGET]->(t:Target) RETURN t.value AS value ORDER BY value'
  return (JSON.parse((await guitu('cypher', asked, '--json')).stdout) as { value: number }[]).map(
    ({ value }) => value,
  )
}

beforeAll(async () => {
  expect((await guitu('ingest', file('plan.txt', PLAN))).code).toBe(0)
}, 60_000)

describe('guitu ingest of a text that amends a plan', () => {
  it('is proposed by the title, says so, and changes only what the text names', async () => {
    const before = await names()
    const { code, stdout, stderr } = await guitu('ingest', file('notice.txt', AMENDMENT))
    expect(`${code} ${stderr}`).toMatch(/^0 /)
    expect(stdout).toContain('按修订处理')
    expect(stdout).toContain('--whole')
    expect(stdout).toContain('“丑沟水厂不再实施”')
    expect(await names()).toEqual([...before.filter((name) => name !== '丙山水厂'), '子溪水厂'].sort())
    expect(await values()).toEqual([62, 90])
    expect((await guitu('verify')).code).toBe(0)
  }, 60_000)

  it('moves the day and changes the body of what it names, and leaves no old one in force', async () => {
    const duties = `MATCH (d:Department)-[r:RESPONSIBLE_FOR]->(x) WHERE r.basis <> 'inferred'
      RETURN DISTINCT d.name AS name`
    const days = 'MATCH (a)-[:DUE]->(d:Deadline) WHERE NOT a:Target RETURN DISTINCT d.name AS name'
    const read = async (statement: string) =>
      (JSON.parse((await guitu('cypher', statement, '--json')).stdout) as { name: string }[]).map(
        ({ name }) => name,
      )
    expect(await read(duties)).toEqual(['区财政局'])
    expect(await read(days)).toEqual(['2026年底'])
  }, 60_000)

  it('is undone by withdrawing it', async () => {
    const { stdout } = await guitu('status', '--json')
    const { revisions } = JSON.parse(stdout).plans[0]
    const [notice] = revisions.filter(({ inForce }: { inForce: boolean }) => inForce).slice(-1)
    expect((await guitu('withdraw', notice.id, '--why', '试')).code).toBe(0)
    expect(await names()).toContain('丙山水厂')
    expect(await values()).toEqual([60, 90])
    expect((await guitu('verify')).code).toBe(0)
  }, 60_000)

  it('stops where the text has much of the plan itself, which may be the plan anew', async () => {
    const anew = file('anew.txt', `关于修订《开州区水利发展规划（2021—2025年）》的决定\n\n${PLAN}`)
    const { code, stderr } = await guitu('ingest', anew)
    expect(code).toBe(8)
    expect(stderr).toContain('--whole --plan')
  }, 60_000)

  it('stops where the plan is not held, and names the ways out', async () => {
    const notice = file('other.txt', AMENDMENT.replaceAll('水利发展', '交通运输'))
    const { code, stderr } = await guitu('ingest', notice)
    expect(code).toBe(8)
    expect(stderr).toContain('--amends')
    expect(stderr).toContain('--whole')
    expect((await guitu('ingest', notice, '--amends', 'no-such-plan')).code).toBe(8)
  }, 60_000)
})

const AGAIN = `重庆市开州区人民政府关于调整《开州区水利发展规划（2021—2025年）》部分项目的通知

将“甲溪水库”更名为“甲溪龙潭水库”，完成时限调整为2027年底。
将“申台水库”更名为“酉沟水库”。
将“实施壬水水厂、癸水水厂改造”修改为“另行研究有关供水事宜”。
项目调整表
序号	项目名称	原计划	调整后	备注
1	寅河大桥	2025年底建成	2026年底建成	与丁台水厂衔接
2	卯河堤防工程	牵头单位：区水利局	牵头单位：区财政局	职能
3	壬水水厂	规模5万吨	规模8万吨	人口
4	戌岭大桥	2024年	2025年	用地
指标调整表
| 序号 | 指标名称 | 单位 | 原目标值 | 调整后目标值 |
| --- | --- | --- | --- | --- |
| 1 | 常住人口城镇化率 | % | 60 | 62 |
`

describe('guitu ingest of a notice with other names and tables', () => {
  const store = join(folder, 'tables')
  const run = (...words: readonly string[]) => runGuitu([...words, '--store', store])
  const rows = async (statement: string) => JSON.parse((await run('cypher', statement, '--json')).stdout)

  it('keeps one thing under both names, and lists what it could not read or match', async () => {
    expect((await run('ingest', file('plan.txt', PLAN))).code).toBe(0)
    const { code, stdout, stderr } = await run('ingest', file('again.txt', AGAIN), '--yes')
    expect(`${code} ${stderr}`).toMatch(/^0 /)
    for (const words of ['壬水水厂 规模5万吨 规模8万吨', '“申台水库”', '戌岭大桥', '另行研究'])
      expect(stdout).toContain(words)
    expect(
      await rows(`MATCH (p:Project)-[:DUE]->(d:Deadline) WHERE p.name = '甲溪龙潭水库'
        RETURN p.aliases AS aliases, d.name AS due`),
    ).toEqual([{ aliases: ['甲溪水库'], due: '2027年底' }])
    expect(await rows(`MATCH (p:Project) WHERE p.name = '甲溪水库' RETURN p.name AS name`)).toEqual([])
    for (const name of ['丁台水厂', '癸水水厂改造'])
      expect(await rows(`MATCH (p:Project) WHERE p.name = '${name}' RETURN p.name AS name`)).toHaveLength(1)
    expect(
      await rows(
        'MATCH (:Indicator)-[:HAS_TARGET]->(t:Target) RETURN t.value AS value, t.year AS year ORDER BY value',
      ),
    ).toEqual([
      { value: 62, year: 2025 },
      { value: 90, year: 2025 },
    ])
    expect((await run('verify')).code).toBe(0)
  }, 60_000)

  it('is compared and followed as one thing with another name', async () => {
    const changes = JSON.parse((await run('diff', '1', '2', '--json')).stdout) as {
      kind: string
      subject: string
      old: string
    }[]
    const named = changes.filter(({ subject, old }) => `${subject}${old}`.includes('甲溪'))
    expect(named.map(({ kind }) => kind)).toEqual(['commitment_reworded', 'deadline_moved'])
    expect(named[0]).toMatchObject({ old: '甲溪水库', subject: '甲溪龙潭水库' })
    for (const name of ['甲溪水库', '甲溪龙潭水库'])
      expect((await run('history', name)).stdout.replace(/[║\s]/g, '')).toContain('任务改写')
  }, 60_000)

  it('has its first name again when the notice is withdrawn', async () => {
    const { plans } = JSON.parse((await run('status', '--json')).stdout)
    const { id } = plans[0].revisions.at(-1)
    expect((await run('withdraw', id, '--why', '试')).code).toBe(0)
    expect(await rows(`MATCH (p:Project) WHERE p.name STARTS WITH '甲溪' RETURN p.name AS name`)).toEqual([
      { name: '甲溪水库' },
    ])
    expect((await run('verify')).code).toBe(0)
  }, 60_000)
})
