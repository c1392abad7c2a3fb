import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXIT } from '../../cli/exit-codes.ts'
import { exportJsonl } from '../../graph/export/jsonl.ts'
import { openStore } from '../../graph/open-store.ts'
import { ingestFacts } from '../../graph/write.ts'
import { smallFacts } from '../queries/small-facts.ts'
import { runGuitu } from './run-guitu.ts'

const root = mkdtempSync(join(tmpdir(), 'guitu-cli-'))
const path = (...names: string[]) => join(root, ...names)
const store = path('store')
const plan = (id: string, title: string) => JSON.stringify({ id, title, jurisdiction: '辰州省/丙山县' })

const makeStore = async (location: string): Promise<void> => {
  const open = await openStore(location, { mode: 'write' })
  await ingestFacts(open, smallFacts, { clock: () => new Date(0) })
  await open.close()
}

/** A store of its own for each process: one at a time may hold it. */
const ownStore = (): string => {
  const own = mkdtempSync(path('own-'))
  cpSync(store, own, { recursive: true })
  return own
}

const contents = async (location: string): Promise<string> => {
  const open = await openStore(location, { mode: 'read' })
  let lines = ''
  for await (const line of exportJsonl(open)) lines += `${line}\n`
  await open.close()
  return lines
}

let untouched = ''
beforeAll(async () => {
  await makeStore(store)
  untouched = await contents(store)
  mkdirSync(path('no-texts'))
  writeFileSync(path('no-texts', 'picture.png'), 'x')
  writeFileSync(path('empty.txt'), '')
  writeFileSync(
    path('binary.txt'),
    Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251)),
  )
  writeFileSync(path('undecodable.txt'), Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]))
  writeFileSync(path('large.txt'), '')
  truncateSync(path('large.txt'), 50 * 1024 * 1024 + 1)
  writeFileSync(path('no-plan.txt'), '今天天气很好。\n')
  writeFileSync(path('plan.pdf'), '%PDF-1.7')
  for (const [folder, title] of [
    ['one', '丙山县城镇化规划'],
    ['two', '丙山县水利规划'],
  ] as const) {
    mkdirSync(path('twins', folder), { recursive: true })
    writeFileSync(path('twins', folder, 'plan.json'), plan('twin', title))
    writeFileSync(path('twins', folder, 'plan.txt'), `${title}\n\n第一章  城镇\n建设甲溪水库。\n`)
  }
  mkdirSync(path('clash'))
  writeFileSync(path('clash', 'plan.json'), plan('bingshan', '丙山县水利规划'))
  writeFileSync(path('clash', 'plan.txt'), '丙山县水利规划\n建设甲溪水库。\n')
  mkdirSync(path('bad-json'))
  writeFileSync(path('bad-json', 'plan.json'), '{"title": 7}')
  writeFileSync(path('bad-json', 'plan.txt'), '丙山县水利规划\n建设甲溪水库。\n')
  for (const [folder, json] of [
    ['bad-key', '{"titel": "丙山县水利规划"}'],
    ['no-json', '{"title": }'],
  ] as const) {
    mkdirSync(path(folder))
    writeFileSync(path(folder, 'plan.json'), json)
    writeFileSync(path(folder, 'plan.txt'), '丙山县水利规划\n建设甲溪水库。\n')
  }
  mkdirSync(path('not-a-store'))
  writeFileSync(path('not-a-store', 'letter.txt'), 'x')
  await makeStore(path('old'))
  const old = await openStore(path('old'), { mode: 'write' })
  await old.run('MATCH (s:Schema) SET s.version = 0')
  await old.close()
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const CASES: readonly (readonly [string, readonly string[], keyof typeof EXIT, RegExp])[] = [
  ['a missing file', ['ingest', path('missing.txt')], 'input', /找不到文件.*missing\.txt/],
  ['a folder without texts', ['ingest', path('no-texts')], 'input', /没有 \.txt 或 \.md.*no-texts/],
  ['an empty file', ['ingest', path('empty.txt')], 'input', /文件是空的.*empty\.txt/],
  ['a binary file', ['ingest', path('binary.txt')], 'input', /不是文本.*binary\.txt/],
  ['undecodable bytes', ['ingest', path('undecodable.txt')], 'input', /编码.*undecodable\.txt/],
  ['a file over 50 MB', ['ingest', path('large.txt')], 'input', /超过 50 MB.*large\.txt/],
  ['a text with no plan in it', ['ingest', path('no-plan.txt')], 'input', /找不到规划/],
  [
    'a format that is not read',
    ['ingest', path('plan.pdf')],
    'input',
    /只读 \.txt 和 \.md.*先另存为文本.*plan\.pdf/,
  ],
  ['two plans with one id', ['ingest', path('twins')], 'input', /两个规划用了同一个编号 twin/],
  ['a plan with the id of another in the store', ['ingest', path('clash')], 'input', /同一个编号 bingshan/],
  ['a plan.json with faults', ['ingest', path('bad-json')], 'input', /plan\.json 写法不对/],
  [
    'a revision to follow that is not there',
    ['ingest', path('twins', 'one'), '--supersedes', 'revision:none'],
    'input',
    /没有版本 revision:none/,
  ],
  ['a bad period', ['ingest', path('no-plan.txt'), '--period', 'soon'], 'usage', /时期写法不对：soon/],
  ['a bad date', ['ingest', path('no-plan.txt'), '--issued', '2021'], 'usage', /日期写法不对：2021/],
  ['an unknown command', ['dance'], 'usage', /命令写法不对：没有 dance 这个命令/],
  ['a slip in a command', ['ingset', 'x'], 'usage', /没有 ingset 这个命令，是不是想写 ingest？/],
  [
    'an unknown option',
    ['ask', '--plcae', 'x'],
    'usage',
    /没有 --plcae 这个选项，是不是想写 --place？.*guitu ask --help/,
  ],
  ['an option without its reason', ['withdraw', 'x'], 'usage', /必须写明 --why/],
  ['an argument too many', ['diff', 'a', 'b', 'c'], 'usage', /参数太多：应有 2 个，写了 3 个/],
  ['a missing argument', ['cypher'], 'usage', /缺少参数 <statement>/],
  [
    'a file to compare that is not there',
    ['diff', '--files', path('a.txt'), path('b.txt')],
    'input',
    /找不到文件.*a\.txt/,
  ],
  [
    'an export into a folder that is not there',
    ['export', '--out', path('none', 'x.jsonl')],
    'usage',
    /写不了文件.*没有这个文件或文件夹/,
  ],
  ['a plan.json with a misspelt key', ['ingest', path('bad-key')], 'input', /plan\.json 写法不对/],
  ['a plan.json that is no JSON', ['ingest', path('no-json')], 'input', /plan\.json 不是 JSON/],
  ['a Cypher error', ['cypher', 'MATCH (n RETURN n'], 'query', /查询语句有错/],
  [
    'a write on the read-only command',
    ['cypher', 'CREATE (n:Place {id: "x"})'],
    'query',
    /只读时不能写入.*--write/,
  ],
  ['a bad parameter', ['cypher', 'RETURN $x AS x', '--param', 'x'], 'usage', /参数写法不对：x/],
  ['an unclear question', ['ask', '今天天气怎样'], 'unclear', /没有听懂/],
  [
    'a question about a name that is not there',
    ['ask', '哪些项目服务于无名镇'],
    'unclear',
    /没有找到所问的名称/,
  ],
  [
    'a queue that does not answer',
    ['ingest', path('twins', 'one'), '--queue', 'redis://127.0.0.1:1'],
    'queue',
    /连不上 Redis.*redis:\/\/127\.0\.0\.1:1\b/,
  ],
  ['a queue that is no address', ['worker', '--queue', 'here'], 'queue', /队列.*here/],
  ['an unknown format of export', ['export', '--format', 'xml'], 'usage', /没有这种格式：xml/],
]

