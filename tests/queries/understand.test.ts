import { describe, expect, it } from 'vitest'
import type { KnownEntity } from '../../queries/find-names.ts'
import { piecesOfQuestion } from '../../queries/question-pieces.ts'
import { understand } from '../../queries/understand.ts'

type Known = {
  type: string
  name: string
  aliases?: string[]
  pinyin?: string[]
  firstDay?: string
  lastDay?: string
}

const KNOWN: readonly Known[] = [
  { type: 'Place', name: '甲溪镇', aliases: ['甲溪'], pinyin: ['jiaxi', 'jia xi'] },
  { type: 'Place', name: '乙河新区', pinyin: ['yihexinqu', 'yi he xin qu'] },
  { type: 'Place', name: '乙河示范区', pinyin: ['yiheshifanqu', 'yi he shi fan qu'] },
  { type: 'Project', name: '甲溪水库' },
  { type: 'Indicator', name: '城镇化率' },
  { type: 'Department', name: '水务局' },
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
  return KNOWN.map(({ type, name, aliases = [], pinyin = [], firstDay = null, lastDay = null }) => ({
    id: `${type}/${name}`,
    type,
    name,
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
  })).filter(({ forms, beginnings }) => forms.length + beginnings.length > 0)
}

const anyProject = (place: string) => ({ place, category: null, phase: null })

describe('understanding a question', () => {
  it.each([
    ['哪些项目服务于乙河？', 'projects-serving-place', anyProject('乙河')],
    ['Which projects serve Jiaxi?', 'projects-serving-place', anyProject('jiaxi')],
    ['which projects serve Jia Xi', 'projects-serving-place', anyProject('jia xi')],
    ['What projects are there in YIHE', 'projects-serving-place', anyProject('yihe')],
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
      { indicator: '城镇化率', from: 2025, to: 2025, place: null },
    ],
    [
      'What are the targets for 2030?',
      'indicators-by-year',
      { indicator: null, from: 2030, to: 2030, place: null },
    ],
    ['甲溪镇有哪些指标', 'indicators-by-year', { indicator: null, from: null, to: null, place: '甲溪镇' }],
    ['水务局牵头哪些任务', 'commitments-by-department', { department: '水务局', role: 'lead' }],
    ['2025年底前要完成哪些任务', 'commitments-by-deadline', { from: null, to: '2025-12-31' }],
    ['“十四五”到期的任务', 'commitments-by-deadline', { from: '2021-01-01', to: '2025-12-31' }],
    ['What is due by 2025?', 'commitments-by-deadline', { from: null, to: '2025-12-31' }],
    ['开工的水库项目有哪些', 'projects-by-category-and-phase', { category: 'reservoir', phase: 'start' }],
    [
      '甲溪水库服务乙河新区的依据',
      'evidence-of-relationship',
      { from: 'Project/甲溪水库', relation: null, to: 'Place/乙河新区' },
    ],
    ['引用了哪些文件', 'documents-cited', { plan: null, document: null }],
    ['专栏6说了什么', 'what-section-says', { section: '专栏6' }],
    ['What does chapter 12 say?', 'what-section-says', { section: '第十二章' }],
  ])('%s asks %s', (question, query, parameters) => {
    expect(understand(question, named(question))).toEqual({ query, parameters, unused: [] })
  })

  it('takes what is said beside the question', () => {
    expect(understand('哪些项目', [], { place: 'Puli' })).toEqual({
      query: 'projects-serving-place',
      parameters: anyProject('Puli'),
      unused: [],
    })
  })

  it.each([
    ['今天天气怎样', 'no-cue'],
    ['What is the weather like?', 'no-cue'],
    ['哪些项目服务于无名镇', 'no-name'],
    ['谁负责户籍制度改革', 'no-name'],
    ['无名局牵头哪些任务', 'no-name'],
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
