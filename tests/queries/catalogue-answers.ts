/** What the catalogue answers on the small graph, as tests that take the kind of store as an argument. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../graph/open-store.ts'
import { withdraw } from '../../graph/revisions.ts'
import type { GraphStore, Parameters, Plain } from '../../graph/store.ts'
import { ingestFacts } from '../../graph/write.ts'
import { queriesIn, query, statementOf } from '../../queries/catalogue.ts'
import type { StoreFactory } from '../contracts/store-factory.ts'
import { smallFacts } from './small-facts.ts'

type Case = {
  readonly query: string
  readonly parameters: Parameters
  /** The columns that are compared, in order. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Plain[])[]
}

const JURISDICTION = '辰州省/丙山县'
const box = '第二章 设施 › 专栏1 乙河新区重大项目'
const clause = '水务局牵头，2025年底前开工甲溪水库'
const serving = ['how', 'place', 'project', 'phase', 'asked', 'basis']
const inZone: readonly (readonly Plain[])[] = [
  ['SERVES', '乙河新区', '甲溪水库', 'start', ['乙河新区'], ['inherited']],
  ['SERVES', '乙河新区', '甲溪至乙河大道', 'start', ['乙河新区'], ['inherited']],
  ['LOCATED_IN', '甲溪镇', '甲溪水库', 'start', ['乙河新区'], ['stated']],
  ['CONNECTS', '甲溪镇', '甲溪至乙河大道', 'start', ['乙河新区'], ['stated']],
]
const elsewhere = ['SERVES', '乙河示范区', '丁台水厂', 'study', ['乙河示范区'], ['stated']]
const anyProject = (place: string): Parameters => ({ place, category: null, phase: null })
const every = (values: Parameters) => ({
  indicator: null,
  from: null,
  to: null,
  place: null,
  jurisdiction: null,
  ...values,
})
const ofKind = (values: Parameters) => ({ category: null, phase: null, jurisdiction: null, ...values })
const duties = (values: Parameters) => ({
  departments: null,
  role: null,
  place: null,
  jurisdiction: null,
  ...values,
})
const due = (values: Parameters) => ({ from: null, to: null, place: null, jurisdiction: null, ...values })
const target = ['城镇化率', 2025, 'target', '=', 60, '%', '预期性', '甲溪镇', '甲溪镇城镇化率达到60%']
const figures = ['indicator', 'year', 'kind', 'comparator', 'value', 'unit', 'nature', 'place', 'quote']
const card = ['project', 'relation', 'direction', 'other', 'role', 'quote', 'part', 'section']
const town = ['place', 'relation', 'direction', 'other', 'value', 'unit', 'year', 'kindOfFigure', 'quote']
const said = ['text', 'subject', 'relation', 'object', 'value', 'unit', 'quote']
const paragraph = '甲溪镇划入乙河新区，建设旅游型城镇。到2025年，甲溪镇城镇化率达到60%。\n'

const CASES: readonly Case[] = [
  { query: 'projects-serving-place', parameters: anyProject('乙河新区'), columns: serving, rows: inZone },
  {
    query: 'projects-serving-place',
    parameters: anyProject('Yihe'),
    columns: serving,
    rows: [...inZone.slice(0, 2), elsewhere, ...inZone.slice(2)].toSorted((a, b) =>
      a[0] === b[0] ? (String(a[1]) < String(b[1]) ? -1 : 1) : 0,
    ),
  },
  {
    query: 'projects-serving-place',
    parameters: anyProject('jx'),
    columns: serving,
    rows: inZone.slice(2).map((row) => row.with(4, ['甲溪镇'])),
  },
  { query: 'projects-serving-place', parameters: anyProject('丙山'), columns: serving, rows: [] },
  {
    query: 'projects-serving-place',
    parameters: { place: '乙河新区', category: 'road', phase: 'start' },
    columns: ['how', 'place', 'project'],
    rows: [
      ['SERVES', '乙河新区', '甲溪至乙河大道'],
      ['CONNECTS', '甲溪镇', '甲溪至乙河大道'],
    ],
  },
  {
    query: 'project-card',
    parameters: { project: '甲溪水库' },
    columns: card,
    rows: [
      ['甲溪水库', 'CONCERNS', 'in', clause, null, '开工甲溪水库', 'clause', '第二章 设施'],
      ['甲溪水库', 'DUE', 'out', '2025年底前', null, '2025年底前开工甲溪水库', 'clause', '第二章 设施'],
      ['甲溪水库', 'LOCATED_IN', 'out', '甲溪镇', null, '甲溪水库', 'clause', box],
      ['甲溪水库', 'RESPONSIBLE_FOR', 'in', '水务局', 'lead', clause, 'clause', '第二章 设施'],
      ['甲溪水库', 'SERVES', 'out', '乙河新区', null, '新开工甲溪水库', 'clause', box],
      ['甲溪水库', 'SERVES', 'out', '乙河新区', null, '乙河新区重大项目', 'heading', box],
    ],
  },
  {
    query: 'town-card',
    parameters: { place: '甲溪' },
    columns: town,
    rows: [
      ['甲溪镇', 'CONNECTS', 'in', '甲溪至乙河大道', null, null, null, null, '甲溪至乙河大道'],
      ['甲溪镇', 'FOR', 'in', '城镇化率', 60, '%', 2025, 'target', '甲溪镇城镇化率达到60%'],
      [
        '甲溪镇',
        'HAS_FUNCTION',
        'out',
        '旅游型',
        null,
        null,
        null,
        null,
        '甲溪镇划入乙河新区，建设旅游型城镇',
      ],
      ['甲溪镇', 'LOCATED_IN', 'in', '甲溪水库', null, null, null, null, '甲溪水库'],
      ['甲溪镇', 'PART_OF', 'out', '乙河新区', null, null, null, null, '甲溪镇划入乙河新区'],
    ],
  },
  { query: 'indicators-by-year', parameters: every({}), columns: figures, rows: [target] },
  {
    query: 'indicators-by-year',
    parameters: every({ indicator: '化率', from: 2025, to: 2025, place: 'jiaxi' }),
    columns: figures,
    rows: [target],
  },
  { query: 'indicators-by-year', parameters: every({ from: 2026 }), columns: figures, rows: [] },
  { query: 'indicators-by-year', parameters: every({ place: '乙河新区' }), columns: figures, rows: [] },
  {
    query: 'commitments-by-department',
    parameters: duties({ departments: ['县水务局'], role: 'lead' }),
    columns: ['department', 'role', 'basis', 'kind', 'task', 'phase', 'due', 'quote'],
    rows: [
      ['水务局', 'lead', 'stated', 'Commitment', clause, 'start', ['2025年底前'], clause],
      ['水务局', 'lead', 'stated', 'Project', '甲溪水库', 'start', ['2025年底前'], clause],
    ],
  },
  {
    query: 'commitments-by-department',
    parameters: duties({ role: 'support' }),
    columns: ['department'],
    rows: [],
  },
  {
    query: 'commitments-by-deadline',
    parameters: due({ from: '2025-01-01', to: '2025-12-31' }),
    columns: ['deadline', 'firstDay', 'lastDay', 'kind', 'task', 'concerns', 'departments', 'quote'],
    rows: [
      [
        '2025年底前',
        '2025-01-01',
        '2025-12-31',
        'Commitment',
        clause,
        ['甲溪水库'],
        ['水务局'],
        '2025年底前开工甲溪水库',
      ],
      [
        '2025年底前',
        '2025-01-01',
        '2025-12-31',
        'Project',
        '甲溪水库',
        [],
        ['水务局'],
        '2025年底前开工甲溪水库',
      ],
    ],
  },
  {
    query: 'commitments-by-deadline',
    parameters: due({ to: '2024-12-31' }),
    columns: ['deadline'],
    rows: [],
  },
  {
    query: 'projects-by-category-and-phase',
    parameters: ofKind({}),
    columns: ['project', 'category', 'phase', 'places', 'quote', 'section', 'statements'],
    rows: [
      ['甲溪水库', 'reservoir', 'start', ['乙河新区', '甲溪镇'], '新开工甲溪水库', box, 5],
      ['甲溪至乙河大道', 'road', 'start', ['乙河新区', '甲溪镇'], '甲溪至乙河大道', box, 2],
      ['丁台水厂', 'water_supply', 'study', ['乙河示范区'], '推进丁台水厂前期工作', box, 1],
    ],
  },
  {
    query: 'projects-by-category-and-phase',
    parameters: ofKind({ category: 'road', phase: 'start' }),
    columns: ['project'],
    rows: [['甲溪至乙河大道']],
  },
  ...[JURISDICTION, JURISDICTION.split('/')[0] ?? ''].map((jurisdiction) => ({
    query: 'projects-by-category-and-phase',
    parameters: ofKind({ jurisdiction }),
    columns: ['project'],
    rows: [['甲溪水库'], ['甲溪至乙河大道'], ['丁台水厂']],
  })),
  {
    query: 'projects-by-category-and-phase',
    parameters: ofKind({ jurisdiction: `${JURISDICTION}城` }),
    columns: ['project'],
    rows: [],
  },
  {
    query: 'commitments-by-department',
    parameters: duties({ jurisdiction: '别处' }),
    columns: ['department'],
    rows: [],
  },
  {
    query: 'commitments-by-deadline',
    parameters: due({ place: '甲溪镇', jurisdiction: JURISDICTION }),
    columns: ['task', 'plan'],
    rows: [['甲溪水库', '丙山县城镇化规划']],
  },
  {
    query: 'indicators-by-year',
    parameters: every({ jurisdiction: JURISDICTION }),
    columns: figures,
    rows: [target],
  },
  {
    query: 'evidence-of-relationship',
    parameters: { from: '甲溪水库', relation: 'SERVES', to: '乙河新区' },
    columns: ['subject', 'relation', 'object', 'inForce', 'basis', 'rule', 'part', 'quote', 'quoteStart'],
    rows: [
      ['甲溪水库', 'SERVES', '乙河新区', true, 'inherited', 'by-hand', 'clause', '新开工甲溪水库', 78],
      ['甲溪水库', 'SERVES', '乙河新区', true, 'inherited', 'by-hand', 'heading', '乙河新区重大项目', 69],
    ],
  },
  {
    query: 'history-of-entity',
    parameters: { thing: '城镇化率' },
    columns: ['ordinal', 'inForce', 'relation', 'value', 'unit', 'year', 'quote', 'revises'],
    rows: [[1, true, 'HAS_TARGET', 60, '%', 2025, '甲溪镇城镇化率达到60%', []]],
  },
  {
    query: 'documents-cited',
    parameters: { plan: null, document: null, jurisdiction: JURISDICTION },
    columns: ['document', 'plan', 'quote', 'section'],
    rows: [['丙山县水利规划', '丙山县城镇化规划', '依据《丙山县水利规划》', '第二章 设施']],
  },
  {
    query: 'what-section-says',
    parameters: { section: '第一章', jurisdiction: null },
    columns: said,
    rows: [
      ['第一章  城镇\n', null, null, null, null, null, null],
      [paragraph, '甲溪镇', 'PART_OF', '乙河新区', null, null, '甲溪镇划入乙河新区'],
      [paragraph, '甲溪镇', 'HAS_FUNCTION', '旅游型', null, null, '甲溪镇划入乙河新区，建设旅游型城镇'],
      [paragraph, '城镇化率', 'DUE', '2025年', 60, '%', '到2025年，甲溪镇城镇化率达到60%'],
      [paragraph, '城镇化率', 'FOR', '甲溪镇', 60, '%', '甲溪镇城镇化率达到60%'],
      [paragraph, '城镇化率', 'HAS_TARGET', null, 60, '%', '甲溪镇城镇化率达到60%'],
    ],
  },
  {
    query: 'entities-named',
    parameters: { pieces: ['甲溪', '乙河', '水库'], keys: ['yihe'] },
    columns: ['name', 'type', 'forms', 'beginnings'],
    rows: [
      ['水务局', 'Department', [], []],
      ['乙河新区', 'Place', [], ['乙河', 'yihe']],
      ['乙河示范区', 'Place', [], ['乙河', 'yihe']],
      ['甲溪镇', 'Place', ['甲溪'], ['甲溪']],
    ],
  },
]

/** Asked without narrowing, for what must not be seen once nothing is in force. */
const widest = (name: string): Parameters => {
  const { parameters } = query('ask', name).header
  const wanted: Parameters = { thing: '甲溪水库', place: '乙河新区', project: '甲溪水库', section: '专栏1' }
  return Object.fromEntries(parameters.map((one) => [one.name, wanted[one.name] ?? null]))
}

