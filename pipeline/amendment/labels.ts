/** “甲溪水库完成时限”, “乙河堤防工程的牵头单位”: the thing, and what of it is told. */

export type Label = {
  /** The thing's name. */
  readonly name: string
  readonly kind: 'due' | 'lead' | 'support'
  /** Where the name stands, and where the label begins and ends. */
  readonly at: number
  readonly start: number
  readonly end: number
}

const DUE = /(?:完成|完工|竣工|建成|投用|建设|实施)(?:时限|时间|期限|工期|节点)$/
const DUTY = /(牵头|责任|主管|配合|参与|协助)(?:单位|部门|主体)$/
const SUPPORT = /配合|参与|协助/

/** The label that a text ends with; undefined where it ends with none, or names nothing before it. */
export const labelBefore = (text: string): Label | undefined => {
  const trimmed = text.trimEnd()
  const due = DUE.exec(trimmed)
  const duty = DUTY.exec(trimmed)
  const found = due ?? duty
  if (!found) return undefined
  const before = trimmed.slice(0, found.index)
  const name = before
    .replace(/^\s*[将把]/, '')
    .replace(/的$/, '')
    .trim()
  if (name.length < 2) return undefined
  const kind = due ? 'due' : SUPPORT.test(duty?.[1] ?? '') ? 'support' : 'lead'
  return { name, kind, at: before.indexOf(name), start: found.index, end: trimmed.length }
}
