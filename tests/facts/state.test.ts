import { describe, expect, it } from 'vitest'
import { check } from '../../pipeline/facts/check.ts'
import { resolve } from '../../pipeline/facts/resolve.ts'
import { state } from '../../pipeline/facts/state.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import type { Found, Reading, Target } from '../../pipeline/records.ts'
import { aReading, fact, found, mention, spanOf } from './a-reading.ts'

const knowledge = loadKnowledge()
const coverage = { sentences: 2, understood: 1, exhortation: 1, notUnderstood: 0 }
const stated = (reading: Reading, ...all: readonly Found[]) =>
  state(reading, resolve(reading, all, knowledge), coverage)

const target = (reading: Reading, words: string, rest: Partial<Target> = {}): Target => ({
  span: spanOf(reading, words),
  value: 60,
  comparator: '=',
  unit: '%',
  kind: 'target',
  ...rest,
})

describe('offsets', () => {
  it('counts code points after a character above U+FFFF', () => {
    const reading = aReading('𬒈溪镇、甲溪镇。')
    const { mentions } = stated(
      reading,
      found([mention(reading, 'Place', '𬒈溪镇'), mention(reading, 'Place', '甲溪镇')]),
    )
    expect(mentions.map(({ start, end, text }) => [start, end, text])).toEqual([
      [0, 3, '𬒈溪镇'],
      [4, 7, '甲溪镇'],
    ])
  })
})

describe('sections', () => {
  const reading = aReading('总则。', '# 设施', '甲溪水库。', '## 重大项目', '乙河水厂。')
  const { sections, text } = stated(reading)
  it('joins the leaves to the text', () => {
    expect(
      sections
        .filter(({ leaf }) => leaf)
        .map((one) => one.text)
        .join(''),
    ).toBe(text)
  })
  it('gives each the titles above it', () => {
    expect(sections.map(({ path }) => path)).toEqual([
      '',
      '设施',
      '设施',
      '设施',
      '设施 › 重大项目',
      '设施 › 重大项目',
      '设施 › 重大项目',
    ])
  })
})

describe('statements', () => {
  it('merges what is said twice into one with two quotes', () => {
    const reading = aReading('甲溪镇建设甲溪水库。', '在甲溪镇建设甲溪水库。')
    const [project, place] = [mention(reading, 'Project', '甲溪水库'), mention(reading, 'Place', '甲溪镇')]
    const serves = (words: string) => fact(reading, 'SERVES', project, place, words)
    const { statements } = stated(
      reading,
      found([], [serves('甲溪镇建设甲溪水库'), serves('在甲溪镇建设甲溪水库')]),
    )
    expect(statements).toHaveLength(1)
    expect(statements[0]?.evidence.map(({ quote }) => quote)).toEqual([
      '甲溪镇建设甲溪水库',
      '在甲溪镇建设甲溪水库',
    ])
  })
  it('keeps apart roles', () => {
    const reading = aReading('县水务局牵头建设甲溪水库。')
    const [body, project] = [
      mention(reading, 'Department', '县水务局'),
      mention(reading, 'Project', '甲溪水库'),
    ]
    const duty = (role: string) =>
      fact(reading, 'RESPONSIBLE_FOR', body, project, '县水务局牵头', { qualifiers: { role } })
    expect(stated(reading, found([], [duty('lead'), duty('support'), duty('lead')])).statements).toHaveLength(
      2,
    )
  })
  it('cuts a quote that crosses from one outermost section to the next', () => {
    const reading = aReading('甲溪镇建设', '甲溪水库。')
    const [project, place] = [mention(reading, 'Project', '甲溪水库'), mention(reading, 'Place', '甲溪镇')]
    const { kept, rejected } = check(
      stated(reading, found([], [fact(reading, 'SERVES', project, place, '甲溪镇建设\n甲溪水库')])),
    )
    expect(rejected).toEqual([])
    expect(kept.statements[0]?.evidence.map(({ quote }) => quote)).toEqual(['甲溪镇建设', '甲溪水库'])
  })
})

