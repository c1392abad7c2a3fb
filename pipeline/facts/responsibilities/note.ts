/** A duty note as found. */
import type { Span } from '../../records.ts'
import type { Unit } from './units.ts'

export type DutyNote = {
  /** The note with its brackets or labels; for a column, the cell. */
  readonly span: Span
  /** Index of the block it stands in. */
  readonly block: number
  readonly form: 'labelled' | 'bracket' | 'column' | 'subject'
  readonly units: readonly Unit[]
  /** For a column, the cell that says what is to be done; for a subject, what stands behind its colon. */
  readonly task?: Span
  /** The cell is merged downwards: the bodies stand in a row above that of the task. */
  readonly merged?: true
  /** The note says of all notes from here on that the body named first leads. */
  readonly firstLeads: boolean
  /** A body that answers for everything from here on, without being named again. */
  readonly standing?: Span
}

/** A note with a task of its own: it joins no other and governs nothing else. */
export const isPlaced = ({ form }: Pick<DutyNote, 'form'>): boolean => form === 'column' || form === 'subject'

/** 列第一位者为牵头单位, 第一个为牵头单位. */
export const FIRST_LEADS =
  /(?:第一|首)(?:位|个|名)?(?:者|的)?(?:单位|部门|责任单位)?(?:的)?(?:为|是)(?:总)?牵头/
