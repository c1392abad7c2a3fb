import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RevisionFacts } from '../../graph/model.ts'
import { check } from '../../pipeline/facts/check.ts'
import { correct } from '../../pipeline/facts/correct.ts'
import { resolve } from '../../pipeline/facts/resolve.ts'
import { state } from '../../pipeline/facts/state.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import { type Correction, DECISIONS, type Found } from '../../pipeline/records.ts'
import { aReading, fact, found, mention, spanOf } from './a-reading.ts'

const knowledge = loadKnowledge()
const coverage = { sentences: 4, understood: 4, exhortation: 0, notUnderstood: 0, sentencesLeft: [] } as never

const reading = aReading(
  '新建甲溪水厂，服务乙河镇。',
  '甲溪水厂工程供水丁台镇。',
  '扩建戊滩净水厂，服务乙河镇。',
  '到2025年，森林覆盖率达到55%。',
  '疏浚乙河河道（水利局牵头）。',
)
const works = mention(reading, 'Project', '甲溪水厂')
const again = mention(reading, 'Project', '甲溪水厂工程')
const plant = mention(reading, 'Project', '戊滩净水厂')
const town = mention(reading, 'Place', '乙河镇')
const far = mention(reading, 'Place', '丁台镇')
const second = mention(reading, 'Place', '乙河镇', { nth: 1 })
const cover = mention(reading, 'Indicator', '森林覆盖率')
const body = mention(reading, 'Department', '水利局')
const dredging = { span: spanOf(reading, '疏浚乙河河道'), concerns: [] }
const clause = '疏浚乙河河道（水利局牵头）'
const read: readonly Found[] = [
  found(
    [works, again, plant, town, far, second, cover, body],
    [
      fact(reading, 'SERVES', works, town, '新建甲溪水厂，服务乙河镇'),
      fact(reading, 'SERVES', again, far, '甲溪水厂工程供水丁台镇'),
      fact(reading, 'SERVES', plant, second, '扩建戊滩净水厂，服务乙河镇'),
      fact(
        reading,
        'HAS_TARGET',
        cover,
        {
          span: spanOf(reading, '55%'),
          value: 55,
          comparator: '=',
          unit: '%',
          year: 2025,
          kind: 'target',
          place: town,
        },
        '到2025年，森林覆盖率达到55%',
      ),
      fact(reading, 'RESPONSIBLE_FOR', body, dredging, clause, { qualifiers: { role: 'lead' } }),
    ],
  ),
]
const by = { author: '张三', date: '2026-03-01', reason: '核对原件' } as const
const plain = state(reading, resolve(reading, read, knowledge), coverage)
const corrected = (...corrections: readonly Partial<Correction>[]): RevisionFacts => {
  const given = corrections.map((one) => ({ ...by, ...one }) as Correction)
  const facts = correct({ reading, found: read, coverage, facts: plain }, knowledge, given)
  const { kept, rejected } = check(facts)
  expect(rejected).toEqual([])
  return kept
}
const namesOf = ({ entities }: RevisionFacts): ReadonlyMap<string, string> =>
  new Map(entities.map(({ id, name }) => [id, name]))
const said = (facts: RevisionFacts): readonly string[] => {
  const names = namesOf(facts)
  const word = (id: string) => names.get(id) ?? id.split(':')[0]
  return facts.statements.map(
    ({ subject, predicate, object, rule }) =>
      `${word(subject)} ${predicate} ${word(object)}${rule === 'correction' ? ' *' : ''}`,
  )
}
const UNTOUCHED = [
  '甲溪水厂 SERVES 乙河镇',
  '甲溪水厂 SERVES 丁台镇',
  '戊滩净水厂 SERVES 乙河镇',
  '森林覆盖率 HAS_TARGET target',
  'target FOR 乙河镇',
  '水利局 RESPONSIBLE_FOR commitment',
]

