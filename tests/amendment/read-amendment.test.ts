import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAmendment } from '../../pipeline/amendment/read-amendment.ts'
import { amendingTitle } from '../../pipeline/amendment/title.ts'

/** What the reader is shown, without the blanks. */
const shown = (text: string): string => readAmendment(text).shown.replace(/ /g, '')

describe('a text that amends', () => {
  it.each([
    ['新建甲溪水厂。', [], [], '新建甲溪水厂。'],
    ['现就部分内容增补和调整如下。', [], [], ''],
    ['经研究，决定对个别项目作如下调整：', [], [], ''],
    ['取消甲溪水厂。', ['取消甲溪水厂'], [], ''],
    ['甲溪水厂、乙河水厂不再实施。', ['甲溪水厂、乙河水厂不再实施'], [], ''],
    ['增补甲溪水厂，取消乙河水厂。', ['取消乙河水厂'], [], '增补甲溪水厂，'],
    ['取消甲溪水厂，改为建设乙河水厂。', ['取消甲溪水厂'], [], '建设乙河水厂。'],
    ['不再实施甲溪水厂扩建，保留甲溪水库。', ['不再实施甲溪水厂扩建'], [], '保留甲溪水库。'],
    ['取消甲溪水库，新建乙河水库。', ['取消甲溪水库'], [], '新建乙河水库。'],
    ['原甲溪水厂不再保留，乙河水厂规模不变。', ['原甲溪水厂不再保留'], [], '乙河水厂规模不变。'],
    ['将城镇化率2025年目标由60%调整为62%。', [], [], '城镇化率2025年目标调整为62%。'],
    ['农村自来水普及率目标调整为95%。', [], [], '农村自来水普及率目标调整为95%。'],
    ['甲溪水厂牵头单位由区水利局变更为区住建委。', [], [], ''],
    [
      '将“推进甲溪泵站前期工作”修改为“开工建设甲溪泵站”。',
      [],
      ['推进甲溪泵站前期工作'],
      '开工建设甲溪泵站。',
    ],
    ['删除“推进甲溪泵站前期工作”。', [], ['推进甲溪泵站前期工作'], ''],
    ['在第二章后增加“新建甲溪泵站，服务乙河镇”。', [], [], '新建甲溪泵站，服务乙河镇。'],
  ])('%s', (text, removes, replaces, left) => {
    expect(readAmendment(text)).toMatchObject({ removes, replaces })
    expect(shown(text)).toBe(left)
  })

  it('takes what stands under a heading that says 取消 for what goes, until the list ends', () => {
    const text =
      '一、取消项目（2个）\n（一）甲溪水厂\n（二）乙河水厂\n二、增补项目\n丁台水厂\n本通知自印发之日起施行。\n'
    expect(readAmendment(text).removes).toEqual(['（一）甲溪水厂', '（二）乙河水厂'])
    expect(readAmendment('取消项目：\n甲溪水厂\n甲县人民政府\n').removes).toEqual(['甲溪水厂'])
  })

  it('takes a heading that names a thing for that thing alone', () => {
    const text = '（一）取消甲溪水厂\n改由乙河水厂供水。\n'
    expect(readAmendment(text).removes).toEqual(['（一）取消甲溪水厂'])
  })

  it.each([
    ['甲溪水厂牵头单位由区水利局变更为区住建委。', '甲溪水厂', 'lead', '区住建委。'],
    ['将甲溪水厂的责任单位调整为区住建委、区财政局。', '甲溪水厂', 'lead', '区住建委、区财政局。'],
    ['甲溪水厂配合单位调整为区住建委。', '甲溪水厂', 'support', '区住建委。'],
    ['甲溪水厂完成时限由2025年底调整为2026年底。', '甲溪水厂', 'due', '2026年底。'],
    ['甲溪水厂：完成时限由2025年底调整为2026年底。', '甲溪水厂', 'due', '2026年底。'],
    ['甲溪水厂，完成时限由2025年底调整为2026年底。', '甲溪水厂', 'due', '2026年底。'],
    ['二、甲溪水厂，完成时限由2025年底调整为2026年底。', '甲溪水厂', 'due', '2026年底。'],
    ['（二）甲溪水厂完成时限调整为2026年底。', '甲溪水厂', 'due', '2026年底。'],
    ['3\t甲溪水厂\t完成时限由2025年底调整为2026年底', '甲溪水厂', 'due', '2026年底'],
  ])('says of a thing what becomes of it: %s', (text, name, kind, value) => {
    const [term] = readAmendment(text).terms
    expect(term).toMatchObject({ name, kind })
    expect(text.slice(term?.thing.start, term?.thing.end)).toBe(name)
    expect(text.slice(term?.value.start, term?.value.end)).toBe(value)
  })

  it('is shown at its own length, whatever it says', () => {
    const piece = fc.constantFrom(
      '取消',
      '甲溪水厂',
      '𬒈溪镇',
      '由60%',
      '调整为',
      '。',
      '，',
      '\n',
      '“',
      '”',
      '一、',
      '将',
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('')
        const { shown, removes, replaces } = readAmendment(text)
        expect(Array.from(shown).length).toBe(Array.from(text).length)
        expect(shown.length).toBe(text.length)
        for (const words of [...removes, ...replaces]) expect(text).toContain(words)
      }),
    )
  })
})

describe('a title that amends', () => {
  it.each([
    ['甲县人民政府关于增补和调整《甲县水利规划》部分内容的通知', ['甲县水利规划']],
    ['关于调整个别项目的通知\n\n《甲县水利规划》已实施两年。', ['甲县水利规划']],
    ['《甲县水利规划》修改单', ['甲县水利规划']],
    ['关于取消甲溪水厂等3个项目的决定', []],
    ['甲县人民政府\n关于修改《甲县水利规划》的决定', ['甲县水利规划']],
  ])('%s', (text, plans) => expect(amendingTitle(text)?.plans).toEqual(plans))

  it.each([
    ['甲县水利规划（2021—2035年）'],
    ['甲县人民政府关于印发《甲县水利规划调整方案》的通知'],
    ['甲县水利规划中期调整方案'],
    ['关于召开会议的通知'],
    ['第一章 调整产业结构'],
  ])('%s is none', (text) => expect(amendingTitle(text)).toBeUndefined())
})
