/** Counts of hits and errors per kind, and precision, recall and F1 from them. */

export type Count = { tp: number; fp: number; fn: number }
export type Row = Count & { readonly precision: number; readonly recall: number; readonly f1: number }

export const ENTITY_KINDS = ['Place', 'Project', 'Indicator', 'Department', 'Deadline', 'Document']
export const RELATION_KINDS = ['SPATIAL', 'PART_OF', 'DUE', 'RESPONSIBLE_FOR']
export const ALL_KINDS = [...ENTITY_KINDS, ...RELATION_KINDS, 'Target']

/** A mutable score sheet; local to one run of the scorer. */
export class Tally {
  readonly counts = new Map<string, Count>()
  readonly errors = new Map<string, string[]>()
  phaseRight = 0
  phaseAll = 0

  add(kind: string, field: keyof Count): void {
    const count = this.counts.get(kind) ?? { tp: 0, fp: 0, fn: 0 }
    count[field] += 1
    this.counts.set(kind, count)
  }

  error(kind: string, what: string): void {
    const list = this.errors.get(kind)
    if (list) list.push(what)
    else this.errors.set(kind, [what])
  }

  /** The micro average over some kinds. */
  micro(kinds: readonly string[]): Row {
    const sum = { tp: 0, fp: 0, fn: 0 }
    for (const kind of kinds) {
      const count = this.counts.get(kind)
      if (!count) continue
      sum.tp += count.tp
      sum.fp += count.fp
      sum.fn += count.fn
    }
    return toRow(sum)
  }

  get phaseAccuracy(): number | null {
    return this.phaseAll > 0 ? this.phaseRight / this.phaseAll : null
  }
}

export const toRow = ({ tp, fp, fn }: Count): Row => {
  const precision = tp / (tp + fp) || 0
  const recall = tp / (tp + fn) || 0
  return { tp, fp, fn, precision, recall, f1: (2 * precision * recall) / (precision + recall) || 0 }
}
