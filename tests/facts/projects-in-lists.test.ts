/** What the items of a list share, and what they do not, in the wordings of plans of many kinds. */
import { describe, expect, it } from 'vitest'
import { factsOf, namesOf, projectsOf, readParagraph } from './projects/reading.ts'

const places = {
  甲溪: '甲溪镇',
  乙河: '乙河镇',
  丙山: '丙山乡',
  戊科技园区: '戊科技园区',
  丁江: '丁江',
  子河: '子河',
  丑河: '丑河',
  青墩湾: '青墩湾',
}
const names = (text: string) => namesOf(readParagraph(text, { places }))

describe('what is shared', () => {
  it.each<[string, readonly string[]]>([
    [
      '实施庚水岸一期及戊科技园区甲路、乙路、丙路修复养护项目。',
      [
        '庚水岸一期',
        '戊科技园区甲路修复养护项目',
        '戊科技园区乙路修复养护项目',
        '戊科技园区丙路修复养护项目',
      ],
    ],
    ['完成卫河东段、卫河西段河道清淤12公里。', ['卫河东段河道清淤', '卫河西段河道清淤']],
    ['推进石门公园滨江段和青墩湾岸线贯通。', ['石门公园滨江段岸线贯通', '青墩湾岸线贯通']],
    ['加快推进子河、胜利主义渠、丑河综合治理。', ['子河综合治理', '胜利主义渠综合治理', '丑河综合治理']],
    ['对子河、丑河等河道进行综合治理。', ['子河综合治理', '丑河综合治理']],
    ['加快子湖和丑湖滨水绿地建设。', ['子湖滨水绿地', '丑湖滨水绿地']],
    ['建成甲溪、乙河污水处理厂2座及配套管网35公里。', ['甲溪镇污水处理厂', '乙河污水处理厂', '配套管网']],
    [
      '开工建设石门中500千伏、石门东500千伏输变电工程等4个电网项目。',
      ['石门中500千伏输变电工程', '石门东500千伏输变电工程'],
    ],
    // what is called after a street or a bridge is a market or a district of another kind
    [
      '推进青年路、南门、大成桥等5个旧市场转型升级。',
      ['青年路旧市场转型升级', '南门旧市场转型升级', '大成桥旧市场转型升级'],
    ],
    ['打通青年路、正源街等断头路。', ['青年路', '正源街']],
    ['完成青年路、石门路西段改造。', ['青年路改造', '石门路西段改造']],
    ['扩建甲溪、乙河、丙山3座乡镇水厂。', ['甲溪水厂', '乙河水厂', '丙山水厂']],
    [
      '实施甲溪至丙山、乙河至石门等县乡公路升级改造。',
      ['甲溪至丙山县乡公路升级改造', '乙河至石门县乡公路升级改造'],
    ],
    ['推进石门、青墩两大灌区建设。', ['石门灌区', '青墩灌区']],
    ['推进子坑溪、辰井、巳湾等水质净化厂建设。', ['子坑溪水质净化厂', '辰井水质净化厂', '巳湾水质净化厂']],
  ])('%s', (text, expected) => expect(names(text)).toEqual(expected))

  it('carries the place that opens a list of roads to all of them', () => {
    const found = readParagraph('实施戊科技园区甲路、乙路修复项目。', { places })
    expect(factsOf(found)).toEqual([
      '戊科技园区甲路修复项目 LOCATED_IN 戊科技园区',
      '戊科技园区乙路修复项目 LOCATED_IN 戊科技园区',
    ])
  })

  it('reads what lies along several waters as one programme that serves each', () => {
    const found = readParagraph('完善丁江、乙河沿线公共服务设施。', { places })
    expect(factsOf(found)).toEqual(['沿线公共服务设施 SERVES 丁江', '沿线公共服务设施 SERVES 乙河镇'])
  })
})