describe('a decision', () => {
  it.each<[string, Partial<Correction>, readonly string[]]>([
    [
      'merge takes two names for one thing, under the name that stays',
      { decision: 'merge', subject: '甲溪水厂', object: '戊滩净水厂' },
      [`${UNTOUCHED[0]} *`, '甲溪水厂 SERVES 丁台镇', ...UNTOUCHED.slice(3)],
    ],
    [
      'keep-apart makes two things of what was taken for one',
      { decision: 'keep-apart', subject: '甲溪水厂', object: '甲溪水厂工程' },
      ['甲溪水厂 SERVES 乙河镇', '甲溪水厂工程 SERVES 丁台镇 *', ...UNTOUCHED.slice(2)],
    ],
    [
      'rename changes a name wherever it stands',
      { decision: 'rename', subject: '戊滩净水厂', object: '戊滩水厂' },
      [...UNTOUCHED.slice(0, 2), '戊滩水厂 SERVES 乙河镇 *', ...UNTOUCHED.slice(3)],
    ],
    [
      'rename of an indicator reaches its targets',
      { decision: 'rename', subject: '森林覆盖率', object: '全县森林覆盖率' },
      [
        ...UNTOUCHED.slice(0, 3),
        '全县森林覆盖率 HAS_TARGET target *',
        'target FOR 乙河镇 *',
        ...UNTOUCHED.slice(5),
      ],
    ],
    [
      'reject-statement leaves one statement out',
      { decision: 'reject-statement', subject: '戊滩净水厂', predicate: 'SERVES', object: '乙河镇' },
      UNTOUCHED.filter((one) => !one.startsWith('戊滩')),
    ],
    [
      'reject-statement of a figure takes its target with it',
      { decision: 'reject-statement', subject: '森林覆盖率', predicate: 'HAS_TARGET', object: '2025年 55%' },
      UNTOUCHED.filter((one) => !/target/.test(one)),
    ],
    [
      'set-department puts another body in the place of the one that was read',
      { decision: 'set-department', subject: '疏浚乙河河道', object: '县水务局' },
      [...UNTOUCHED.slice(0, 5), '县水务局 RESPONSIBLE_FOR commitment *'],
    ],
    [
      'set-department in another role leaves the lead alone',
      { decision: 'set-department', subject: '疏浚乙河河道', object: '财政局', role: 'support' },
      [...UNTOUCHED, '财政局 RESPONSIBLE_FOR commitment *'],
    ],
    [
      'set-department names a body for a project',
      { decision: 'set-department', subject: '戊滩净水厂', object: '住建局' },
      [...UNTOUCHED, '住建局 RESPONSIBLE_FOR 戊滩净水厂 *'],
    ],
    [
      'set-department that says what the text says changes nothing',
      { decision: 'set-department', subject: '疏浚乙河河道', object: '水利局' },
      UNTOUCHED,
    ],
  ])('%s', (_, correction, expected) => {
    const facts = corrected(correction)
    expect([...said(facts)].sort()).toEqual([...expected].sort())
    expect(facts.revision.corrections).toHaveLength(1)
    expect(facts.revision.unmatchedCorrections).toBeUndefined()
  })

  it.each<[string, Partial<Correction>, RegExp]>([
    ['a name that is not there', { decision: 'rename', subject: '己口水厂', object: '己口' }, /己口水厂/],
    [
      'one that is not there any more',
      { decision: 'merge', subject: '甲溪水厂', object: '己口水厂' },
      /己口水厂/,
    ],
    ['two things of different types', { decision: 'merge', subject: '甲溪水厂', object: '乙河镇' }, /类型/],
    [
      'a new name that is another thing’s',
      { decision: 'rename', subject: '戊滩净水厂', object: '甲溪水厂' },
      /merge/,
    ],
    [
      'two names that differ in nothing but a space',
      { decision: 'keep-apart', subject: '戊滩净水厂', object: '戊滩 净水厂' },
      /无法分开/,
    ],
    [
      'a statement that is not made',
      { decision: 'reject-statement', subject: '甲溪水厂', predicate: 'LOCATED_IN', object: '乙河镇' },
      /没有读到这条陈述/,
    ],
    [
      'a clause that is not there',
      { decision: 'set-department', subject: '疏浚丁台河道', object: '水务局' },
      /疏浚丁台河道/,
    ],
  ])('that meets %s is reported and changes nothing', (_, correction, reason) => {
    const facts = corrected(correction)
    expect([...said(facts)].sort()).toEqual([...UNTOUCHED].sort())
    expect(facts.revision.unmatchedCorrections).toEqual([expect.stringMatching(reason)])
  })

  it('says who decided what on every statement that it made or altered', () => {
    const facts = corrected({ decision: 'set-department', subject: '疏浚乙河河道', object: '县水务局' })
    const statement = facts.statements.find(({ rule }) => rule === 'correction')
    expect(statement).toMatchObject({
      basis: 'inferred',
      confidence: 1,
      qualifiers: {
        role: 'lead',
        correction: '指定部门 疏浚乙河河道 · 县水务局（张三，2026-03-01：核对原件）',
      },
      evidence: [{ quote: '疏浚乙河河道', part: 'clause' }],
    })
  })

  it('gives no decision the credit for what was so before it', () => {
    const facts = corrected(
      { decision: 'keep-apart', subject: '乙河镇', object: '丁台镇' },
      { decision: 'rename', subject: '戊滩净水厂', object: '戊滩水厂' },
    )
    const said = facts.statements.flatMap(({ qualifiers }) => qualifiers.correction ?? [])
    expect(said).toEqual(['改名 戊滩净水厂 · 戊滩水厂（张三，2026-03-01：核对原件）'])
  })

  it('keeps the former name among the other forms', () => {
    const facts = corrected({ decision: 'rename', subject: '戊滩净水厂', object: '戊滩水厂' })
    expect(facts.entities.find(({ name }) => name === '戊滩水厂')).toMatchObject({
      id: 'project:辰州省/丙山县/戊滩水厂',
      aliases: ['戊滩净水厂'],
    })
  })

  it('that merges what another keeps apart is reported', () => {
    const facts = corrected(
      { decision: 'keep-apart', subject: '甲溪水厂', object: '戊滩净水厂' },
      { decision: 'merge', subject: '甲溪水厂', object: '戊滩净水厂' },
    )
    expect([...said(facts)].sort()).toEqual([...UNTOUCHED].sort())
    expect(facts.revision.unmatchedCorrections).toHaveLength(1)
  })
})

