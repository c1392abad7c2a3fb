import { describe, expect, it } from 'vitest'
import type { KnownEntity } from '../../queries/find-names.ts'
import { piecesOfQuestion } from '../../queries/question-pieces.ts'
import { understand } from '../../queries/understand.ts'

type Known = {
  id?: string
  type: string
  name: string
  aliases?: string[]
  pinyin?: string[]
  firstDay?: string
  lastDay?: string
  governs?: string[]
}

const KNOWN: readonly Known[] = [
  { type: 'Place', name: '甲溪镇', aliases: ['甲溪'], pinyin: ['jiaxi', 'jia xi'] },
  {
    type: 'Place',
    id: 'place:辰州省/丙山县',
    name: '丙山县',
    aliases: ['丙山', '全县', '我县'],
    governs: ['辰州省/丙山县'],
  },
  { id: 'place:辰州省/壬水县', type: 'Place', name: '壬水县', aliases: ['我县'], governs: ['辰州省/壬水县'] },
  { type: 'Place', id: 'place:辰州省', name: '辰州省', governs: ['辰州省/丙山县'] },
  { type: 'Place', name: '戊里新区', aliases: ['戊里'], pinyin: ['wuli', 'wu li', 'wu li xin qu'] },
  { type: 'Place', name: '戊里城市带', pinyin: ['wuli', 'wu li', 'wu li cheng shi dai'] },
  { type: 'Place', name: '五里河', pinyin: ['wuli', 'wu li', 'wu li he'] },
  { type: 'Place', name: '乙河新区', pinyin: ['yihexinqu', 'yi he xin qu'] },
  { type: 'Place', name: '乙河示范区', pinyin: ['yiheshifanqu', 'yi he shi fan qu'] },
  { type: 'Project', name: '甲溪水库' },
  { type: 'Project', name: '癸河泵站' },
  { type: 'Place', name: '癸河泵站' },
  { type: 'Place', name: '子城镇' },
  { type: 'Department', name: '子城镇' },
  { type: 'Indicator', name: '城镇化率' },
  { type: 'Department', name: '水务局' },
  { type: 'Department', name: '县发展改革委', aliases: ['县发展和改革委员会'] },
  { type: 'Department', name: '己局办公室' },
  { type: 'Department', name: '庚委办公室' },
  { type: 'Document', name: '水利规划' },
  { type: 'Deadline', name: '2025年', firstDay: '2025-01-01', lastDay: '2025-12-31' },
  {
    type: 'Deadline',
    name: '“十四五”时期',
    aliases: ['“十四五”'],
    firstDay: '2021-01-01',
    lastDay: '2025-12-31',
  },
]

/** What `entities-named` gives for a question. */
const named = (question: string): readonly KnownEntity[] => {
  const { pieces, keys } = piecesOfQuestion(question)
  return KNOWN.map(
    ({ id, type, name, aliases = [], pinyin = [], firstDay = null, lastDay = null, governs = [] }) => ({
      id: id ?? `${type}/${name}`,
      type,
      name,
      aliases,
      pinyin,
      forms: [
        ...pieces.filter((one) => one === name || aliases.includes(one)),
        ...keys.filter((one) => pinyin.includes(one)),
      ],
      beginnings:
        type === 'Place'
          ? [
              ...pieces.filter((one) => name.startsWith(one)),
              ...keys.filter((one) => pinyin.some((form) => form.startsWith(one))),
            ]
          : [],
      firstDay,
      lastDay,
      governs,
    }),
  ).filter(({ type, forms, beginnings }) => type === 'Department' || forms.length + beginnings.length > 0)
}

type Some = Readonly<Record<string, unknown>>
const inCounty = { jurisdiction: '辰州省/丙山县' }
const figures = (some: Some) => ({
  indicator: null,
  from: null,
  to: null,
  place: null,
  jurisdiction: null,
  ...some,
})
const duties = (departments: readonly string[] | null, some: Some) => ({
  departments: departments?.map((name) => `Department/${name}`) ?? null,
  role: null,
  place: null,
  jurisdiction: null,
  ...some,
})
const due = (some: Some) => ({ from: null, to: null, place: null, jurisdiction: null, ...some })
const ofKind = (some: Some) => ({ category: null, phase: null, jurisdiction: null, ...some })
const anyProject = (place: string) => ({ place, category: null, phase: null })