describe('what is not shared', () => {
  it.each<[string, readonly string[]]>([
    ['推进石门水库除险加固和青墩水库建设。', ['石门水库除险加固', '青墩水库']],
    [
      '完成子村、丑门等水库除险加固和龙塘水库溢洪闸建设。',
      ['子村水库除险加固', '丑门水库除险加固', '龙塘水库溢洪闸'],
    ],
    ['全面建成石门水库和青墩水库重大骨干水利工程。', ['石门水库', '青墩水库']],
    [
      '实施甲溪农产品加工园区、丙山生物产业园、乙河温泉城等十大重点项目建设。',
      ['甲溪农产品加工园区', '丙山生物产业园', '乙河温泉城'],
    ],
    [
      '加快推进甲溪幸福谷、青墩物流港、石门大道南延线等32个续建项目。',
      ['甲溪幸福谷', '青墩物流港', '石门大道南延线'],
    ],
    ['打造甲溪乡、丙山乡等5个乡村振兴示范村。', ['甲溪乡乡村振兴示范村', '丙山乡乡村振兴示范村']],
    ['推进“百千万全”[12]工程。', ['“百千万全”工程']],
  ])('%s', (text, expected) => expect(names(text)).toEqual(expected))
})

describe('who builds', () => {
  it.each<[string, readonly string[]]>([
    ['支持甲溪镇建设水上运动中心。', ['水上运动中心 LOCATED_IN 甲溪镇']],
    [
      '支持甲溪镇打造木材加工基地、丙山乡打造茶叶加工基地。',
      ['木材加工基地 LOCATED_IN 甲溪镇', '茶叶加工基地 LOCATED_IN 丙山乡'],
    ],
  ])('%s', (text, facts) => expect(factsOf(readParagraph(text, { places }))).toEqual(facts))
})

describe('states', () => {
  it.each<[string, readonly (readonly [string, string])[]]>([
    [
      '（完建水闸：石门北闸、青墩南闸。在建水闸：龙塘水闸。加固维修水闸：沙井套闸。）',
      [
        ['石门北闸', 'complete'],
        ['青墩南闸', 'complete'],
        ['龙塘水闸', 'advance'],
        ['沙井套闸', 'advance'],
      ],
    ],
    ['编制完成子丑铁路甲溪段可研报告。', [['子丑铁路甲溪段', 'study']]],
    ['加快6条在建高速公路建设进度。', [['在建高速公路', 'advance']]],
    ['争取子丑高铁纳入国家规划。', [['子丑高铁', 'strive']]],
    [
      '促使石门文旅园、青墩二期落地启动建设。',
      [
        ['石门文旅园', 'start'],
        ['青墩二期', 'start'],
      ],
    ],
  ])('%s', (text, expected) =>
    expect(
      projectsOf(readParagraph(text, { places })).map(({ name, attributes }) => [name, attributes.phase]),
    ).toEqual(expected),
  )

  it('gives the parts of a counted whole what is done to it', () => {
    const found = projectsOf(readParagraph('整治骨干河道66公里，其中子河13公里、丑河4公里。'))
    expect(found.map(({ name, attributes }) => [name, attributes.count])).toEqual([
      ['骨干河道整治', '66公里'],
      ['子河整治', '13公里'],
      ['丑河整治', '4公里'],
    ])
  })
})

describe('what is no project', () => {
  it.each([
    '统筹推进好房子、好小区、好社区、好城区“四好”建设。',
    '深化与甲溪、乙河等地高校的合作。',
    '发挥甲溪研究院作用。',
    '建成全市重要绿色工业集聚区。',
    '建成区基本完成截污工作。',
  ])('%s', (text) => expect(names(text).filter((name) => !/截污/.test(name))).toEqual([]))

  it('is a place and a project where a park is built, and lies not in itself', () => {
    const found = readParagraph('建成子湿地公园。', { places: { 子湿地公园: '子湿地公园' } })
    expect(namesOf(found)).toEqual(['子湿地公园'])
    expect(factsOf(found)).toEqual([])
  })
})
