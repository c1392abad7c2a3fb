import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leavesOf, structure } from '../../pipeline/document/structure.ts'
import type { PlanDocument, Section } from '../../pipeline/records.ts'
import { documentOf, outline, readPlan } from './trees.ts'

const rebuilt = ({ text }: PlanDocument, root: Section): string =>
  leavesOf(root)
    .map(({ span }) => text.slice(span.start, span.end))
    .join('')

const PLANS = join(import.meta.dirname, '../../../shared')
const realTexts = ['plans', 'reports']
  .map((folder) => join(PLANS, folder))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => /\.(?:txt|md)$/.test(path))
const corpus = join(import.meta.dirname, '../../corpus/kaizhou/plan.txt')

/** Pieces that plans are made of, and some that they are not. */
const piece = fc.constantFrom(
  '第一章 总体要求',
  '第二节　目标',
  '一、重点任务',
  '（一）供水',
  '1.甲溪水厂',
  '专栏1 项目',
  '附件1',
  '抄送：甲局',
  '序号',
  '指标',
  '1',
  '2',
  '3',
  '\t',
  '\t甲',
  '| 甲 | 乙 |',
  '|---|---|',
  '# 甲',
  '> 乙',
  '- 丙',
  '**丁**',
  '---',
  '```',
  '~~',
  '5~10万人',
  '。',
  '；',
  '到2025年，建成。',
  '“',
  '《',
  '（',
  ' ',
  '　',
  '𬒈',
  '\u0000',
  '<br>',
  '&amp;',
  '[a](b)',
  '第三章',
  '完成值',
)
const oddText = fc
  .array(
    fc.oneof({ weight: 6, arbitrary: piece }, { weight: 3, arbitrary: fc.constant('\n') }, fc.string()),
    { maxLength: 60 },
  )
  .map((all) => all.join(''))

