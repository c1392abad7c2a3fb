import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseCorrections } from '../../cli/ingest/corrections.ts'

const HEAD = 'decision\ttype\tsubject\tpredicate\tobject\trole\tauthor\tdate\treason'
const row = (...cells: readonly string[]): string => cells.join('\t')
const by = ['张三', '2026-03-01', '同一工程'] as const
const MERGE = row('merge', '', '甲溪水库', '', '甲溪水库二库', '', ...by)
const parse = (...rows: readonly string[]) => parseCorrections([HEAD, ...rows].join('\n'))

describe('a table of corrections', () => {
  it.each<[string, string]>([
    ['as written by hand', [HEAD, MERGE].join('\n')],
    ['with a byte of comment and blank lines', ['# 更正', '', HEAD, '', MERGE, ''].join('\n')],
    ['with the line ends of Windows', [HEAD, MERGE, ''].join('\r\n')],
    ['with a date as a spreadsheet rewrites it', [HEAD, MERGE.replace('2026-03-01', '2026/3/1')].join('\n')],
    ['with quoted cells', [HEAD, MERGE.replace('甲溪水库二库', '"甲溪水库二库"')].join('\n')],
    [
      'without the columns that it does not use',
      [
        'decision\tsubject\tobject\tauthor\tdate\treason',
        row('merge', '甲溪水库', '甲溪水库二库', ...by),
      ].join('\n'),
    ],
    [
      'in Chinese',
      ['决定\t主体\t客体\t作者\t日期\t理由', row('合并', '甲溪水库', '甲溪水库二库', ...by)].join('\n'),
    ],
  ])('%s gives its decision', (_, content) => {
    expect(parseCorrections(content)).toEqual({
      corrections: [
        {
          decision: 'merge',
          subject: '甲溪水库',
          object: '甲溪水库二库',
          author: '张三',
          date: '2026-03-01',
          reason: '同一工程',
        },
      ],
      faults: [],
    })
  })

  it('reads what a rejection and a department need', () => {
    const { corrections, faults } = parse(
      row('否定陈述', '项目', '甲溪水库', '服务', '乙河镇', '', ...by),
      row('set-department', '', '疏浚"乙河"河道', '', '县水务局', '配合', ...by),
    )
    expect(faults).toEqual([])
    expect(corrections).toMatchObject([
      { decision: 'reject-statement', type: 'Project', predicate: 'SERVES' },
      { decision: 'set-department', subject: '疏浚"乙河"河道', role: 'support' },
    ])
  })

  it('says nothing where it holds nothing', () => {
    expect(parseCorrections('')).toEqual({ corrections: [], faults: [] })
    expect(parse()).toEqual({ corrections: [], faults: [] })
  })

  it.each<[string, string, RegExp]>([
    ['an unknown decision', row('unite', '', '甲', '', '乙', '', ...by), /^第 2 行：不认识的决定“unite”/],
    [
      'no reason',
      row('merge', '', '甲', '', '乙', '', '张三', '2026-03-01', ''),
      /^第 2 行：reason 没有填写/,
    ],
    [
      'a day that is none',
      row('merge', '', '甲', '', '乙', '', '张三', '2026-02-30', '因'),
      /^第 2 行：日期“2026-02-30”/,
    ],
    ['an unknown type', row('merge', '桥梁', '甲', '', '乙', '', ...by), /类型“桥梁”/],
    ['an unknown predicate', row('reject-statement', '', '甲', 'HELPS', '乙', '', ...by), /关系“HELPS”/],
    [
      'a rejection without its predicate',
      row('reject-statement', '', '甲', '', '乙', '', ...by),
      /写明 predicate/,
    ],
    [
      'a predicate that is not used',
      row('rename', '', '甲', 'SERVES', '乙', '', ...by),
      /rename 不用 predicate/,
    ],
    ['a role that is not used', row('rename', '', '甲', '', '乙', 'lead', ...by), /rename 不用 role/],
    ['one name for both', row('merge', '', '甲', '', '甲', '', ...by), /相同/],
  ])('tells %s with its line', (_, line, expected) => {
    const { corrections, faults } = parse(line)
    expect(corrections).toEqual([])
    expect(faults).toEqual([expect.stringMatching(expected)])
  })

  it.each<[string, string, RegExp]>([
    ['the same twice', MERGE, /^第 3 行：与第 2 行重复/],
    [
      'two names apart that are merged',
      row('keep-apart', '', '甲溪水库二库', '', '甲溪水库', '', ...by),
      /^第 3 行：与第 2 行矛盾/,
    ],
    ['a merge the other way round', row('merge', '', '甲溪水库二库', '', '甲溪水库', '', ...by), /矛盾/],
  ])('tells %s', (_, line, expected) => {
    expect(parse(MERGE, line).faults).toEqual([expect.stringMatching(expected)])
  })

  it('tells columns that are missing or unknown', () => {
    expect(parseCorrections('decision,subject\n').faults[0]).toMatch(/^第 1 行：不认识的列“decision,subject”/)
    expect(parseCorrections('decision,subject\n').faults.join()).toMatch(/TAB/)
  })
})

it('that lies in the corpus as an example has no fault', () => {
  const path = new URL('../../corpus/corrections-example.tsv', import.meta.url)
  const { corrections, faults } = parseCorrections(readFileSync(path, 'utf8'))
  expect(faults).toEqual([])
  expect(new Set(corrections.map(({ decision }) => decision)).size).toBe(5)
})
