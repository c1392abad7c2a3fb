import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { EXIT } from '../../cli/exit-codes.ts'
import { runGuitu } from './run-guitu.ts'

const checkout = join(import.meta.dirname, '..', '..')
const root = mkdtempSync(join(tmpdir(), 'guitu-faults-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** A copy of the program whose tables can be spoilt. */
const copyProgram = (): string => {
  for (const name of ['cli', 'graph', 'pipeline', 'queries', 'package.json', 'tsconfig.json'])
    cpSync(join(checkout, name), join(root, name), { recursive: true })
  symlinkSync(join(checkout, 'node_modules'), join(root, 'node_modules'))
  return join(root, 'cli', 'guitu.mjs')
}

describe('faults in rules and tables', { timeout: 60_000 }, () => {
  it('are all listed with file and line, before any store is made', async () => {
    const program = copyProgram()
    const lexicons = join(root, 'pipeline', 'lexicons')
    const [first = '', second = ''] = readdirSync(lexicons).filter((name) => name.endsWith('.tsv'))
    for (const name of [first, second])
      appendFileSync(join(lexicons, name), `\ta\tb\tc\td\te\tf\tg\th\ti\tj\tk\tl\n`)
    writeFileSync(join(root, 'plan.txt'), '丙山县城镇化规划\n建设甲溪水库。\n')
    const store = join(root, 'store')
    const words = ['ingest', join(root, 'plan.txt'), '--jurisdiction', '重庆市/开州区', '--store', store]
    const { code, stderr } = await runGuitu(words, { program })
    expect(code, stderr).toBe(EXIT.knowledge)
    expect(stderr.split('\n')[0]).toMatch(/^guitu: 规则或词表有错/)
    for (const name of [first, second]) expect(stderr).toMatch(new RegExp(`lexicons/${name}:\\d+: `))
    expect(existsSync(store)).toBe(false)
  })
})
