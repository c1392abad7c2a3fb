/** Reads the inside of a duty note into the bodies it names and what each is to do. */
import type { Span } from '../../records.ts'
import type { DutyWords, LabelRole, Role } from './duty-words.ts'

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

/** `clause`: it stands after a comma or stronger, not after 、. */
type Piece = { readonly start: number; readonly text: string; readonly clause?: boolean }
type Group = { readonly role: LabelRole | undefined; readonly start: number; readonly text: string }

const OPEN = '（(〔[【《“'
const CLOSE = '）)〕]】》”'
const SEPARATORS = '、，,；;。\n\t /|　'
/** Before 和, 与, 及 a name must be complete: 发展 in 发展和改革委 is not. */
const COMPLETE =
  /(?:局|委|办|厅|部|社|会|联|院|队|心|司|处|室|所|站|团|校|行|街|镇|乡|县|区|市|州|府|组|门|位|企|协|党|中|工会|公司|集团|街道|管委)$/
const CONJUNCTION = /以及|和|与|及|会同|联合/g
const TAIL = /(?:等(?:相关|有关)?(?:部门|单位|部门和单位|有关部门|有关单位|部门单位)?|等)$/
/** Parts of a note that speak of the note itself: 列第一位者为牵头单位, 下同, 以下均需…落实，不再列出. */
const ABOUT_NOTE = /第一位|第一个|首位|下同|不再列|^以下|为牵头|^详见|^见附件/
const HEADLESS = /^(?:由|并由|各自?按|按照?(?:各自)?职责(?:分工)?|其他|其它)/

/** 各乡镇、街道 is one class of bodies, not two. */
const isOneClass = (before: string, after: string): boolean =>
  /各(?:乡镇|镇|镇乡|乡（镇）)(?:人民政府)?$/.test(before) &&
  /^、街道(?:办事处)?(?![\u4e00-\u9fa5])/.test(after)

/** Cuts a text at separators outside brackets. */
const cut = (text: string, separators: string): readonly Piece[] => {
  const pieces: Piece[] = []
  let depth = 0
  let start = 0
  let clause = true
  for (let i = 0; i <= text.length; i += 1) {
    const character = text[i] ?? ''
    if (character !== '' && OPEN.includes(character)) depth += 1
    if (character !== '' && CLOSE.includes(character)) depth = Math.max(0, depth - 1)
    const inside = depth > 0 || !separators.includes(character)
    if (i < text.length && (inside || isOneClass(text.slice(start, i), text.slice(i)))) continue
    if (i > start) pieces.push({ start, text: text.slice(start, i), clause })
    clause = clause && i === start ? clause : !'、 　|/'.includes(character)
    start = i + 1
  }
  return pieces
}

type Joined = Piece & { readonly joined?: Role }

/** Cuts 甲局和乙局 in two, but not 住房和城乡建设局; the body after 会同 supports. */
const cutConjunctions = ({ start, text, joined }: Joined): readonly Joined[] => {
  for (const match of text.matchAll(CONJUNCTION)) {
    const left = text.slice(0, match.index)
    const right = text.slice(match.index + match[0].length)
    if (left.length >= 2 && right.length >= 2 && COMPLETE.test(left) && !/^单位|^部门|^个人/.test(right))
      return [
        { start, text: left, ...(joined ? { joined } : {}) },
        ...cutConjunctions({
          start: start + match.index + match[0].length,
          text: right,
          ...(match[0].length === 2 && match[0] !== '以及'
            ? { joined: 'support' as const }
            : joined
              ? { joined }
              : {}),
        }),
      ]
  }
  return [{ start, text, ...(joined ? { joined } : {}) }]
}

const trimmed = ({ start, text }: Piece): Piece | undefined => {
  const lead = /^[\s*]+/.exec(text)?.[0].length ?? 0
  let body = text.slice(lead).replace(/[\s*]+$/, '')
  let at = start + lead
  const headless = HEADLESS.exec(body)?.[0].length ?? 0
  at += headless
  body = body.slice(headless)
  const bare = body.replace(TAIL, '')
  if (ABOUT_NOTE.test(bare)) return undefined
  return /[\u4e00-\u9fa5]{2}/.test(bare) && bare.length <= 32 ? { start: at, text: bare } : undefined
}

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
  for (const piece of cut(group.text, SEPARATORS)) {
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
  return labels.map((match, index) => {
    const start = match.index + match[0].length
    return {
      role: words.roleOfLabel(match[1] ?? ''),
      start,
      text: text.slice(start, labels[index + 1]?.index ?? text.length),
    }
  })
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
