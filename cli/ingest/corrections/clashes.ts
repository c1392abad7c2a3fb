/** Rows of corrections.tsv that cannot both hold. */
import type { Correction } from '../../../pipeline/records.ts'

export type Placed = { readonly line: number; readonly correction: Correction }

/** What two rows must not say both: the same thing twice, one name made two, two names both one and two things. */
export const clashesIn = (rows: readonly Placed[]): readonly string[] => {
  const known = new Map<string, Placed>()
  return rows.flatMap((row) => {
    const { decision, type = '', subject, predicate = '', object, role = '' } = row.correction
    const pair = [subject, object].sort().join('\t')
    const key =
      decision === 'rename'
        ? `rename\t${type}\t${subject}`
        : decision === 'merge' || decision === 'keep-apart'
          ? `names\t${pair}`
          : [decision, type, subject, predicate, object, role].join('\t')
    const twin = known.get(key)
    if (!twin) known.set(key, row)
    if (!twin) return []
    const isSame =
      twin.correction.decision === decision &&
      (decision === 'keep-apart' || twin.correction.object === object)
    return [
      isSame
        ? `第 ${row.line} 行：与第 ${twin.line} 行重复 says the same as line ${twin.line}`
        : `第 ${row.line} 行：与第 ${twin.line} 行矛盾 contradicts line ${twin.line}`,
    ]
  })
}