const STORES: readonly (readonly [string, string, RegExp])[] = [
  ['a path that is not a store', path('not-a-store'), /不是规图的图库.*not-a-store/],
  ['a path with no store yet', path('nothing-here'), /还没有图库.*nothing-here/],
  ['a Neo4j that does not answer', 'bolt://127.0.0.1:1', /连不上 Neo4j.*bolt:\/\/127\.0\.0\.1:1\b/],
  ['a store of another schema version', path('old'), /另一版本.*old/],
]

describe('bad input', { timeout: 60_000 }, () => {
  it.concurrent.each(CASES)(
    '%s: one line, its exit code, the store as it was',
    async (_what, words, exit, line) => {
      const own = ownStore()
      const { code, stdout, stderr } = await runGuitu([...words, '--store', own])
      expect(stdout).toBe('')
      expect(stderr).toMatch(/^guitu: /)
      expect(stderr.split('\n')[0]).toMatch(line)
      expect(stderr).not.toMatch(/\n\s+at /)
      expect(code).toBe(EXIT[exit])
      expect(await contents(own)).toBe(untouched)
    },
  )

  it.concurrent.each(STORES)('%s is refused and left alone', async (_what, location, line) => {
    const { code, stderr } = await runGuitu(['verify', '--store', location])
    expect(stderr).toMatch(line)
    expect(code).toBe(EXIT.store)
  })

  it('makes no store of a path that is not one', async () => {
    await runGuitu(['ingest', path('twins', 'one'), '--store', path('not-a-store')])
    expect(readdirSync(path('not-a-store'))).toEqual(['letter.txt'])
    expect(readFileSync(path('not-a-store', 'letter.txt'), 'utf8')).toBe('x')
  })

  it('says that another process holds the store', async () => {
    const holder = await openStore(store, { mode: 'write' })
    const { code, stderr } = await runGuitu(['ask', '哪些项目服务于乙河', '--store', store])
    await holder.close()
    expect(stderr).toMatch(/正被另一个进程占用/)
    expect(code).toBe(EXIT.store)
  })
})
