/** Says what other rules, tables or decisions make of an unchanged text, so that nobody takes it for a change of the plan. */
import type { Change } from '../graph/diff/change.ts'
import type { RulesChange, Said } from '../graph/diff/rules-change.ts'
import { counted } from './changes-table.ts'
import { heading, labelled } from './labels.ts'
import { drawTable } from './table.ts'

export const RULES_HEAD =
  '规则变化（规则、词表或人工更正不同，文本未变；以下不是规划的改动） changes of the rules or corrections, the text is the same: not changes of the plan'

/** Rows that a table shows without --full. */
const SHOWN = 20

const SAID = ['subject', 'relation', 'object', 'quote', 'section'] as const

const drawSaid = (title: string, all: readonly Said[], isFull: boolean, room: number): readonly string[] => {
  if (all.length === 0) return []
  const shown = isFull ? all : all.slice(0, SHOWN)
  const rows = shown.map(({ subject, predicate, object, quote, section }) => [
    subject,
    labelled('relation', predicate),
    object,
    quote,
    section,
  ])
  const rest = all.length - shown.length
  return [
    `${title} ${all.length}`,
    drawTable([SAID.map(heading), ...rows], room).trimEnd(),
    ...(rest > 0 ? [`… 另有 ${rest} 条，--full 全部列出 more with --full`] : []),
  ]
}

/** The change of a reading; `changes` are the same two readings compared as two revisions would be. */
export const drawRulesChange = (
  { gained, lost, altered, understood: [before, after] }: RulesChange,
  changes: readonly Change[],
  isFull: boolean,
  room: number,
): string =>
  [
    `新读出陈述 gained ${gained.length} · 不再读出 lost ${lost.length} · 依据或原文范围不同 read otherwise ${altered} · 已理解句子 understood ${before} → ${after}`,
    ...(changes.length === 0 ? [] : [`折合成规划用语 in the plan's terms：${counted(changes)}`]),
    ...drawSaid('新读出 gained', gained, isFull, room),
    ...drawSaid('不再读出（原句仍在文中） lost, the sentence is still there', lost, isFull, room),
  ].join('\n')
