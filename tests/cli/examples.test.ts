/** Every example that a message, a help text or the README offers has an answer on the Kaizhou plan. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerQuestion } from '../../cli/commands/ask.ts'
import { EXIT } from '../../cli/exit-codes.ts'
import { sayNothing } from '../../cli/say-question.ts'
import { openStore } from '../../graph/open-store.ts'
import type { GraphStore, Row } from '../../graph/store.ts'
import { askables } from '../../queries/question-table.ts'
import { runGuitu } from './run-guitu.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'guitu-examples-'))
const place = join(folder, 'store')
let store: GraphStore
beforeAll(async () => {
  const { code, stderr } = await runGuitu(['ingest', join(ROOT, 'corpus/kaizhou'), '--store', place])
  expect(code, stderr).toBe(EXIT.done)
  store = await openStore(place, { mode: 'read' })
}, 60_000)
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const ask = (question: string) => answerQuestion(store, question, {})
const column = (rows: readonly Row[], name: string) => rows.map((row) => row[name])

/** The first cells of the table under the README's heading of the ten questions. */
const inReadme = readFileSync(join(ROOT, 'README.md'), 'utf8')
  .split(/^## /m)
  .filter((part) => part.startsWith('十个问题'))
  .flatMap((part) => [...part.matchAll(/^\| `([^`]+)` \|/gm)].map(([, question = '']) => question))

/** Questions in the sources of the command line: between quotation marks, or after `guitu ask`. */
const inSources = ['commands/ask.ts', 'commands/start.ts', 'ingest/here.ts', 'main.ts'].flatMap((file) =>
  [...readFileSync(join(ROOT, 'cli', file), 'utf8').matchAll(/(?:[“'"]|guitu ask )(哪些[^”'"\s]+)/g)].map(
    ([, question = '']) => question,
  ),
)

describe('examples on the Kaizhou plan', { timeout: 60_000 }, () => {
  it.each([...askables.flatMap(({ chinese, english }) => [chinese, english]), ...inReadme, ...inSources])(
    '%s has an answer',
    async (question) => {
      const { rows } = await ask(question)
      expect(rows.length).toBeGreaterThan(0)
    },
  )

  it('is offered them in the README and in the sources', () => {
    expect(inReadme.length).toBe(10)
    expect(inSources.length).toBeGreaterThan(3)
  })

  it.each(['哪些部门负责哪些任务', '领导小组负责什么', '各乡镇人民政府负责什么', '区级有关部门负责什么'])(
    '%s puts what the text says first',
    async (question) => {
      const basis = column((await ask(question)).rows, 'basis')
      expect(basis[0]).toBe('stated')
      expect(basis.slice(basis.indexOf('inferred') + 1 || basis.length)).not.toContain('stated')
    },
  )

  it('answers of the whole county with all its projects', async () => {
    const { rows, whole } = await ask('哪些项目服务于开州区')
    const all = await store.read('MATCH (p:Project) RETURN count(p) AS howMany')
    expect(rows.length).toBe(all[0]?.howMany)
    expect(whole?.name).toBe('开州区')
  })

  it('answers alike in pinyin and in characters', async () => {
    const [pinyin, characters] = [await ask('Which projects serve Puli?'), await ask('哪些项目服务于浦里？')]
    expect(pinyin.rows).toEqual(characters.rows)
    expect(pinyin.meanings[0]?.alike).toContain('普里河')
    expect(pinyin.meanings[0]?.means[0]).toEqual({ name: '浦里新区', by: 'alias' })
  })

  it('keeps departments that the text names apart from those inferred, where deadlines are asked for', async () => {
    const { rows } = await ask('2025年底前要完成哪些任务')
    expect(column(rows, 'departments').flat()).toEqual([])
    expect(column(rows, 'inferredDepartments').flat()).toContain('区发展改革部门')
  })

  it('offers, where it has no answer, only questions that have one', async () => {
    const answer = await ask('岳溪镇2025年底前要完成哪些任务')
    expect(answer.rows).toEqual([])
    const [, offered = ''] = /可以再问 you can ask：(.+)$/m.exec(sayNothing(answer)) ?? []
    for (const question of offered.split('、')) expect((await ask(question)).rows.length).toBeGreaterThan(0)
  })
})
