import { describe, expect, it } from 'vitest'
import { findDepartments } from '../../pipeline/facts/departments.ts'
import { findResponsibilities } from '../../pipeline/facts/responsibilities.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import type { Fact, Mention, Reading } from '../../pipeline/records.ts'
import { aReading } from './a-reading.ts'

const knowledge = loadKnowledge()
const none: readonly Mention[] = []

const findIn = (reading: Reading, projects: readonly Mention[] = none) =>
  findResponsibilities(reading, knowledge, {
    deadlines: none,
    documents: none,
    places: none,
    departments: findDepartments(reading, knowledge).mentions,
    projects,
    indicators: none,
    targets: [],
  })

const spanOf = ({ object }: Fact) => object.span
const nameOf = ({ subject }: Fact) => (subject === 'plan' ? 'plan' : subject.name)
/** “县水利局 lead 新建水厂” for every stated duty. */
const duties = (...lines: readonly string[]) => {
  const reading = aReading(...lines)
  return findIn(reading)
    .facts.filter(({ basis }) => basis !== 'inferred')
    .map((fact) => {
      const { start, end } = spanOf(fact)
      const words = reading.document.text.slice(start, end).replace(/[。；]$/, '')
      return `${nameOf(fact)} ${fact.qualifiers?.role} ${words}${fact.basis === 'inherited' ? ' ^' : ''}`
    })
}

