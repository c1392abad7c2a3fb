/** Wordings by which plans tell works, each with a near miss that tells none. */
import { describe, expect, it } from 'vitest'
import { namesOf, projectsOf, readParagraph } from './projects/reading.ts'

const places = { 白沙: '白沙镇', 青口: '青口镇' }
const names = (text: string) => namesOf(readParagraph(text, { places }))
const phased = (text: string) =>
  projectsOf(readParagraph(text, { places })).map(({ name, attributes }) => [name, attributes.phase])

describe('works that share a head', () => {
  it.each<[string, readonly string[]]>([
    // two-ended lines
    [
      '加快推进临溪至白桥铁路、松岭至青港铁路增建二线前期工作。',
      ['临溪至白桥铁路增建二线', '松岭至青港铁路增建二线'],
    ],
    // works under a bare deed
    ['推进松岭灌区、丁家渠灌区现代化改造。', ['松岭灌区现代化改造', '丁家渠灌区现代化改造']],
    ['实施大石桥等9处中型灌区续建配套改造。', ['大石桥中型灌区续建配套改造']],
    // what is called after a street, and the streets themselves
    ['改造临江路、青石桥、玉带街3个农贸市场。', ['临江路农贸市场', '青石桥农贸市场', '玉带街农贸市场']],
    ['改造临江路、玉带街、青石桥等道路。', ['临江路', '玉带街', '青石桥']],
    // stretches of a numbered line
    ['推进轨道交通3号线北延段、G312青口段改扩建。', ['轨道交通3号线北延段改扩建', 'G312青口段改扩建']],
  ])('%s', (text, expected) => expect(names(text)).toEqual(expected))
})

describe('verbs and closing words give the stage', () => {
  it.each<[string, readonly (readonly string[])[]]>([
    ['投运青口220千伏变电站。', [['青口220千伏变电站', 'complete']]],
    ['拆除重建丁家渠大桥。', [['丁家渠大桥', 'advance']]],
    [
      '青口水库达产达效，丁家渠水厂投产见效。',
      [
        ['青口水库', 'complete'],
        ['丁家渠水厂', 'complete'],
      ],
    ],
    ['加快推进临溪至白桥铁路前期手续。', [['临溪至白桥铁路', 'study']]],
  ])('%s', (text, expected) => expect(phased(text)).toEqual(expected))
})

describe('what is no project', () => {
  it.each([
    '供水范围覆盖白沙镇、青口镇。',
    '推动能耗双控向碳排放双控转变。',
    '编制丁家渠流域治理规划。',
    '促进家电更新5万台。',
    '推进以县城为重要载体的城镇化建设。',
    '锚定“一中心、五高地”建设。',
    '为802户企业发放贷款56亿元。',
    '推动100家企业开展技术改造。',
    '推动基础设施REITs扩围扩容。',
    '办好5所科技创新人才培养学校。',
  ])('%s', (text) => expect(names(text)).toEqual([]))

  it.each<[string, readonly string[]]>([
    // near misses: the like words in the name of a work
    ['建成青口市民活动中心。', ['青口市民活动中心']],
    ['建成丁家渠企业服务中心。', ['丁家渠企业服务中心']],
    ['新建标准化足球场3个。', ['标准化足球场']],
    ['建成安置型商品房1.1万套。', ['安置型商品房']],
  ])('%s', (text, expected) => expect(names(text)).toEqual(expected))
})