describe('targets', () => {
  const reading = aReading('# 到2025年甲溪镇发展', '城镇化率达到60%。')
  const indicator = mention(reading, 'Indicator', '城镇化率')
  const place = mention(reading, 'Place', '甲溪镇')
  const due = mention(reading, 'Deadline', '2025年')
  const has = (rest: Partial<Target>) =>
    fact(
      reading,
      'HAS_TARGET',
      indicator,
      target(reading, '60%', { place, due, year: 2025, ...rest }),
      '城镇化率达到60%',
    )
  it('gives a target its place and its date, quoted from the heading', () => {
    const { kept, rejected } = check(stated(reading, found([], [has({})])))
    expect(rejected).toEqual([])
    expect(
      kept.statements.map(({ predicate, basis, evidence }) => [
        predicate,
        basis,
        evidence.map(({ quote, part }) => `${part} ${quote}`),
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['HAS_TARGET', 'stated', ['clause 城镇化率达到60%']],
        ['FOR', 'inherited', ['heading 到2025年甲溪镇发展', 'clause 城镇化率达到60%']],
        ['DUE', 'inherited', ['heading 到2025年甲溪镇发展', 'clause 城镇化率达到60%']],
      ]),
    )
  })
  it('keeps the key and changes the id when the number changes', () => {
    const [one, other] = [
      stated(reading, found([], [has({})])),
      stated(reading, found([], [has({ value: 62 })])),
    ]
    expect(one.statements.map(({ key }) => key).sort()).toEqual(other.statements.map(({ key }) => key).sort())
    expect(one.targets[0]?.id).not.toBe(other.targets[0]?.id)
  })
})

describe('a figure that stands in prose and in a table', () => {
  const reading = aReading('城镇化率达到60%。', '城镇化率 60')
  const indicator = (nth: number) => mention(reading, 'Indicator', '城镇化率', { nth })
  const prose = (rest: Partial<Target>) =>
    fact(reading, 'HAS_TARGET', indicator(0), target(reading, '60%', rest), '城镇化率达到60%')
  const table = (rest: Partial<Target>) =>
    fact(reading, 'HAS_TARGET', indicator(1), target(reading, '60', rest), '城镇化率 60')
  it.each<[string, Partial<Target>, Partial<Target>, number]>([
    ['is one target with the nature that the table says', {}, { nature: '预期性' }, 1],
    ['is one target with the comparator that the table says', {}, { nature: '约束性', comparator: '>=' }, 1],
    ['is two where the numbers differ', { value: 61 }, { nature: '预期性' }, 2],
    ['is two where the years differ', { year: 2025 }, { nature: '预期性', year: 2035 }, 2],
    ['is two where both say otherwise', { comparator: '<=' }, { nature: '约束性', comparator: '>=' }, 2],
  ])('%s', (_, inProse, inTable, count) => {
    const { targets, statements } = stated(reading, found([], [prose(inProse), table(inTable)]))
    expect(targets).toHaveLength(count)
    expect(
      targets.some(
        ({ nature, comparator }) => nature === inTable.nature && comparator === (inTable.comparator ?? '='),
      ),
    ).toBe(true)
    expect(statements.flatMap(({ evidence }) => evidence)).toHaveLength(2)
  })
})

describe('commitments', () => {
  it('concern what they name, are due when they say, and bind whom they name', () => {
    const reading = aReading('县水务局牵头，2025年底前开工甲溪水库。')
    const commitment = {
      span: spanOf(reading, '2025年底前开工甲溪水库'),
      concerns: [mention(reading, 'Project', '甲溪水库')],
      due: mention(reading, 'Deadline', '2025年底前', { name: '2025年' }),
    }
    const duty = fact(
      reading,
      'RESPONSIBLE_FOR',
      mention(reading, 'Department', '县水务局'),
      commitment,
      '县水务局牵头',
      { qualifiers: { role: 'lead' } },
    )
    const { kept, rejected } = check(stated(reading, found([], [duty], { commitments: [commitment] })))
    expect(rejected).toEqual([])
    expect(kept.commitments).toHaveLength(1)
    expect(kept.statements.map(({ predicate }) => predicate).sort()).toEqual([
      'CONCERNS',
      'DUE',
      'RESPONSIBLE_FOR',
    ])
  })
})

it('says the same whatever order the finds come in', () => {
  const reading = aReading('甲溪镇建设甲溪水库、乙河水厂。')
  const place = mention(reading, 'Place', '甲溪镇')
  const all = ['甲溪水库', '乙河水厂'].map((words) =>
    found(
      [],
      [fact(reading, 'SERVES', mention(reading, 'Project', words), place, '甲溪镇建设甲溪水库、乙河水厂')],
    ),
  )
  expect(JSON.stringify(stated(reading, ...all))).toBe(JSON.stringify(stated(reading, ...[...all].reverse())))
})
