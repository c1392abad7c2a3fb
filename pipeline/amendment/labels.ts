/** “甲溪水库完成时限”, “乙河堤防工程的牵头单位”: the thing, and what of it is told. */

import { placeBefore } from './terms.ts'

export type Label = {
  /** The thing's name; empty where only the label stands there. */
  readonly name: string
  readonly kind: 'due' | 'lead' | 'support' | 'count'
  /** Where the name stands, and where the label begins and ends. */
  readonly at: number
  readonly start: number
  readonly end: number
}

const DUE = /(?:完成|完工|竣工|建成|投用|建设|实施)(?:时限|时间|期限|工期|节点)$/
const DUTY = /(牵头|责任|主管|配合|参与|协助)(?:单位|部门|主体)$/
const COUNT = /(?:建设|新建|改造|实施)?(?:数量|座数|个数)$/
const SUPPORT = /配合|参与|协助/

/** The label that a text ends with, its name empty where nothing stands before it; undefined where it ends with none. */
export const labelBefore = (text: string): Label | undefined => {
  const trimmed = text.trimEnd()
  const due = DUE.exec(trimmed)
  const duty = DUTY.exec(trimmed)
  const count = COUNT.exec(trimmed)
  const found = due ?? duty ?? count
  if (!found) return undefined
  const before = trimmed.slice(0, found.index)
  // A row of a table, or “甲溪水库：完成时限”: the name is what stands last before the label.
  const name =
    before
      .slice(placeBefore(before))
      .replace(/[”"》]?[的：:\s]*$/, '')
      .split(/[\s，,：:“"《]/)
      .at(-1) ?? ''
  const kind = due ? 'due' : count && !duty ? 'count' : SUPPORT.test(duty?.[1] ?? '') ? 'support' : 'lead'
  return { name, kind, at: before.lastIndexOf(name), start: found.index, end: trimmed.length }
}
