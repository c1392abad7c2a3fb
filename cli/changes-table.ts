/** Changes of a plan as people read them: a table with both quotes side by side, and counts. */
import type { Change } from '../graph/diff/change.ts'
import { heading, labelled } from './labels.ts'
import { drawTable } from './table.ts'

/** A kind of change in Chinese and English. */
export const nameOf = (kind: string): string => labelled('change', kind)
export const shown = (value: Change['old']): string => (value === null ? '–' : String(value))
const quoted = (quote: string | null, section: string | null): string =>
  quote === null ? '–' : `${quote}\n（${section}）`

const COLUMNS = ['change', 'subject', 'old', 'new', 'oldQuote', 'newQuote'] as const

/** One row a change. */
export const drawChanges = (changes: readonly Change[], room: number): string =>
  drawTable(
    [
      COLUMNS.map(heading),
      ...changes.map((change) => [
        nameOf(change.kind),
        change.place === null ? change.subject : `${change.subject}（${change.place}）`,
        shown(change.old),
        shown(change.new),
        quoted(change.oldQuote, change.oldSection),
        quoted(change.newQuote, change.newSection),
      ]),
    ],
    room,
  )

/** How many of each kind, in the order in which they first come. */
export const counted = (changes: readonly Change[]): string => {
  const counts = new Map<string, number>()
  for (const { kind } of changes) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return (
    [...counts].map(([kind, count]) => `${nameOf(kind)} ${count}`).join('；') || '没有改动 nothing changed'
  )
}

/** Heads what is listed apart: a fault of the reader, never a change of the plan. */
export const FAULTS =
  '仍在新文本中、但没有读懂（规图的错，不是规划的改动） still in the text, but not understood:'