it('gives the same facts in whatever order the decisions are written', () => {
  const decisions: readonly Partial<Correction>[] = [
    { decision: 'merge', subject: '甲溪水厂', object: '戊滩净水厂' },
    { decision: 'rename', subject: '乙河镇', object: '乙河街道' },
    { decision: 'set-department', subject: '疏浚乙河河道', object: '县水务局' },
  ]
  expect(corrected(...decisions)).toEqual(corrected(...decisions.toReversed()))
})

it('does not call two things by one name', () => {
  const facts = corrected(
    { decision: 'rename', subject: '乙河镇', object: '新河镇' },
    { decision: 'rename', subject: '丁台镇', object: '新河镇' },
  )
  expect(facts.entities.filter(({ name }) => name === '新河镇')).toHaveLength(1)
  expect(facts.revision.unmatchedCorrections).toHaveLength(1)
})

it('without decisions gives the very facts that were read', () => {
  expect(corrected()).toEqual(plain)
})

const word = fc.constantFrom(
  '甲溪水厂',
  '甲溪水厂工程',
  '戊滩净水厂',
  '乙河镇',
  '丁台镇',
  '森林覆盖率',
  '水利局',
  '疏浚乙河河道',
  '55%',
  '己口水库',
)
const decision: fc.Arbitrary<Partial<Correction>> = fc.record(
  {
    decision: fc.constantFrom(...DECISIONS),
    subject: word,
    object: word,
    predicate: fc.constantFrom('SERVES' as const, 'HAS_TARGET' as const, 'RESPONSIBLE_FOR' as const),
    type: fc.constantFrom('Project' as const, 'Place' as const),
    role: fc.constantFrom('lead' as const, 'support' as const),
  },
  { requiredKeys: ['decision', 'subject', 'object', 'predicate'] },
)

it('whatever is decided, gives facts that pass the check, unmarked only where nothing was altered, in any order', () => {
  fc.assert(
    fc.property(fc.array(decision, { maxLength: 6 }), (decisions) => {
      const facts = corrected(...decisions)
      expect(corrected(...decisions.toReversed())).toEqual(facts)
      const unmarked = facts.statements.filter(({ rule }) => rule !== 'correction')
      expect(plain.statements).toEqual(expect.arrayContaining([...unmarked]))
      const ids = new Set(facts.entities.map(({ id }) => id))
      for (const { entity } of facts.mentions) expect(ids).toContain(entity)
      for (const { indicator } of facts.targets) expect(ids).toContain(indicator)
    }),
    { numRuns: 200 },
  )
})