describe('findResponsibilities', () => {
  it.each([
    ['已建成甲水库一期工程，累计铺设管线18公里。', 0],
    ['2023年，完成了12座供水站改造。', 0],
    ['加强已建成的甲水库管理，建立巡查制度。', 1],
    ['为做好防汛工作，结合我县实际，制定本方案。', 0],
    ['完成12座供水站改造。', 1],
  ])('%s undertakes %i', (sentence, count) => {
    expect(findIn(aReading(sentence)).commitments).toHaveLength(count)
  })

  it.each([
    [
      'what is done by a body before 由',
      ['项目资金由县财政局统筹落实。'],
      ['县财政局 lead 项目资金由县财政局统筹落实'],
    ],
    [
      'a modal before 会同',
      ['县水利局要会同县财政局抓紧推进甲溪治理。'],
      [
        '县水利局 lead 县水利局要会同县财政局抓紧推进甲溪治理',
        '县财政局 support 县水利局要会同县财政局抓紧推进甲溪治理',
      ],
    ],
    ['what a body merely approves', ['该项目由县财政局批复后开工。'], []],
    [
      'a clause for each body',
      ['严格执行预案，县应急管理局统一调度泵站，县气象局负责发布预警。'],
      ['县应急管理局 lead 县应急管理局统一调度泵站', '县气象局 lead 县气象局负责发布预警'],
    ],
    ['牵头单位 in a bracket', ['1.新建水厂2座。（牵头单位：县水利局）'], ['县水利局 lead 新建水厂2座']],
    [
      '牵头单位 and 责任单位',
      ['新建水厂2座。（牵头单位：县水利局；责任单位：各乡镇）'],
      ['县水利局 lead 新建水厂2座', '各乡镇 support 新建水厂2座'],
    ],
    [
      'square brackets, with a standing rule behind the bodies',
      [
        '1.划定禁采区。[县水务局牵头，县住建局配合，各县、区人民政府负责落实。以下均需各县、区人民政府落实，某镇无此职能的除外，不再列出）]',
        '2.清理乱建。【县公安局牵头督导，县住房和城乡建设局参与】',
      ],
      [
        '县水务局 lead 划定禁采区',
        '县住房和城乡建设局 support 划定禁采区',
        '各县、区人民政府 lead 划定禁采区',
        '县公安局 lead 清理乱建',
        '县住房和城乡建设局 support 清理乱建',
        '各县、区人民政府 lead 清理乱建 ^',
      ],
    ],
    [
      'a name behind 责任领导 and a date behind 完成时限 are no tasks',
      ['新建水厂2座。', '责任领导：王某某', '责任单位：县水利局', '完成时限：2024年10月底前'],
      ['县水利局 lead 新建水厂2座'],
    ],
    [
      'bodies that open their text before a colon',
      ['（一）县发展改革局、县水利局：负责项目审批和用地保障。', '县财政局：配合做好资金筹措。'],
      [
        '县发展改革局 lead 负责项目审批和用地保障',
        '县水利局 lead 负责项目审批和用地保障',
        '县财政局 support 配合做好资金筹措',
      ],
    ],
    ['an address is no duty', ['各乡镇人民政府：现将方案印发给你们，请认真执行。'], []],
    [
      'a sentence of bodies behind the task',
      ['新建水厂2座，改造管网5公里。由县水利局牵头，县住建局、县自然资源局等配合，各乡镇负责实施。'],
      [
        '县水利局 lead 新建水厂2座，改造管网5公里',
        '县住建局 support 新建水厂2座，改造管网5公里',
        '县自然资源局 support 新建水厂2座，改造管网5公里',
        '各乡镇 lead 新建水厂2座，改造管网5公里',
      ],
    ],
    [
      'a body that carries it out',
      ['新建水厂2座。（县水利局牵头，县财政局参与，甲溪水务集团具体实施）'],
      ['县水利局 lead 新建水厂2座', '县财政局 support 新建水厂2座', '甲溪水务集团 lead 新建水厂2座'],
    ],
    [
      'bodies that support by their charge',
      ['教育、水利等部门按职责配合。'],
      ['县教育部门 support 教育、水利等部门按职责配合', '县水利部门 support 教育、水利等部门按职责配合'],
    ],
    [
      'a sentence of bodies behind the task',
      ['2.启动乙河治理，年内完成拆迁。县水利局牵头，县公安局及沿线乡镇配合。'],
      [
        '县水利局 lead 启动乙河治理，年内完成拆迁',
        '县公安局 support 启动乙河治理，年内完成拆迁',
        '沿线乡镇 support 启动乙河治理，年内完成拆迁',
      ],
    ],
    [
      'a bracket with a date in it, and one that opens its item',
      ['1.建成甲堤（县水利局负责，2024年6月底前完成）。', '2.（牵头单位：县教育局）新建学校2所。'],
      ['县水利局 lead 建成甲堤', '县教育局 lead 新建学校2所'],
    ],
    [
      'a subject that opens a numbered item and another beside it',
      ['3.县教育局要会同县财政局制定管理办法。'],
      [
        '县教育局 lead 县教育局要会同县财政局制定管理办法',
        '县财政局 support 县教育局要会同县财政局制定管理办法',
      ],
    ],
    [
      '责任单位 alone leads, all of them',
      ['新建水厂2座。责任单位：县水利局、县财政局'],
      ['县水利局 lead 新建水厂2座', '县财政局 lead 新建水厂2座'],
    ],
    [
      'A牵头，B、C参与',
      ['新建水厂2座。责任单位：县水利局牵头，县财政局、各乡镇参与'],
      ['县水利局 lead 新建水厂2座', '县财政局 support 新建水厂2座', '各乡镇 support 新建水厂2座'],
    ],
    [
      'only the bodies after the comma support',
      ['新建水厂2座。（县水利局、县住建局，县财政局配合）'],
      ['县水利局 lead 新建水厂2座', '县住建局 lead 新建水厂2座', '县财政局 support 新建水厂2座'],
    ],
    [
      'the first of a ranked list leads, from there on',
      [
        '新建水厂2座。（县水利局、县财政局负责，列第一位者为牵头单位，下同）',
        '新建公园1个。（县住建局、县林业局负责）',
      ],
      [
        '县水利局 lead 新建水厂2座',
        '县财政局 support 新建水厂2座',
        '县住建局 lead 新建公园1个',
        '县林业局 support 新建公园1个',
      ],
    ],
    [
      '会同 supports',
      ['开展巡查。（县水利局会同县公安局负责）'],
      ['县水利局 lead 开展巡查', '县公安局 support 开展巡查'],
    ],
    [
      'labels on lines of their own govern the item above',
      [
        '# 一、供水',
        '目标任务：新建水厂2座。',
        '牵头单位：县水利局',
        '责任单位：各乡镇',
        '# 二、绿化',
        '新建公园1个。',
      ],
      ['县水利局 lead 新建水厂2座', '各乡镇 support 新建水厂2座'],
    ],
    [
      'two notes in one paragraph each govern what is before them',
      ['新建水厂2座。（县水利局）新建公园1个。（县林业局）'],
      ['县水利局 lead 新建水厂2座', '县林业局 lead 新建公园1个'],
    ],
    [
      'a note in a heading is inherited below',
      ['# 一、供水（牵头单位：县水利局）', '新建水厂2座。', '# 二、绿化', '新建公园1个。'],
      ['县水利局 lead 供水', '县水利局 lead 新建水厂2座 ^'],
    ],
    [
      'a body named for all that follows',
      ['新建水厂2座。（县水利局负责。以下均需各乡镇落实，不再列出）', '新建公园1个。（县林业局负责）'],
      ['县水利局 lead 新建水厂2座', '县林业局 lead 新建公园1个', '各乡镇 lead 新建公园1个 ^'],
    ],
    [
      'subjects in running text',
      ['各乡镇要建立台账。', '由县公安局牵头，县交通局配合，开展执法12次。'],
      [
        '各乡镇 lead 各乡镇要建立台账',
        '县公安局 lead 由县公安局牵头，县交通局配合，开展执法12次',
        '县交通局 support 由县公安局牵头，县交通局配合，开展执法12次',
      ],
    ],
    [
      'a label in brackets, and the role behind a name',
      ['新建水厂2座。【责任单位】县水利局（牵头）、县财政局'],
      ['县水利局 lead 新建水厂2座', '县财政局 support 新建水厂2座'],
    ],
    [
      'labels with dates between them',
      ['新建水厂2座。牵头单位：县水利局；完成时限：2025年底；配合单位：各乡镇'],
      ['县水利局 lead 新建水厂2座', '各乡镇 support 新建水厂2座'],
    ],
    [
      'items run into one line',
      ['（一）供水 1.新建水厂2座。责任单位：县水利局。 2.新建公园1个。责任单位：县林业局。'],
      ['县水利局 lead 新建水厂2座', '县林业局 lead 新建公园1个'],
    ],
    ['what was done is no duty', ['县水利局编制了《供水规划》。'], []],
    ['nobody answers where nobody is named', ['新建水厂2座。'], []],
    ['a bracket inside a sentence is no note', ['县水利局（县河长办）新址建成。'], []],
  ])('%s', (_, lines, expected) => {
    expect(duties(...lines)).toEqual(expected)
  })

  it('names phase and binding word of a commitment', () => {
    const reading = aReading('力争开工甲溪水库。', '到2025年，全面建成乙河大桥。', '探索建立补偿机制。')
    expect(findIn(reading).commitments?.map(({ phase, strength }) => [phase, strength])).toEqual([
      ['strive', '力争'],
      ['complete', '建成'],
      ['study', '探索'],
    ])
  })

  it('infers the usual body for a project, marked as inferred and standing nowhere in the text', () => {
    const reading = aReading('新建甲溪水库。')
    const project: Mention = {
      type: 'Project',
      span: { start: 2, end: 6 },
      name: '甲溪水库',
      aliases: [],
      attributes: { category: 'reservoir' },
      rule: 'test',
    }
    const inferred = findIn(reading, [project]).facts.filter(({ basis }) => basis === 'inferred')
    const expected = ['县水行政主管部门', 'duties-catalogue']
    // For the commitment and for its project.
    expect(inferred.map((fact) => [nameOf(fact), fact.rule])).toEqual([expected, expected])
    expect(inferred[0]?.confidence).toBeLessThan(1)
    for (const { subject } of inferred)
      expect(subject === 'plan' || subject.span.start === subject.span.end).toBe(true)
  })

  it('infers nothing where the text says who answers', () => {
    const reading = aReading('新建甲溪水库。（县水利局）')
    const project: Mention = {
      type: 'Project',
      span: { start: 2, end: 6 },
      name: '甲溪水库',
      aliases: [],
      attributes: { category: 'reservoir' },
      rule: 'test',
    }
    expect(findIn(reading, [project]).facts.some(({ basis }) => basis === 'inferred')).toBe(false)
  })
})
