import { describe, expect, it } from 'vitest'
import { DocumentError } from '../../pipeline/input/document-error.ts'
import { identify } from '../../pipeline/input/identify.ts'
import { readDocument } from '../../pipeline/input/read.ts'
import type { PlanIdentity } from '../../pipeline/records.ts'

const identified = (text: string, given: Partial<PlanIdentity> = {}): PlanIdentity =>
  identify(readDocument(Buffer.from(text), 'a.txt'), given)

describe('identifying a plan', () => {
  it('takes what is given and infers nothing else', () => {
    const given = {
      id: 'kai',
      title: '甲规划',
      jurisdiction: '丁省/丙山县',
      periodStart: 2021,
      periodEnd: 2025,
      issuedAt: '2021-05-01',
    }
    expect(identified('任何文字。', given)).toEqual({ ...given, inferred: [] })
  })

  it.each([
    [
      'a title line',
      '重庆市开州区水安全规划（2021—2035年）\n到2025年，全区……\n',
      '重庆市开州区水安全规划（2021—2035年）',
      '重庆市/开州区',
      2021,
      2035,
    ],
    [
      'a title in traditional characters',
      '重慶市開州區水安全規劃（2021—2035年）\n到2025年，全區供水達標，環境質量優良。\n',
      '重庆市开州区水安全规划（2021—2035年）',
      '重庆市/开州区',
      2021,
      2035,
    ],
    [
      'a text scraped to a single line',
      `重庆市开州区水安全规划（2021—2035年） 第一章 总体要求 第一节 目标 ${'到2025年，建成水厂。 '.repeat(20)}`,
      '重庆市开州区水安全规划（2021—2035年）',
      '重庆市/开州区',
      2021,
      2035,
    ],
    [
      'a title over two lines',
      '重庆市开州区\n海绵城市专项规划（2021—2035年）\n正文。\n',
      '重庆市开州区海绵城市专项规划（2021—2035年）',
      '重庆市/开州区',
      2021,
      2035,
    ],
    [
      'a notice',
      '各镇人民政府：\n现将《开州区2024年重点工作实施方案》印发给你们，请认真贯彻。\n',
      '开州区2024年重点工作实施方案',
      '重庆市/开州区',
      2024,
      2024,
    ],
    [
      'front matter',
      '---\ntitle: 关于印发《闵行区“十五五”规划》的通知\n---\n正文。\n',
      '闵行区“十五五”规划',
      '上海市/闵行区',
      2026,
      2030,
    ],
    [
      'the plan above it',
      '本规划根据《重庆市新型城镇化规划（2021—2035年）》编制。开州区城镇化率达到60%，岳溪镇、温泉镇建成。\n',
      '重庆市开州区新型城镇化规划（2021—2035年）',
      '重庆市/开州区',
      2021,
      2035,
    ],
    [
      'a work report',
      '政府工作报告\n——2025年1月7日在三明市第十四届人民代表大会第四次会议上\n一、2024年工作回顾\n',
      '政府工作报告',
      '福建省/三明市',
      2025,
      2025,
    ],
    [
      'a plan of the country',
      '中华人民共和国国民经济和社会发展第十四个五年规划纲要\n第一篇 开启新征程\n',
      '中华人民共和国国民经济和社会发展第十四个五年规划纲要',
      '中国',
      2021,
      2025,
    ],
  ])('reads title, place and years from %s', (_name, text, title, jurisdiction, periodStart, periodEnd) => {
    const identity = identified(text)
    expect(identity).toMatchObject({ title, jurisdiction, periodStart, periodEnd })
    expect(identity.inferred).toEqual(expect.arrayContaining(['id', 'title', 'jurisdiction']))
  })

  it('counts the county named most where the title names none', () => {
    const text = '新型城镇化规划\n开州区城镇化率60%。开州区设岳溪镇、温泉镇。万州区与开州区相邻。\n'
    expect(identified(text).jurisdiction).toBe('重庆市/开州区')
  })

  it.each([
    ['重庆市开州区新型城镇化规划（2021—2035年）', '重庆市开州区新型城镇化规划（2021—2035年）（修订版）'],
    ['重庆市开州区新型城镇化规划（2021—2035年）', '重庆市开州区新型城镇化规划（2021—2035年）（征求意见稿）'],
  ])('gives drafts of one plan one id', (one, other) => {
    expect(identified(`${one}\n正文。\n`).id).toBe(identified(`${other}\n正文。\n`).id)
  })

  it.each([
    ['开州区2024年重点工作实施方案', '开州区2025年重点工作实施方案'],
    ['开州区“十四五”规划', '开州区“十五五”规划'],
    ['开州区水安全规划', '万州区水安全规划'],
  ])('gives other plans other ids: %s, %s', (one, other) => {
    expect(identified(`${one}\n正文。\n`).id).not.toBe(identified(`${other}\n正文。\n`).id)
  })

  it.each([
    '今天天气很好，我们去公园散步，看见了许多花。\n',
    'Lorem ipsum dolor sit amet.\n',
    '某公司落实《重庆市新型城镇化规划》的消息。\n',
  ])('finds no plan in other texts: %s', (text) => {
    expect(() => identified(text)).toThrow(DocumentError)
  })
})
