/** Reads the inside of a duty note into the bodies it names and what each is to do. */
import type { Span } from '../../records.ts'
import type { DutyWords, LabelRole, Role } from './duty-words.ts'
import { cut, cutConjunctions, type Piece, trimmed } from './list-pieces.ts'

/**
 * A body as the note writes it; the span counts from the start of the text given. `open`: only 责任单位 says so,
 * so that a 牵头单位 in a note beside this one makes it a support.
 */
export type Unit = { readonly span: Span; readonly role: Role; readonly open?: true }

/** What was read: the bodies, and how they were introduced. */
export type NoteContent = {
  readonly units: readonly Unit[]
  readonly labelled: boolean
  readonly verbs: boolean
}

type Group = { readonly role: LabelRole | undefined; readonly start: number; readonly text: string }

/** 甲局（牵头）: the role in brackets after a name. */
const MARKED = /^(.*?)[（(](牵头|主责|主办|配合|参与|协助|协办)(?:单位|部门)?[）)]$/s

type Open = { readonly piece: Piece; role: Role | undefined }

const readGroup = (group: Group, words: DutyWords): { units: readonly Open[]; verbs: boolean } => {
  const units: Open[] = []
  let verbs = false
  let lastRole: Role | undefined
  let joined: Role | undefined
  let clauseAt = 0
  const pending = () => units.filter((unit) => unit.role === undefined)
  for (const piece of cut(group.text)) {
    const joiner = words.joiner.exec(piece.text)
    if (joiner) joined = 'support'
    if (piece.clause) clauseAt = units.length
    const rest = joiner
      ? { start: piece.start + joiner[0].length, text: piece.text.slice(joiner[0].length) }
      : piece
    const marked = MARKED.exec(rest.text.trim())
    if (marked) {
      const own = trimmed({ start: rest.start + rest.text.indexOf(marked[1] ?? ''), text: marked[1] ?? '' })
      if (own) units.push({ piece: own, role: words.roleOfVerb(marked[2] ?? '') })
      lastRole = words.roleOfVerb(marked[2] ?? '')
      verbs = true
      continue
    }
    const closing = words.endsVerb.exec(rest.text.replace(/\s+$/, ''))
    const role = closing ? words.roleOfVerb(closing[2] ?? '') : undefined
    const body = closing ? { start: rest.start, text: closing[1] ?? '' } : rest
    for (const part of cutConjunctions(body)) {
      const own = trimmed(part)
      if (own) units.push({ piece: own, role: part.joined ?? joined })
    }
    if (role === undefined) continue
    // 甲局，乙局配合: only 乙局 supports. 甲局，乙局负责: both lead.
    const subjects = role === 'support' ? units.slice(clauseAt).filter((unit) => !unit.role) : pending()
    for (const unit of subjects) unit.role = role
    verbs = true
    lastRole = role
    joined = undefined
  }
  for (const unit of pending()) if (lastRole === 'lead') unit.role = 'support'
  return { units, verbs }
}

const groupsOf = (text: string, words: DutyWords): readonly Group[] => {
  const labels = [...text.matchAll(words.label)]
  if (labels.length === 0) return [{ role: undefined, start: 0, text }]
  // 甲局牵头，乙局配合，完成时限：12月底: what stands before the first label is a group of its own.
  const before = text.slice(0, labels[0]?.index ?? 0)
  const opening = /[\u4e00-\u9fa5]/.test(before) ? [{ role: undefined, start: 0, text: before }] : []
  const labelled = labels.map((match, index) => {
    const start = match.index + match[0].length
    return {
      role: words.roleOfLabel(match[1] ?? ''),
      start,
      text: text.slice(start, labels[index + 1]?.index ?? text.length),
    }
  })
  return [...opening, ...labelled]
}

/**
 * Reads “牵头单位：甲局；责任单位：乙局、丙局”, “甲局牵头，乙局、丙局参与”, “甲局、乙局负责” or a bare list.
 * A verb wins over the label; 责任单位 beside 牵头单位 supports; bodies after “甲局牵头，” without a verb support.
 */
export const readUnits = (text: string, words: DutyWords): NoteContent => {
  const groups = groupsOf(text, words)
  const read = groups.map((group) => ({ group, ...readGroup(group, words) }))
  const hasLead = read.some(({ group, units }) => group.role === 'lead' && units.length > 0)
  const units = read.flatMap(({ group, units: open }) =>
    group.role === 'none'
      ? []
      : open.map(({ piece, role }): Unit => {
          const fallback = group.role === 'support' || (group.role === 'unit' && hasLead) ? 'support' : 'lead'
          const start = group.start + piece.start
          const span = { start, end: start + piece.text.length }
          return {
            span,
            role: role ?? fallback,
            ...(role === undefined && group.role === 'unit' ? { open: true as const } : {}),
          }
        }),
  )
  const onlySupport =
    units.length > 0 &&
    units.every((unit) => unit.role === 'support') &&
    groups.every((group) => group.role !== 'support')
  return {
    units: onlySupport ? units.map((unit) => ({ ...unit, role: 'lead' as const })) : units,
    labelled: groups[0]?.role !== undefined,
    verbs: read.some((group) => group.verbs),
  }
}
