import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXIT } from '../../cli/exit-codes.ts'
import { runGuitu } from './run-guitu.ts'

const root = mkdtempSync(join(tmpdir(), 'guitu-status-'))
const store = join(root, 'store')
const guitu = (...words: string[]) => runGuitu([...words, '--store', store])
afterAll(() => rmSync(root, { recursive: true, force: true }))

const edition = (percent: number): string =>
  `丙山县城镇化规划（2021—2035年）\n第一章  城镇体系\n到2025年，常住人口城镇化率达到${percent}%。\n第二章  𬒈山\n天气晴好，鸟语花香。\n`

const idOf = (stdout: string): string => /revision:\S+/.exec(stdout)?.[0] ?? ''

const ids = { older: '', newer: '' }

beforeAll(async () => {
  writeFileSync(
    join(root, 'plan.json'),
    JSON.stringify({ id: 'bingshan', title: '丙山县城镇化规划', jurisdiction: '辰州省/丙山县' }),
  )
  for (const [name, percent] of [
    ['older', 60],
    ['newer', 65],
  ] as const) {
    writeFileSync(join(root, `${name}.txt`), edition(percent))
    const { code, stdout, stderr } = await guitu('ingest', join(root, `${name}.txt`))
    expect(code, stderr).toBe(EXIT.done)
    ids[name] = idOf(stdout)
  }
}, 60_000)

/** The cells of a table's column, wrapped lines joined, blanks apart. */
const column = (table: string, index: number): string =>
  table
    .split('\n')
    .filter((line) => line.startsWith('║'))
    .map((line) => line.split(/[║│]/)[index + 1] ?? '')
    .join('')
    .replace(/\s/g, '')

describe('status', { timeout: 60_000 }, () => {
  it('says that a newer text took the place of an older one', async () => {
    const { stdout } = await guitu('status')
    expect(column(stdout, 2)).toContain('已被接替superseded')
    expect(column(stdout, 2)).toContain('在效力中inforce')
    expect(column(stdout, 0)).toMatch(/12$/)
  })

  it('says why a revision was withdrawn, and that the older one is in force again', async () => {
    const withdrawn = await guitu('withdraw', ids.newer.slice(0, -4), '--why', '数字有误')
    expect(withdrawn.stdout).toMatch(new RegExp(`已撤回.*${ids.newer}\n现在在效力中.*${ids.older}`))
    const { stdout } = await guitu('status')
    expect(column(stdout, 2)).toMatch(/已撤回withdrawn，原因because：数字有误/)
    expect(stdout).not.toMatch(/已被接替/)
  })
})

describe('coverage', { timeout: 60_000 }, () => {
  it('says in which section each sentence that was not understood stands', async () => {
    const [covered] = JSON.parse((await guitu('coverage', '--list', 'all', '--json')).stdout)
    const sections = covered.items.map((one: { text: string; section: string }) => [one.text, one.section])
    expect(sections).toContainEqual(['天气晴好，鸟语花香。', '第二章 𬒈山'])
    expect(sections).toContainEqual(['到2025年，常住人口城镇化率达到60%。', '第一章 城镇体系'])
  })
})
