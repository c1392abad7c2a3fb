import { describe, expect, it } from 'vitest'
import { findDepartments } from '../../pipeline/facts/departments.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import { aReading } from './a-reading.ts'

const knowledge = loadKnowledge()
const namesIn = (...lines: readonly string[]) => [
  ...new Set(findDepartments(aReading(...lines), knowledge).mentions.map(({ name }) => name)),
]

describe('findDepartments', () => {
  it('takes charges before 等部门 for their offices, by the name the document has for them', () => {
    const { mentions } = findDepartments(
      aReading('教育、水利等部门按职责配合。', '责任单位：县教育局'),
      knowledge,
    )
    expect(mentions.map(({ name }) => name)).toEqual(['县教育局', '县水利部门', '县教育局'])
  })

  it.each([
    ['full and elided forms', '新建水厂2座。（县水利局、财政局）', ['县水利局', '县财政局']],
    [
      'towns that share one 镇人民政府',
      '责任单位：县水利局牵头，东园管委会和临江、白塔、新桥镇人民政府落实',
      ['县水利局', '东园管委会', '临江镇人民政府', '白塔镇人民政府', '新桥镇人民政府'],
    ],
    [
      'no town in a charge before a town',
      '责任单位：县水利局、环保、新桥镇人民政府',
      ['县水利局', '县环保部门', '新桥镇人民政府'],
    ],
    [
      'a branch of a higher body lends no level',
      '责任单位：市生态环境局丙山分局、农业农村局',
      ['市生态环境局丙山分局', '县农业农村局'],
    ],
    ['two plates of one office', '责任单位：县农水局（县农业农村局）、县林业局', ['县农水局', '县林业局']],
    [
      'a city’s office for a county, in a list',
      '县水利局、财政局、辰中市丙山生态环境局按职责配合。',
      ['县水利局', '县财政局', '辰中市丙山生态环境局'],
    ],
    ['a company that acts', '县财政局、县城乡投资公司要筹措资金。', ['县财政局', '县城乡投资公司']],
    ['no company of a class', '推动市场化公司要依法经营。', []],
    [
      'the level of the list completes elided ones',
      '责任单位：市农村发展局、经济发展局',
      ['市农村发展局', '市经济发展局'],
    ],
    [
      'an elided form that looks levelled',
      '牵头单位：市场监管局、县卫生健康局',
      ['县市场监管局', '县卫生健康局'],
    ],
    [
      'a conjunction inside a name is no list',
      '责任单位：县住房和城乡建设局和县水利局',
      ['县住房和城乡建设局', '县水利局'],
    ],
    [
      'two bodies of one charge that a note lists side by side',
      '责任单位：县文化局、县文广新局、县工商局、县质监局',
      ['县文化局', '县文广新局', '县工商局', '县质监局'],
    ],
    [
      'a class of bodies before its verb',
      '开展排查。（各镇人民政府、街道办事处负责落实）',
      ['各镇人民政府、街道办事处'],
    ],
    [
      'bodies before a label in the same bracket, and none after it',
      '淘汰车辆1500辆。（县公安局牵头，县商务局、各乡镇配合，完成时限：2019年12月31日）',
      ['县公安局', '县商务局', '各乡镇'],
    ],
    [
      'where an office is set up says nothing of duties',
      '方案报县攻坚战领导小组办公室（设在县生态环境局）。',
      ['县生态环境局'],
    ],
    [
      'classes of bodies',
      '责任单位：各乡镇、街道，各县（市）区人民政府',
      ['各乡镇、街道', '各县（市）区人民政府'],
    ],
    [
      'brackets belong to a class',
      '各乡镇人民政府（街道办事处）结合实际制定实施方案。',
      ['各乡镇人民政府（街道办事处）'],
    ],
    ['a founded group', '成立推进水网建设工作领导小组，统筹实施。', ['推进水网建设工作领导小组']],
    [
      'enterprises in a note',
      '建设管网5公里。（县属国企、国网丙山县供电公司负责）',
      ['县属国企', '国网丙山县供电公司'],
    ],
    ['governments by their place', '县人民政府要加强领导。', ['丙山县人民政府']],
    [
      'addressees',
      '抄送：县委办公室，县人大常委会办公室，县法院。',
      ['县委办公室', '县人大常委会办公室', '县法院'],
    ],
    ['the place before an own body', '由丙山县教育局负责实施。', ['县教育局']],
  ])('%s', (_, line, names) => {
    expect(namesIn(line)).toEqual(names)
  })

  it.each([
    ['words that end like a level', '完善城市规划局部调整，优化园区管理委托。'],
    ['deference', '在县人大、县政协的监督支持下，全县上下共同努力。'],
    ['a charge before an ordinary noun', '新建妇幼保健机构、县中医院（民族医院）。'],
    ['classes that do not act', '落实各级政府责任。'],
    ['a bracket that names no body', '建设水库1座（中型）。'],
  ])('finds nothing in %s', (_, line) => {
    expect(namesIn(line)).toEqual([])
  })

  it('brings short and full forms of one body together under the full one', () => {
    const { mentions } = findDepartments(
      aReading('开展收储。（县土储中心、县规资局）', '县土地储备中心、县规划资源局负责收储。'),
      knowledge,
    )
    expect([...new Set(mentions.map(({ name }) => name))]).toEqual(['县土地储备中心', '县规划资源局'])
    expect(mentions[0]?.aliases).toContain('县土储中心')
  })

  it('takes a town that answers for its government', () => {
    expect(namesIn('责任单位：县水利局、新桥镇', '责任单位：县林业局、新桥镇人民政府')).toEqual([
      '县水利局',
      '新桥镇人民政府',
      '县林业局',
    ])
  })

  it('completes elided forms by the level that the document writes', () => {
    expect(namesIn('新建水厂。（区水利局、区财政局）', '新建公园。（园林局负责）')).toContain('区园林局')
  })

  it('keeps apart what a short form could mean twice', () => {
    expect(namesIn('（一）治理。（县农局、县农村局、县农业局负责）')).toContain('县农局')
  })

  it('points each mention at its own words', () => {
    const reading = aReading('责任单位：县水利局牵头，县财政局、各乡镇参与')
    for (const { span, name, aliases } of findDepartments(reading, knowledge).mentions)
      expect([name, ...aliases]).toContain(reading.document.text.slice(span.start, span.end))
  })
})
