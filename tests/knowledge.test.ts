import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nearest } from '../pipeline/knowledge/fault.ts'
import { parseSchema } from '../pipeline/knowledge/schema.ts'
import { buildKnowledge, KnowledgeError, loadKnowledge } from '../pipeline/knowledge.ts'
import { runExample } from '../pipeline/matching/examples.ts'
import { PASSES } from '../pipeline/matching/rule.ts'
import { example, FRUITS, knowledgeOf, rules, TAGS } from './matching/build.ts'

const faultsOf = (files: Readonly<Record<string, string>>) =>
  knowledgeOf(files).faults.map(
    ({ file, line, reason, suggestion }) =>
      `${file}:${line} ${reason}${suggestion ? ` → ${suggestion}` : ''}`,
  )

describe('the knowledge of the project', () => {
  const knowledge = loadKnowledge()
  const all = PASSES.flatMap((pass) => knowledge.rules.rules[pass].map((rule) => ({ name: rule.name, rule })))

  it('loads without a fault', () => expect(all.length).toBeGreaterThan(0))
  it('is frozen', () => {
    expect(Object.isFrozen(knowledge)).toBe(true)
    expect(Object.isFrozen(knowledge.table('units'))).toBe(true)
    expect(Object.isFrozen(knowledge.table('units')[0])).toBe(true)
    expect(Object.isFrozen(all[0]?.rule)).toBe(true)
  })
  it('declares the columns of every table', () => {
    const declared = new Set(declaredTables())
    const files = ['lexicons', 'gazetteer'].flatMap((folder) =>
      readdirSync(new URL(`../pipeline/${folder}/`, import.meta.url)),
    )
    const tables = files.filter((file) => file.endsWith('.tsv')).map((file) => file.replace('.tsv', ''))
    expect(tables.filter((table) => !declared.has(table))).toEqual([])
  })
  it('names the table that is not there', () => expect(() => knowledge.table('fruits')).toThrow(/fruits/))

  describe.each(all)('the rule $name', ({ rule }) => {
    it.each(rule.examples.map((one) => ({ ...one, first: one.text.split('\n')[0] })))(
      'reads $first as it says',
      (one) => {
        const expected = one.expected.map(({ tag, name }) => `${tag} ${name}`)
        expect([...runExample(knowledge.rules, rule, one).found].sort()).toEqual(expected.sort())
      },
    )
  })
})

const declaredTables = (): readonly string[] => {
  const { schema } = parseSchema(
    readFileSync(new URL('../pipeline/knowledge/tables.tsv', import.meta.url), 'utf8'),
  )
  return [...schema.keys()]
}

