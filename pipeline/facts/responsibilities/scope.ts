/**
 * Which text a duty note governs: what stands before it in its paragraph, back to the note before; for a note on lines
 * of its own the item above it; for a note in or right under a heading everything below that has no note of its own.
 * Spans are UTF-16 code units into the document's text.
 */
import type { Section, Span } from '../../records.ts'
import { type Block, markerOf } from './blocks.ts'
import type { DutyWords } from './duty-words.ts'
import type { DutyNote, Notes } from './notes.ts'
import type { Unit } from './units.ts'

export type Governed = {
  readonly span: Span
  /** The duty was taken from a heading's note, not from one at the text itself. */
  readonly inherited: boolean
}

export type Duty = {
  /** All notes that stand together. */
  readonly span: Span
  readonly units: readonly Unit[]
  readonly governed: readonly Governed[]
  readonly form: DutyNote['form']
  readonly standing?: Span
}

type Group = {
  readonly notes: readonly DutyNote[]
  readonly first: DutyNote
  readonly last: DutyNote
}

const SPACE = /^[\s\p{P}]*/u
const MARKER_INSIDE =
  /(?<=[。；;）)\s])(?:(?<one>\d{1,3}\s*[.．、](?!\d))|(?<bracket>[（(][一二三四五六七八九十]+[）)])|(?<arabic>[（(]\d{1,3}[）)])|(?<ring>[①-⑳]))/g
const STYLE_OF_GROUP: Readonly<Record<string, string>> = {
  one: '1.',
  bracket: '（一）',
  arabic: '（1）',
  ring: '①',
}
const FARTHEST = 40