describe('a name of two kinds', () => {
  it.each([
    ['癸河泵站的情况', 'project-card'],
    ['癸河泵站', 'project-card'],
    ['哪些项目服务于子城镇？', 'projects-serving-place'],
    ['子城镇负责什么？', 'commitments-by-department'],
  ])('%s asks for %s', (question, query) => {
    expect(understand(question, named(question))).toMatchObject({ query, unused: [] })
  })
})

describe('understanding a question', () => {
  it.each([
    ['哪些项目服务于乙河？', 'projects-serving-place', anyProject('乙河')],
    ['Which projects serve Jiaxi?', 'projects-serving-place', anyProject('甲溪')],
    ['which projects serve Jia Xi', 'projects-serving-place', anyProject('甲溪')],
    ['What projects are there in YIHE', 'projects-serving-place', anyProject('乙河')],
    [
      '甲溪镇开工的铁路项目',
      'projects-serving-place',
      { place: '甲溪镇', category: 'railway', phase: 'start' },
    ],
    ['乙河新区', 'projects-serving-place', anyProject('乙河新区')],
    ['甲溪水库', 'project-card', { project: '甲溪水库' }],
    ['谁负责甲溪水库', 'project-card', { project: '甲溪水库' }],
    ['甲溪镇的定位是什么', 'town-card', { place: '甲溪镇' }],
    [
      '2025年城镇化率目标是多少',
      'indicators-by-year',
      figures({ indicator: '城镇化率', from: 2025, to: 2025 }),
    ],
    ['What are the targets for 2030?', 'indicators-by-year', figures({ from: 2030, to: 2030 })],
    ['甲溪镇有哪些指标', 'indicators-by-year', figures({ place: '甲溪镇' })],
    ['水务局牵头哪些任务', 'commitments-by-department', duties(['水务局'], { role: 'lead' })],
    ['2025年底前要完成哪些任务', 'commitments-by-deadline', due({ to: '2025-12-31' })],
    ['“十四五”到期的任务', 'commitments-by-deadline', due({ from: '2021-01-01', to: '2025-12-31' })],
    ['What is due by 2025?', 'commitments-by-deadline', due({ to: '2025-12-31' })],
    [
      '开工的水库项目有哪些',
      'projects-by-category-and-phase',
      ofKind({ category: 'reservoir', phase: 'start' }),
    ],
    [
      '甲溪水库服务乙河新区的依据',
      'evidence-of-relationship',
      { from: 'Project/甲溪水库', relation: null, to: 'Place/乙河新区' },
    ],
    ['引用了哪些文件', 'documents-cited', { plan: null, document: null, jurisdiction: null }],
    ['专栏6说了什么', 'what-section-says', { section: '专栏6', jurisdiction: null }],
    ['What does chapter 12 say?', 'what-section-says', { section: '第十二章', jurisdiction: null }],
  ])('%s asks %s', (question, query, parameters) => {
    expect(understand(question, named(question))).toMatchObject({ query, parameters, unused: [] })
  })

  it.each([
    ['哪些项目服务于丙山县', 'projects-by-category-and-phase', ofKind(inCounty)],
    ['丙山', 'projects-by-category-and-phase', ofKind(inCounty)],
    ['全县有哪些项目', 'projects-by-category-and-phase', ofKind(inCounty)],
    [
      '位于丙山县的水库项目',
      'projects-by-category-and-phase',
      ofKind({ ...inCounty, category: 'reservoir' }),
    ],
    ['丙山县2025年的目标', 'indicators-by-year', figures({ ...inCounty, from: 2025, to: 2025 })],
    ['丙山县2025年底前要完成哪些任务', 'commitments-by-deadline', due({ ...inCounty, to: '2025-12-31' })],
    ['丙山县哪些部门负责哪些任务', 'commitments-by-department', duties(null, inCounty)],
    ['丙山县的概况', 'town-card', { place: '丙山县' }],
    ['丙山县引用了哪些文件', 'documents-cited', { plan: null, document: null, ...inCounty }],
    ['丙山县甲溪镇的项目', 'projects-serving-place', anyProject('甲溪镇')],
  ])('%s is of the whole jurisdiction where no other place is named: %s', (question, query, parameters) => {
    const understood = understand(question, named(question))
    expect(understood).toMatchObject({ query, parameters, unused: [] })
  })

  it('says of which jurisdictions the plans are that a larger place holds', () => {
    const question = '哪些项目服务于辰州省'
    expect(understand(question, named(question))).toMatchObject({
      parameters: ofKind({ jurisdiction: '辰州省' }),
      whole: { name: '辰州省', jurisdictions: ['辰州省/丙山县'] },
    })
  })

  it.each([
    ['县发展改革委负责什么', ['县发展改革委'], 'name'],
    ['发展改革委负责什么', ['县发展改革委'], 'short'],
    ['丙山县发改委牵头哪些任务', ['县发展改革委'], 'charge'],
    ['发改部门负责什么', ['县发展改革委'], 'like-charge'],
    ['办公室负责什么', ['己局办公室', '庚委办公室'], 'ending'],
  ])('%s finds departments by a short name and says how', (question, names, by) => {
    const understood = understand(question, named(question))
    expect(understood).toMatchObject({
      query: 'commitments-by-department',
      parameters: { departments: names.map((name) => `Department/${name}`) },
    })
    const meant =
      'meanings' in understood ? understood.meanings.filter((one) => one.topic === 'department') : []
    expect(meant.flatMap(({ means }) => means)).toEqual(names.map((name) => ({ name, by })))
  })

  it('takes pinyin for the Chinese name, and says which others sound alike', () => {
    const inPinyin = understand('Which projects serve Wuli?', named('Which projects serve Wuli?'))
    const inChinese = understand('哪些项目服务于戊里', named('哪些项目服务于戊里'))
    expect(inPinyin).toMatchObject({
      parameters: anyProject('戊里'),
      meanings: [
        {
          asked: 'Wuli',
          read: '戊里',
          means: [
            { name: '戊里新区', by: 'alias' },
            { name: '戊里城市带', by: 'beginning' },
          ],
          alike: ['五里河'],
        },
      ],
    })
    expect('parameters' in inChinese && inChinese.parameters).toEqual(anyProject('戊里'))
  })

  it('says that a second place was left out', () => {
    const question = '甲溪镇和乙河新区的项目'
    expect(understand(question, named(question))).toMatchObject({
      parameters: anyProject('甲溪镇'),
      unused: ['乙河新区'],
    })
  })

  it('takes what is said beside the question', () => {
    expect(understand('哪些项目', named('Jiaxi'), { place: 'Jiaxi' })).toMatchObject({
      query: 'projects-serving-place',
      parameters: anyProject('甲溪'),
      unused: [],
    })
    expect(understand('任务', named('发展改革委'), { department: '发展改革委' })).toMatchObject({
      parameters: duties(['县发展改革委'], {}),
    })
    expect(understand('哪些项目', named('无名镇'), { place: '无名镇' })).toMatchObject({
      unclear: 'no-name',
      names: ['无名镇'],
    })
    expect(understand('哪些项目', [], { place: 'place:辰州省/丙山县/甲溪镇' })).toMatchObject({
      parameters: anyProject('place:辰州省/丙山县/甲溪镇'),
    })
  })

  it.each([
    ['今天天气怎样', 'no-cue'],
    ['What is the weather like?', 'no-cue'],
    ['哪些项目服务于无名镇', 'no-name'],
    ['谁负责户籍制度改革', 'no-name'],
    ['无名局牵头哪些任务', 'no-name'],
    ['哪些项目服务于丙山县无名镇', 'no-name'],
    ['我县有哪些项目', 'many-names'],
  ])('%s is unclear: %s', (question, unclear) => {
    expect(understand(question, named(question))).toMatchObject({ unclear })
  })

  it('says which words it takes no account of', () => {
    const question = '水务局牵头哪些铁路任务'
    expect(understand(question, named(question))).toMatchObject({
      query: 'commitments-by-department',
      unused: ['铁路'],
    })
  })

  it('names what can be asked when it does not know', () => {
    const understood = understand('？', [])
    expect('candidates' in understood && understood.candidates.length).toBe(10)
  })
})