describe('faults in tables', () => {
  it.each([
    [
      'a word that stands there twice',
      `${FRUITS}桃\tpome\n`,
      ['lexicons/fruits.tsv:5 Unexpected second 桃, expected it once: see line 2'],
    ],
    [
      'an unknown word where few are possible',
      'name\tkind\tweight\tshape\n桃\tston\n',
      ['lexicons/fruits.tsv:2 Unexpected kind ston, expected stone, pome → stone'],
    ],
    [
      'an empty cell',
      'name\tkind\tweight\tshape\n\tstone\n',
      ['lexicons/fruits.tsv:2 Unexpected empty name, expected text'],
    ],
    [
      'no number',
      'name\tkind\tweight\tshape\n桃\tstone\t重\n',
      ['lexicons/fruits.tsv:2 Unexpected weight 重, expected a number'],
    ],
    [
      'white space',
      'name\tkind\tweight\tshape\n桃 \tstone\n',
      ['lexicons/fruits.tsv:2 Unexpected white space around name “桃 ”, expected none'],
    ],
    [
      'too many cells',
      'name\tkind\tweight\tshape\n桃\tstone\t\t\t甜\n',
      ['lexicons/fruits.tsv:2 Unexpected 5 cells, expected 4: name, kind, weight, shape'],
    ],
  ])('tell of %s', (_, content, faults) => {
    expect(faultsOf({ 'lexicons/fruits.tsv': content })).toEqual(faults)
  })
  it('tell of a pattern that does not compile', () => {
    expect(faultsOf({ 'lexicons/fruits.tsv': 'name\tkind\tweight\tshape\n桃\tstone\t\t(\n' })[0]).toMatch(
      /fruits.tsv:2 Unexpected shape \(, expected a regular expression/,
    )
  })
  it('tell of a misspelt column, with what was meant', () => {
    expect(faultsOf({ 'lexicons/fruits.tsv': FRUITS.replace('kind', 'kinds') }).join()).toMatch(
      /fruits.tsv:1 Unexpected column kinds.* → kind/,
    )
  })
  it('count lines as an editor does, comments included', () => {
    expect(faultsOf({ 'lexicons/fruits.tsv': `# 水果\n${FRUITS}# 再次\n李\tstone\n` })[0]).toMatch(
      /fruits.tsv:7 /,
    )
  })
  it('tell of a tag whose table is not there', () => {
    expect(faultsOf({ 'lexicons/tags.tsv': `${TAGS}Nut\tfruit\tname\n` })).toEqual([
      'lexicons/tags.tsv:6 Unexpected table fruit of Nut, expected one of lexicons/ → fruits',
    ])
  })
})

const HIT = example('桃水厂', '=> Project 桃水厂')
const MISS = example('水厂', '=> nothing')
const rule = (match: string, examples = HIT + MISS, more: object = {}) =>
  rules({ 'fruit-works': { match, examples, ...more } })

describe('faults in rules', () => {
  it.each([
    ['a misspelt tag', rule('Friut "水厂"'), /names.md:6 Unexpected tag Friut, expected a known one → Fruit/],
    [
      'a group that is not closed',
      rule('(Fruit "水厂"'),
      /names.md:6 Unexpected end of the group, expected \), at character/,
    ],
    [
      'a role that the name asks for in vain',
      rule('head:Fruit "水厂"', HIT + MISS, { name: '{haed}' }),
      /names.md:7 Unexpected role haed, expected a known one → head/,
    ],
    [
      'no example',
      rule('Fruit "水厂"', MISS),
      /names.md:1 Unexpected rule fruit-works without an example that it finds/,
    ],
    ['no near miss', rule('Fruit "水厂"', HIT), /names.md:1 Unexpected rule fruit-works without a near miss/],
    [
      'an example that does not hold',
      rule('Fruit "电厂"'),
      /names.md:8 Unexpected finds of fruit-works: nothing, expected Project 桃水厂/,
    ],
    [
      'a near miss that is a hit',
      rule('"水厂"', example('水厂', '=> Project 水厂') + MISS),
      /Unexpected finds of fruit-works: Project 水厂, expected nothing/,
    ],
    [
      'a name that is not in lower case',
      rules({ 'Fruit works': { match: 'Fruit', examples: HIT + MISS } }),
      /Unexpected rule name Fruit works/,
    ],
    [
      'a block that is not closed',
      `${rule('Fruit "水厂"')}\`\`\`example\n桃`,
      /Unexpected end of the file, expected ``` to close the block/,
    ],
    [
      'a reason in one language',
      rule('Fruit "水厂"').replace('试验。 ', ''),
      /Unexpected reason of fruit-works, expected a sentence in 中文 and one in English/,
    ],
    [
      'two rules of one name',
      rule('Fruit "水厂"') + rule('Fruit "水厂"'),
      /Unexpected second rule fruit-works, expected one: see rules\/names\/names.md:1/,
    ],
  ])('tell of %s', (_, content, fault) => {
    expect(faultsOf({ 'rules/names/names.md': content }).join('\n')).toMatch(fault)
  })
  it('are told all at once, with their files', () => {
    const files = {
      'rules/names/names.md': rule('Friut "水厂"'),
      'rules/relations/more.md': rule('(', undefined),
      'lexicons/fruits.tsv': `${FRUITS}桃\tpome\n`,
    }
    const faults = faultsOf(files)
    for (const file of Object.keys(files)) expect(faults.join('\n')).toContain(file)
    expect(new KnowledgeError(knowledgeOf(files).faults).message.split('\n')).toHaveLength(faults.length + 1)
  })
})

describe('passes', () => {
  const names = rules({
    'fruit-works': {
      find: 'Works',
      match: 'Fruit "水厂"',
      examples: example('桃水厂', '=> Works 桃水厂') + MISS,
    },
  })
  const serve = (tag: string) =>
    rules({
      serving: {
        find: 'SERVES',
        match: `${tag} "供水"`,
        examples: example('桃水厂供水', '=> SERVES 桃水厂供水') + MISS,
      },
    })
  it('see what earlier ones find', () => {
    expect(faultsOf({ 'rules/names/a.md': names, 'rules/relations/b.md': serve('Works') })).toEqual([])
  })
  it('do not see what their own rules find', () => {
    expect(faultsOf({ 'rules/names/a.md': names, 'rules/names/b.md': serve('Works') }).join()).toMatch(
      /Unexpected tag Works/,
    )
  })
})

it('changes its version with the source of the reader', () => {
  const versions = ['1', '2'].map(
    (content) => buildKnowledge('table\tcolumns\n', [], [{ path: 'a.ts', content }]).knowledge.version,
  )
  expect(new Set(versions).size).toBe(2)
})

it('changes its version with any word of any table', () => {
  const versions = [FRUITS, `${FRUITS}杏\tstone\n`].map(
    (content) => knowledgeOf({ 'lexicons/fruits.tsv': content }).knowledge.version,
  )
  expect(new Set(versions).size).toBe(2)
})

it.each([
  ['Friut', ['Fruit', 'Place'], 'Fruit'],
  ['Cat', ['Fruit', 'Place'], undefined],
])('guesses what %s was meant to be', (word, known, meant) => {
  expect(nearest(word, known)).toBe(meant)
})