/** A piece without item number, label and white space at its edges; undefined when no words are left. */
const trimmed = (text: string, span: Span, words: DutyWords): Span | undefined => {
  let start = span.start
  const marker = markerOf(text.slice(start, span.end))
  if (marker) start += marker.length
  const label = words.opensLabel.exec(text.slice(start, span.end))
  if (label) start += label[0].length
  start += /^[\s。；;，,、*#|]*/.exec(text.slice(start, span.end))?.[0].length ?? 0
  const again = markerOf(text.slice(start, span.end))
  if (again && !marker) start += again.length
  const end = span.end - (/[\s，、,]*$/.exec(text.slice(start, span.end))?.[0].length ?? 0)
  return /[\u4e00-\u9fa5]{2}/.test(text.slice(start, end)) ? { start, end } : undefined
}

/** A date, or a name or two: what stands after 完成时限： or 责任领导：. */
const ASIDE =
  /^(?:[\d年月日底前后至到—~～.\-长期持续推进全年每季度上下旬半内\s]{2,30}|[\u4e00-\u9fa5、 ]{2,9})[。；;，,]?\s*$/

/** Nothing between two notes but marks, or a label that names no body with its few words. */
const isGap = (between: string, words: DutyWords): boolean => {
  const bare = between.replace(SPACE, '')
  if (bare === '') return true
  const label = words.opensLabel.exec(bare)
  if (label === null || words.roleOfLabel(label[1] ?? '') !== 'none') return false
  return ASIDE.test(bare.slice(label[0].length))
}

const groupsOf = (notes: readonly DutyNote[], text: string, words: DutyWords): readonly Group[] => {
  const groups: DutyNote[][] = []
  for (const note of notes) {
    const open = groups[groups.length - 1]
    const last = open?.[open.length - 1]
    const joins =
      last &&
      last.form !== 'column' &&
      note.form !== 'column' &&
      isGap(text.slice(last.span.end, note.span.start), words)
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
const unitsOf = ({ notes }: Group): readonly Unit[] => {
  const units = notes.flatMap((note) => note.units)
  const hasLead = units.some((unit) => unit.role === 'lead' && !unit.open)
  return hasLead ? units.map((unit) => (unit.open ? { ...unit, role: 'support' as const } : unit)) : units
}

/** Of run-in items “1.… 2.…（甲局）3.…” only the one that the next item after the note continues. */
const lastItem = (text: string, span: Span, following: string): Span => {
  const style = markerOf(following)?.style
  if (style === undefined) return span
  const inside = [...text.slice(span.start, span.end).matchAll(MARKER_INSIDE)]
  const same = inside.findLast((match) =>
    Object.entries(match.groups ?? {}).some(
      ([key, value]) => value !== undefined && STYLE_OF_GROUP[key] === style,
    ),
  )
  return same ? { start: span.start + same.index, end: span.end } : span
}

/** The section that a heading block titles. */
const titled = (block: Block): Section | undefined => block.segments[0]?.sections.at(-2)

/** Is everything in the block notes? */
const isNoteOnly = (index: number, { blocks, notes }: Notes, text: string, words: DutyWords): boolean => {
  const block = blocks[index]
  if (!block) return false
  const own = notes.filter((note) => note.block === index && note.form !== 'column')
  if (own.length === 0) return false
  let rest = text.slice(block.span.start, block.span.end)
  for (const note of [...own].reverse())
    rest = rest.slice(0, note.span.start - block.span.start) + rest.slice(note.span.end - block.span.start)
  return isGap(rest, words)
}

const RANKS = ['第一条', '一、', '（一）', '1.', '（1）', '①']
const rankOf = (block: Block): number => RANKS.indexOf(block.marker ?? '')

/** Texts below a heading that have no note of their own, down to the next heading of its rank or the end of its section. */
const below = (heading: Block, after: number, found: Notes): readonly Governed[] => {
  const noted = new Set(found.notes.map((note) => note.block))
  const section = heading.kind === 'heading' ? titled(heading) : undefined
  const rank = rankOf(heading)
  const pieces: Governed[] = []
  for (let index = after + 1; index < found.blocks.length; index += 1) {
    const block = found.blocks[index] as Block
    const leaves = rank < 0 ? !section || !block.segments[0]?.sections.includes(section) : false
    const isNext = rank >= 0 && rankOf(block) >= 0 && rankOf(block) <= rank
    const risesAbove = rank >= 0 && block.kind === 'heading' && rankOf(block) < 0
    if (leaves || isNext || risesAbove) break
    if (block.kind === 'text' && !noted.has(index)) pieces.push({ span: block.span, inherited: true })
  }
  return pieces
}

/** （二）…（牵头单位：甲局） before 4. …: a heading that a note made look like a sentence. */
const isHeadingLike = (block: Block, next: Block | undefined, own: string): boolean =>
  block.kind === 'heading' ||
  (block.marker !== undefined &&
    next?.marker !== undefined &&
    rankOf(block) >= 0 &&
    rankOf(next) > rankOf(block) &&
    own.length <= 40 &&
    !/[。；]/.test(own))

/** Blocks above a note that stands on lines of its own, back to its heading, to another note or to its item's start. */
const above = (
  first: number,
  last: number,
  found: Notes,
): { readonly pieces: readonly Governed[]; readonly heading: Block | undefined } => {
  const noted = new Set(found.notes.map((note) => note.block))
  const style = found.blocks[last + 1]?.marker
  const pieces: Governed[] = []
  for (let index = first - 1; index >= Math.max(0, first - FARTHEST); index -= 1) {
    const block = found.blocks[index] as Block
    if (block.kind === 'heading') return { pieces, heading: block }
    if (block.kind === 'row' || noted.has(index)) break
    pieces.unshift({ span: block.span, inherited: false })
    if (style !== undefined && block.marker === style) break
  }
  return { pieces, heading: undefined }
}

/** Lines of the same item before the one that carries the note: from the numbered line on. */
const sameItem = (index: number, found: Notes): readonly Governed[] => {
  if (found.blocks[index]?.marker !== undefined) return []
  const noted = new Set(found.notes.map((note) => note.block))
  const lines: Governed[] = []
  for (let at = index - 1; at >= Math.max(0, index - 6); at -= 1) {
    const block = found.blocks[at] as Block
    if (block.kind !== 'text' || noted.has(at)) return []
    lines.unshift({ span: block.span, inherited: false })
    if (block.marker !== undefined) return lines
  }
  return []
}

const governedBy = (
  group: Group,
  before: Group | undefined,
  found: Notes,
  text: string,
  words: DutyWords,
): readonly Governed[] => {
  const { first, last } = group
  if (first.form === 'column') return first.task ? [{ span: first.task, inherited: false }] : []
  const block = found.blocks[first.block] as Block
  const start = before && before.last.block === first.block ? before.last.span.end : block.span.start
  const own = { start, end: first.span.start }
  if (
    isHeadingLike(block, found.blocks[last.block + 1], text.slice(own.start, own.end)) &&
    trimmed(text, own, words)
  )
    return [{ span: own, inherited: false }, ...below(block, last.block, found)]
  if (trimmed(text, own, words) && !isNoteOnly(first.block, found, text, words)) {
    const blockEnd = found.blocks[last.block]?.span.end ?? last.span.end
    const span = lastItem(text, own, text.slice(last.span.end, blockEnd).trimStart())
    return [...(start === block.span.start ? sameItem(first.block, found) : []), { span, inherited: false }]
  }
  const { pieces, heading } = above(first.block, last.block, found)
  if (pieces.length > 0 || !heading) return pieces
  const title: Governed = { span: heading.span, inherited: false }
  // “4.开展…。牵头单位：甲局” on one line: the item is its title, and what follows is another matter.
  const isSameLine = !text.slice(heading.span.end, first.span.start).includes('\n')
  return isSameLine ? [title] : [title, ...below(heading, last.block, found)]
}

/** Every note or run of notes with the text it governs, in order. Pieces are trimmed of numbers, labels and space. */
export const dutiesOf = (found: Notes, text: string, words: DutyWords): readonly Duty[] => {
  const groups = groupsOf(found.notes, text, words)
  return groups.map((group, index): Duty => {
    const governed = governedBy(group, groups[index - 1], found, text, words).flatMap((piece) => {
      const span = trimmed(text, piece.span, words)
      return span ? [{ ...piece, span }] : []
    })
    const standing = group.notes.find((note) => note.standing)?.standing
    return {
      span: { start: group.first.span.start, end: group.last.span.end },
      units: unitsOf(group),
      governed,
      form: group.first.form,
      ...(standing ? { standing } : {}),
    }
  })
}