export const catalogueAnswers = (factory: StoreFactory): void => {
  describe(`the catalogue on ${factory.name}`, () => {
    let store: GraphStore
    beforeAll(async () => {
      store = await openStore(await factory.fresh(), { mode: 'write' })
      await ingestFacts(store, smallFacts, { clock: () => new Date(0) })
    })
    afterAll(() => store.close())

    it.each(CASES)('$query answers $parameters', async ({ query, parameters, columns, rows }) => {
      const found = await store.read(statementOf('ask', query), parameters)
      expect(found.map((row) => columns.map((column) => row[column]))).toEqual(rows)
    })

    it('gives the columns that its headers name', async () => {
      for (const { query: name, parameters } of CASES) {
        const [first] = await store.read(statementOf('ask', name), parameters)
        const columns = query('ask', name).header.columns.map((column) => column.name)
        if (first) expect(Object.keys(first).sort(), name).toEqual(columns.sort())
      }
    })

    it('asks every query of the catalogue here', () => {
      const asked = new Set(CASES.map((one) => one.query))
      expect(queriesIn('ask').filter(({ name }) => !asked.has(name))).toEqual([])
    })

    it('gives evidence with its place in the text', async () => {
      const [row] = await store.read(statementOf('ask', 'projects-serving-place'), anyProject('乙河新区'))
      expect(row?.evidence).toEqual([
        {
          quote: '新开工甲溪水库',
          part: 'clause',
          section: box,
          start: 78,
          end: 85,
          statement: 'statement:bingshan/1/SERVES/甲溪水库/乙河新区',
          plan: '丙山县城镇化规划',
        },
        {
          quote: '乙河新区重大项目',
          part: 'heading',
          section: box,
          start: 69,
          end: 77,
          statement: 'statement:bingshan/1/SERVES/甲溪水库/乙河新区',
          plan: '丙山县城镇化规划',
        },
      ])
    })

    it('sees nothing of a withdrawn revision but its evidence', async () => {
      await withdraw(store, smallFacts.revision.id, 'a test')
      for (const { name } of queriesIn('ask').filter((one) => one.name !== 'entities-named')) {
        const parameters =
          name === 'evidence-of-relationship' ? { from: '甲溪水库', relation: null, to: null } : widest(name)
        const rows = await store.read(statementOf('ask', name), parameters)
        if (name === 'evidence-of-relationship') expect(rows.every((row) => row.inForce === false)).toBe(true)
        else expect(rows, name).toEqual([])
      }
    })
  })
}