describe('the tree of a document', () => {
  it.each(['txt', 'md'] as const)('loses no character of any %s', (format) => {
    fc.assert(
      fc.property(oddText, (text) => {
        const document: PlanDocument = { ...documentOf('甲'), text: text.replace(/\r\n?/g, '\n'), format }
        const root = structure(document)
        expect(rebuilt(document, root)).toBe(document.text)
      }),
      { numRuns: 300 },
    )
  })

  it.skipIf(realTexts.length === 0)(
    'loses no character of any real plan or report',
    () => {
      for (const path of realTexts) {
        const document = readPlan(path)
        expect(rebuilt(document, structure(document)), path).toBe(document.text)
      }
    },
    120_000,
  )

  it.skipIf(!existsSync(corpus))(
    'loses no character of the plan in the corpus, nor of one scraped to a single line',
    () => {
      const document = readPlan(corpus)
      const single = { ...document, text: document.text.replace(/\s+/g, ' ') }
      for (const one of [document, single]) expect(rebuilt(one, structure(one))).toBe(one.text)
    },
  )

  it.skipIf(!existsSync(corpus))(
    'reads the same chapters and sections from a plan and from its single line',
    () => {
      const headings = (section: Section): readonly string[] => [
        ...(section.kind === 'chapter' || section.kind === 'section' || section.kind === 'box'
          ? [`${section.number} ${section.title}`]
          : []),
        ...section.children.flatMap(headings),
      ]
      const document = readPlan(corpus)
      const single = { ...document, text: document.text.replace(/\s+/g, ' ') }
      const numbered = (all: readonly string[]): readonly string[] =>
        all.filter((line) => line.startsWith('第') || line.startsWith('专栏'))
      expect(numbered(headings(structure(single)))).toEqual(numbered(headings(structure(document))))
    },
  )

  it('nests parts, chapters, sections and numbered headings', () => {
    expect(
      outline(
        '第一章 总体要求\n第一节 目标\n一、供水\n（一）水源\n建设水库。\n第二节 任务\n第二章 保障\n加强领导。\n',
      ),
    ).toEqual([
      'chapter 第一章«总体要求»',
      '  paragraph: 第一章⏎总体要求',
      '  section 第一节«目标»',
      '    paragraph: 第一节⏎目标',
      '    section 一、«供水»',
      '      paragraph: 一、供水',
      '      section （一）«水源»',
      '        paragraph: （一）水源',
      '        paragraph: 建设水库。',
      '  section 第二节«任务»',
      '    paragraph: 第二节⏎任务',
      'chapter 第二章«保障»',
      '  paragraph: 第二章⏎保障',
      '  paragraph: 加强领导。',
    ])
  })

  it('reads Markdown headings and tables', () => {
    expect(
      outline(
        '## 第一篇　新征程\n\n### 第一章　环境\n\n| 指标 | 2025年 |\n|---|---|\n| 城镇化率 | 65 |\n',
        'a.md',
      ),
    ).toEqual([
      'part 第一篇«新征程»',
      '  paragraph: ##⏎第一篇　新征程'.replace('　', '⏎'),
      '  chapter 第一章«环境»',
      '    paragraph: ###⏎第一章⏎环境',
      '    table «»',
      '      row: 指标|2025年',
      '      row: 城镇化率|65',
    ])
  })

  it('opens a section where text runs on behind its title', () => {
    expect(outline('1.开展收储出让。条件适宜的地块由甲局收储。\n再一段。\n')).toEqual([
      'section 1.«开展收储出让»',
      '  paragraph: 1.开展收储出让。',
      '  paragraph: 条件适宜的地块由甲局收储。',
      '  paragraph: 再一段。',
    ])
  })

  it('keeps numbered lines on end as items of a list', () => {
    expect(outline('（一）项目\n1.甲溪水厂\n2.乙河水厂\n')).toEqual([
      'section （一）«项目»',
      '  paragraph: （一）项目',
      '  paragraph: 1.甲溪水厂',
      '  paragraph: 2.乙河水厂',
    ])
  })

  it.each([
    ['甲溪镇。位于江里示范区，发展农业。', '甲溪镇'],
    ['基础设施：新建甲溪水厂。', '基础设施'],
  ])('gives a paragraph the title that it begins with: %s', (text, title) => {
    expect(structure(documentOf(text)).children[0]).toMatchObject({
      kind: 'paragraph',
      title,
      titleSpan: { start: 0, end: title.length },
    })
  })

  it.each([
    '第三章明确，到2025年建成水库。',
    '到2025年，1.5万人受益。',
    '3.5亿元用于建设。',
    '专栏1所列项目由甲局负责。',
  ])('takes a sentence that begins like a heading for a sentence: %s', (text) => {
    expect(outline(`${text}\n`)).toEqual([`paragraph: ${text}`])
  })

  it('ends a box at the next heading, or where two blank lines set it apart', () => {
    expect(
      outline('第一节 目标\n专栏1 水厂\n\n新建甲溪水厂。\n\n\n到2035年，全面建成。\n第二节 任务\n'),
    ).toEqual([
      'section 第一节«目标»',
      '  paragraph: 第一节⏎目标',
      '  box 专栏1«水厂»',
      '    paragraph: 专栏1⏎水厂',
      '    paragraph: 新建甲溪水厂。',
      '  paragraph: 到2035年，全面建成。',
      'section 第二节«任务»',
      '  paragraph: 第二节⏎任务',
    ])
  })

  it('takes headings out of the line they were run into', () => {
    expect(outline('取得成效。第二节 面临形势 当前，机遇增多。第三节 总体思路 坚持绿色发展。\n')).toEqual([
      'paragraph: 取得成效。',
      'section 第二节«面临形势»',
      '  paragraph: 第二节⏎面临形势',
      '  paragraph: 当前，机遇增多。',
      'section 第三节«总体思路»',
      '  paragraph: 第三节⏎总体思路',
      '  paragraph: 坚持绿色发展。',
    ])
  })

  it('sets the closing notice apart', () => {
    expect(outline('第一节 保障\n加强领导。\n抄送：区委办公室，区监委，\n区法院。\n').slice(-2)).toEqual([
      'notice: 抄送：区委办公室，区监委，',
      'notice: 区法院。',
    ])
  })
})

describe('a table of contents', () => {
  const body = '第一章 总体要求\n第一节 目标\n建成水库。\n第二节 任务\n开工水厂。\n第二章 保障\n加强领导。\n'

  it.each([
    ['under its title', '目  录\n第一章 总体要求\n第一节 目标\n第二节 任务\n第二章 保障\n'],
    ['with page numbers', '目录\n第一章 总体要求……1\n第一节 目标……1\n第二节 任务……2\n第二章 保障……3\n'],
  ])('%s is set apart and opens no section', (_name, contents) => {
    const sections = (text: string): readonly string[] => outline(text).filter((line) => line.includes('«'))
    expect(sections(contents + body)).toEqual(sections(body))
  })
})
