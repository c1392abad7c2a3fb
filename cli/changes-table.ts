/** Changes of a plan as people read them: a table with both quotes side by side, and counts. */
import type { Change } from '../graph/diff/change.ts'
import { heading, labelled } from './labels.ts'
import { drawTable } from './table.ts'

/** A kind of change in Chinese and English. */
export const nameOf = (kind: string): string => labelled('change', kind)

/** Columns of labels.tsv that say a kind's values in Chinese. */
const VALUES: Partial<Readonly<Record<Change['kind'], string>>> = {
  phase_advanced: 'phase',
  phase_slipped: 'phase',
  comparator: 'comparator',
}

/** A value as people read it: 开工 start, 不低于 >=, 区水利局：牵头 lead; – where there is none. */
export const shown = (kind: Change['kind'], value: Change['old']): string => {
  if (value === null) return '–'
  if (kind === 'role_changed') return String(value).replace(/[a-z]+$/, (role) => labelled('role', role))
  return labelled(VALUES[kind] ?? '', String(value))
}

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
        shown(change.kind, change.old),
        shown(change.kind, change.new),
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

/** The counts of what changed, and beside them how much of the old text was not understood in the new one. */
export const summary = (real: readonly Change[], faults: readonly Change[]): string =>
  faults.length === 0
    ? counted(real)
    : `${counted(real)}；另有 ${faults.length} 处原句仍在、没有读懂（不是规划的改动） and ${faults.length} still in the text but not understood`

/** Heads what is listed apart: a fault of the reader, never a change of the plan. */
export const FAULTS =
  '仍在新文本中、但没有读懂（规图的错，不是规划的改动） still in the text, but not understood:'
