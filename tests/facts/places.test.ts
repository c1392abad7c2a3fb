import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { namesOf, placesOf, taihe } from './places/read-text.ts'

describe('names of the jurisdiction', () => {
  it.each<[string, string, readonly string[]]>([
    ['full names', '在肖口镇、关集镇新建泵站。', ['肖口镇', '关集镇']],
    [
      'short names under a class word',
      '推进原墙、倪邱、坟台等乡镇污水处理厂改造。',
      ['原墙镇', '倪邱镇', '坟台镇'],
    ],
    ['short names before a count', '新建原墙、倪邱、坟台4座变电站。', ['原墙镇', '倪邱镇', '坟台镇']],
    ['a short name in a project', '完成倪邱供水工程。', ['倪邱镇']],
    ['the county itself, collectively', '全县粮食增产，太和农业强。', ['太和县']],
    ['a town under its older kind', '在倪邱乡建设水厂。', ['倪邱镇']],
    ['the prefecture above', '融入全市发展大局。', ['阜阳市']],
  ])('%s', (_, text, expected) => expect(namesOf(text)).toEqual(expected))

  it('takes full names of other counties, and short ones beside another place', () => {
    expect(namesOf('与界首、临泉协同发展，对接郸城县。')).toEqual(['界首市', '临泉县', '郸城县'])
  })
  it('completes a county split by a bracket', () => {
    expect(namesOf('开工郸（城）宿高速。')).toEqual(['郸城县'])
  })
  it('gives kind and code', () => {
    const [place] = placesOf('在肖口镇建设水厂。').mentions
    expect(place?.attributes).toEqual({ kind: 'town', code: '341222108' })
  })
})

describe('names that the document builds', () => {
  it.each<[string, string, readonly string[]]>([
    ['a zone after a verb', '加快推进城西新区建设。', ['城西新区']],
    [
      'a zone with a word that elsewhere is a verb',
      '共建甲乙丙统筹发展示范区域。',
      ['甲乙丙统筹发展示范区域'],
    ],
    ['a zone behind its town', '建设肖口镇狮寨片区。', ['肖口镇', '狮寨片区']],
    ['zones that share an ending', '建成歇马、红光片区。', ['歇马片区', '红光片区']],
    ['zones side by side', '建成红光片区。建成歇马片区，红光、歇马供水完工。', ['红光片区', '歇马片区']],
    ['waters', '治理颍河、茨河、黑茨河。', ['颍河', '茨河', '黑茨河']],
    [
      'waters of other endings among waters',
      '境内有淀山湖、元荡、急水港等河湖。',
      ['淀山湖', '元荡', '急水港'],
    ],
    [
      'a region at the front of a name',
      '融入长三角生态绿色一体化发展示范区。',
      ['长三角生态绿色一体化发展示范区'],
    ],
    ['a water after 有', '境内有颍河。', ['颍河']],
    ['a region of the country', '融入长江经济带、长三角一体化发展。', ['长江经济带', '长三角']],
    ['ends of a road', '改造S206三潮溪至温岔口公路。', ['三潮溪', '温岔口']],
    ['stretches in a bracket', '整治岸线（响水湾至风雨廊桥、乌杨岛段）。', ['响水湾', '风雨廊桥', '乌杨岛']],
    ['villages behind towns', '改造旧县镇李庄村、税镇镇王楼村。', ['旧县镇', '李庄村', '税镇镇', '王楼村']],
  ])('%s', (_, text, expected) => expect([...namesOf(text)].sort()).toEqual([...expected].sort()))

  it('takes two spellings of one sound for one place, under the commoner one', () => {
    expect(namesOf('建成丰泰片区。丰泰片区供水，丰太片区路网。')).toEqual(['丰泰片区'])
  })
})

describe('what is no place', () => {
  it.each([
    '建设一批产业园区和重点片区。',
    '治理山洪沟和黑臭水体，保护绿水青山。',
    '建设文明村镇、特色小镇和美丽乡村。',
    '打造4个海绵示范片区。',
    '引导人才入乡、农民工返乡。',
    '实现碳达峰碳中和。',
    '创建普惠金融发展示范区。',
    '适应城市生活。',
    '县住建局、各镇负责。',
    '完善机场、港口集疏运。',
    '北京大学合作办学。',
    '大力发展“盐湖+”产业。',
  ])('%s', (text) => expect(namesOf(text)).toEqual([]))

  it('takes neither a hospital’s name nor a pipeline for another county', () => {
    expect(namesOf('中山一院南沙院区建成投用。')).not.toContain('中山市')
    expect(namesOf('推动立沙岛至宝安机场输油管线工程的建设。').join()).not.toContain('工程')
  })
})

describe('every mention', () => {
  const words = [
    '肖口镇',
    '倪邱',
    '、',
    '至',
    '镇',
    '新区',
    '建设',
    '（',
    '）',
    '段',
    '颍河',
    '，',
    '。',
    '\n',
    '城西',
    '村',
    '等',
    '𬒈',
    '3',
    '座',
  ]
  it('lies in the text, holds its own words and overlaps no other', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 25 }), (parts) => {
        const text = `${parts.join('')}。`
        const mentions = placesOf(text, taihe).mentions.filter(({ type }) => type === 'Place')
        for (const [index, { span }] of mentions.entries()) {
          expect(span.start).toBeGreaterThanOrEqual(mentions[index - 1]?.span.end ?? 0)
          expect(span.end).toBeGreaterThan(span.start)
          expect(text.slice(span.start, span.end)).not.toMatch(/[，。\n]/)
        }
      }),
      { numRuns: 60 },
    )
  })
})
