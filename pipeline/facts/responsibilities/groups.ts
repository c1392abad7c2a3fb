/** Duty notes that stand together: 牵头单位 and 责任单位 on lines below one another. */
import type { DutyWords } from './duty-words.ts'
import { isPlaced } from './note.ts'
import type { DutyNote } from './notes.ts'
import type { Unit } from './units.ts'

export type Group = {
  readonly notes: readonly DutyNote[]
  readonly first: DutyNote
  readonly last: DutyNote
}

const SPACE = /^[\s\p{P}]*/u

/** A date, or a name or two: what stands after 完成时限： or 责任领导：. */
export const ASIDE =
  /^(?:[\d年月日底前后至到—~～.\-长期持续推进全年每季度上下旬半内、\s]{2,30}|[\u4e00-\u9fa5、 ]{2,9})[。；;，,]?\s*$/

/** Nothing between two notes but marks, or a label that names no body with its few words. */
export const isGap = (between: string, words: DutyWords): boolean => {
  const bare = between.replace(SPACE, '')
  if (bare === '') return true
  const label = words.opensLabel.exec(bare)
  if (label === null || words.roleOfLabel(label[1] ?? '') !== 'none') return false
  return ASIDE.test(bare.slice(label[0].length))
}

export const groupsOf = (notes: readonly DutyNote[], text: string, words: DutyWords): readonly Group[] => {
  const groups: DutyNote[][] = []
  for (const note of notes) {
    const open = groups[groups.length - 1]
    const last = open?.[open.length - 1]
    const joins =
      last && !isPlaced(last) && !isPlaced(note) && isGap(text.slice(last.span.end, note.span.start), words)
    if (open && joins) open.push(note)
    else groups.push([note])
  }
  return groups.map((members) => ({
    notes: members,
    first: members[0] as DutyNote,
    last: members[members.length - 1] as DutyNote,
  }))
}

/** 责任单位 supports when a note beside it names a 牵头单位. */
export const unitsOf = ({ notes }: Group): readonly Unit[] => {
  const units = notes.flatMap((note) => note.units)
  const hasLead = units.some((unit) => unit.role === 'lead' && !unit.open)
  return hasLead ? units.map((unit) => (unit.open ? { ...unit, role: 'support' as const } : unit)) : units
}
