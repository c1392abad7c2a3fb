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

  it.each([
    // What is said about an item, or done instead, takes nothing away.
    ['取消甲溪水厂，其供水功能由丁台水厂承担。', ['取消甲溪水厂']],
    ['取消甲溪水厂，乙河水厂，丙山水厂。', ['取消甲溪水厂', '乙河水厂', '丙山水厂']],
    ['甲溪水厂因用地无法落实，不再实施。', ['甲溪水厂']],
    ['经研究，甲溪水厂因与丁台水厂重复，决定不再实施。', ['甲溪水厂']],
    ['甲溪镇撤销后，甲溪水厂由乙河镇管理。', []],
    ['取消项目：无。', []],
    [
      '取消项目：\n1.甲溪水厂。该厂与丁台水厂重复。\n2.乙河水厂（并入丁台水厂）\n说明：丁台水厂按期建设。',
      ['1.甲溪水厂', '2.乙河水厂'],
    ],
    [
      '取消下列项目：\n甲溪水厂；乙河水厂。\n上述项目由丁台水厂替代。\n做好丁台水厂建设',
      ['甲溪水厂', '乙河水厂'],
    ],
    ['拟取消的项目（共2个）：\n① 甲溪水厂\n② 乙河水厂\n', ['① 甲溪水厂', '② 乙河水厂']],
    ['取消项目：\n一、甲溪水厂\n（一）加强丁台水厂管理\n', ['一、甲溪水厂']],
    [
      '取消项目清单\n序号\t项目名称\t取消原因\n1\t甲溪水厂\t与丁台水厂重复\n2\t乙河水厂\t用地\n',
      ['甲溪水厂', '乙河水厂'],
    ],
    ['三、不再实施的项目\n序号\t项目名称\t备注\n1\t甲溪水厂\t由丁台水厂供水\n', ['甲溪水厂']],
  ])('takes away what it names, and not what it says of that: %s', (text, removes) => {
    expect(readAmendment(text).removes).toEqual(removes)
  })

  it('lists what stands among what goes and is neither a name nor a reason', () => {
    const unclear = (text: string) =>
      readAmendment(text)
        .changes.filter(({ shownBy }) => shownBy === 'nothing')
        .map(({ words }) => words)
    expect(unclear('取消项目：\n甲溪水厂\n丁台水厂按期建设\n')).toEqual(['丁台水厂按期建设'])
    expect(unclear('取消甲溪水厂，同步关停乙河水厂。')).toEqual(['同步关停乙河水厂'])
  })

  it('is looked up in simplified characters and quoted in its own', () => {
    const { removes, replaces, readAs, terms } = readAmendment(
      '一、取消項目\n（一）甲溪水廠\n（二）乙灣水廠\n將「推進丙灣泵站前期工作」修改為「開工建設丙灣泵站」。\n丁灣大橋完成時限由2025年底調整為2026年底。\n',
    )
    expect(removes).toEqual(['（一）甲溪水廠', '（二）乙灣水廠'])
    expect(replaces).toEqual(['推進丙灣泵站前期工作'])
    expect(readAs).toEqual(['（一）甲溪水厂', '（二）乙湾水厂', '推进丙湾泵站前期工作'])
    expect(terms.map(({ name, kind }) => [name, kind])).toEqual([['丁湾大桥', 'due']])
  })

  it.each([
    ['将“甲溪水厂”更名为“甲溪净水厂”。', '甲溪水厂', '甲溪净水厂'],
    ['甲溪水厂名称调整为甲溪净水厂。', '甲溪水厂', '甲溪净水厂'],
    ['将甲溪水厂名称由“甲溪水厂”变更为“甲溪净水厂”。', '甲溪水厂', '甲溪净水厂'],
    ['“十四五”期间甲溪水厂更名为甲溪净水厂（一期）。', '甲溪水厂', '甲溪净水厂（一期）'],
    ['将专栏2“供水工程”第3项“甲溪水厂”更名为“甲溪净水厂”。', '甲溪水厂', '甲溪净水厂'],
    [
      '序号\t原项目名称\t更名后项目名称\n1\t甲溪水厂\t甲溪净水厂\n2\t乙河水库\t乙河平湖水库\n',
      '甲溪水厂',
      '甲溪净水厂',
    ],
  ])('gives a thing another name: %s', (text, name, now) => {
    const { terms, removes, changes } = readAmendment(text)
    expect(terms[0]).toMatchObject({ name, kind: 'name' })
    expect(text.slice(terms[0]?.value.start, terms[0]?.value.end)).toBe(now)
    expect(removes).toEqual([])
    expect(changes[0]?.shownBy).toBe('thing')
  })

  it.each([
    ['将专栏1中甲溪水闸工程的完成时限由2024年调整为2025年。', '甲溪水闸工程', 'due', '2025年。'],
    ['将专栏3“水利”第2项乙河泵站责任单位由区住建委调整为区水利局。', '乙河泵站', 'lead', '区水利局。'],
    ['将附表2中丙山水厂的“完成时限”由“2024年”调整为“2025年”。', '丙山水厂', 'due', '2025年'],
    ['将军山水厂完成时限调整为2025年底。', '将军山水厂', 'due', '2025年底。'],
  ])('finds a thing in a place of the plan: %s', (text, name, kind, value) => {
    const [term] = readAmendment(text).terms
    expect(term).toMatchObject({ name, kind })
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
      '更名为',
      '\t',
      '序号\t项目名称\t调整前\t调整后\n1\t',
      '| 项目名称 | 调整后 |\n',
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

const tabs = [
  ['序号', '项目名称', '原计划', '调整后', '备注'],
  ['1', '甲溪大桥', '2025年底建成', '2026年底建成', '与乙河大桥衔接'],
  ['2', '丙山堤防', '牵头单位：区水利局', '牵头单位：区财政局', '职能'],
  ['3', '丁台水厂', '规模5万吨', '规模8万吨', '人口增加'],
  ['4', '戊岭水厂', '—', '取消', '由己坝水厂供水'],
  ['5', '庚沟水厂', '2025年', '不变', '按期'],
]
const drawn: readonly (readonly [string, (rows: readonly (readonly string[])[]) => string])[] = [
  ['tabs', (rows) => rows.map((row) => row.join('\t')).join('\n')],
  [
    'bars',
    (rows) =>
      rows
        .flatMap((row, at) => [`| ${row.join(' | ')} |`, ...(at === 0 ? ['|---|---|---|---|---|'] : [])])
        .join('\n'),
  ],
  ['blanks', (rows) => rows.map((row) => row.join('  ')).join('\n')],
  ['one cell a line', (rows) => rows.flat().join('\n')],
]

describe('a table of what was and what is to be', () => {
  it.each(drawn)('is read row by row, drawn with %s', (_, draw) => {
    const text = `项目调整表\n${draw(tabs)}\n`
    const { terms, removes, changes, shown: left } = readAmendment(text)
    expect(terms.map(({ name, kind, value }) => [name, kind, text.slice(value.start, value.end)])).toEqual([
      ['甲溪大桥', 'due', '2026年底建成'],
      ['丙山堤防', 'lead', '区财政局'],
    ])
    expect(removes).toEqual(['戊岭水厂'])
    expect(
      changes.filter(({ shownBy }) => shownBy === 'nothing').map(({ words }) => words.slice(-20)),
    ).toEqual([expect.stringContaining('规模8万吨')])
    expect(left).not.toContain('水厂')
  })

  it.each(drawn)('gives indicators their new numbers, drawn with %s', (_, draw) => {
    const text = draw([
      ['序号', '指标名称', '单位', '2025年原目标值', '2025年调整后目标值'],
      ['1', '城镇化率', '%', '60', '62'],
      ['2', '自来水普及率', '%', '90', '92'],
    ])
    expect(readAmendment(text).terms).toMatchObject([
      { name: '城镇化率', kind: 'value', unit: '%', year: 2025, type: 'Indicator' },
      { name: '自来水普及率', kind: 'value', unit: '%', year: 2025 },
    ])
  })

  it('reads several columns of a row, each by its heading', () => {
    const text =
      '序号\t项目名称\t原完成时限\t调整后完成时限\t原牵头单位\t调整后牵头单位\n1\t甲溪大桥\t2025年\t2026年\t区水利局\t不变\n2\t丙山堤防\t2025年\t2027年\t区水利局\t区财政局\n'
    expect(readAmendment(text).terms.map(({ name, kind }) => [name, kind])).toEqual([
      ['甲溪大桥', 'due'],
      ['丙山堤防', 'due'],
      ['丙山堤防', 'lead'],
    ])
  })

  it('reads what is to be done from one column', () => {
    const text =
      '序号\t项目名称\t调整内容\n1\t甲溪大桥\t完成时限由2024年调整为2025年\n2\t乙河大桥\t取消\n3\t丙山大桥\t更名为丙山虹桥\n4\t丁台大桥\t新增\n5\t戊岭大桥\t另行研究\n'
    const { terms, removes, changes } = readAmendment(text)
    expect(terms.map(({ name, kind }) => [name, kind])).toEqual([
      ['甲溪大桥', 'due'],
      ['丙山大桥', 'name'],
      ['丁台大桥', 'added'],
    ])
    expect(removes).toEqual(['乙河大桥'])
    expect(changes.find(({ shownBy }) => shownBy === 'nothing')?.words).toContain('戊岭大桥')
  })

  it('takes from a column what both others tell', () => {
    const text =
      '序号\t项目名称\t调整事项\t调整前\t调整后\n1\t甲溪大桥\t完成时限\t2025年\t2026年\n2\t乙河堤防\t责任单位\t区水利局\t区财政局\n3\t丙山水厂\t建设规模\t5万吨\t8万吨\n'
    const { terms, changes } = readAmendment(text)
    expect(terms.map(({ name, kind }) => [name, kind])).toEqual([
      ['甲溪大桥', 'due'],
      ['乙河堤防', 'lead'],
    ])
    expect(changes.filter(({ shownBy }) => shownBy === 'nothing').map(({ words }) => words)).toEqual([
      '3 丙山水厂 建设规模 5万吨 8万吨',
    ])
  })

  it.each([
    '序号\t项目名称\t责任单位\t\t完成时限\t\n\t\t调整前\t调整后\t调整前\t调整后\n1\t甲溪水厂\t区水利局\t区财政局\t2024年\t2025年\n',
    '| 序号 | 项目名称 | 责任单位 | | 完成时限 | |\n|---|---|---|---|---|---|\n| | | 调整前 | 调整后 | 调整前 | 调整后 |\n| 1 | 甲溪水厂 | 区水利局 | 区财政局 | 2024年 | 2025年 |\n',
  ])('reads headings of two rows: %s', (text) => {
    expect(
      readAmendment(text).terms.map(({ kind, value }) => [kind, text.slice(value.start, value.end)]),
    ).toEqual([
      ['lead', '区财政局'],
      ['due', '2025年'],
    ])
  })

  it('lists rows of which nobody can tell what they are about', () => {
    const text = '标段\t调整前\t调整后\n一标\t2024年\t2025年\n二标\t2024年\t2026年\n'
    const { terms, changes, shown: left } = readAmendment(text)
    expect(terms).toEqual([])
    expect(changes).toHaveLength(2)
    expect(left.trim()).toBe('')
  })

  it('takes away what it names in marks of quotation, by name or by its words', () => {
    expect(readAmendment('取消“甲溪水厂”“乙河水库扩建工程”2个项目。')).toMatchObject({
      removes: ['甲溪水厂'],
      replaces: ['乙河水库扩建工程'],
    })
  })

  it('leaves a row that has lost a cell to be looked at', () => {
    const text =
      '序号 项目名称 调整前 调整后 备注\n1 甲溪大桥 2024年底 2025年底 用地\n2 乙河大桥 2025年底\n3 丙山大桥 2024年底 2026年底 用地\n'
    const { terms } = readAmendment(text)
    expect(terms.map(({ name }) => name)).not.toContain('乙河大桥')
  })
})

describe('a title that amends', () => {
  it.each([
    ['甲县人民政府关于增补和调整《甲县水利规划》部分内容的通知', ['甲县水利规划']],
    ['关于调整个别项目的通知\n\n《甲县水利规划》已实施两年。', ['甲县水利规划']],
    ['《甲县水利规划》修改单', ['甲县水利规划']],
    ['关于取消甲溪水厂等3个项目的决定', []],
    ['甲縣人民政府關於調整《甲縣水利規劃》部分內容的通知', ['甲县水利规划']],
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
