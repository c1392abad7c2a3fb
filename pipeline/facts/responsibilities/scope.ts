/**
 * Which text a duty note governs: what stands before it in its paragraph, back to the note before; for a note on lines
 * of its own the item above it; for a note in or right under a heading everything below that has no note of its own.
 * Spans are UTF-16 code units into the document's text.
 */
import type { Span } from '../../records.ts'
import { above, below, isHeadingLike, sameItem } from './around.ts'
import type { Block } from './blocks.ts'
import type { DutyWords } from './duty-words.ts'
import { type Group, groupsOf, isGap, unitsOf } from './groups.ts'
import { isPlaced } from './note.ts'
import type { DutyNote, Notes } from './notes.ts'
import { lastItem, trimmed, withoutHeading } from './pieces.ts'
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

/** Is everything in the block notes? */
const isNoteOnly = (index: number, { blocks, notes }: Notes, text: string, words: DutyWords): boolean => {
  const block = blocks[index]
  if (!block) return false
  const own = notes.filter((note) => note.block === index && !isPlaced(note))
  if (own.length === 0) return false
  let rest = text.slice(block.span.start, block.span.end)
  for (const note of [...own].reverse())
    rest = rest.slice(0, note.span.start - block.span.start) + rest.slice(note.span.end - block.span.start)
  return isGap(rest, words)
}

const governedBy = (
  group: Group,
  before: Group | undefined,
  following: Group | undefined,
  found: Notes,
  text: string,
  words: DutyWords,
): readonly Governed[] => {
  const { first, last } = group
  if (isPlaced(first)) return first.task ? [{ span: first.task, inherited: first.merged === true }] : []
  const block = found.blocks[first.block] as Block
  const start = before && before.last.block === first.block ? before.last.span.end : block.span.start
  const own = { start, end: first.span.start }
  if (
    isHeadingLike(block, found.blocks[last.block + 1], text.slice(own.start, own.end)) &&
    trimmed(text, own, words)
  )
    return [{ span: withoutHeading(text, own), inherited: false }, ...below(block, last.block, found)]
  if (trimmed(text, own, words) && !isNoteOnly(first.block, found, text, words)) {
    const blockEnd = found.blocks[last.block]?.span.end ?? last.span.end
    const span = lastItem(text, own, text.slice(last.span.end, blockEnd).trimStart())
    return [...(start === block.span.start ? sameItem(first.block, found) : []), { span, inherited: false }]
  }
  // （牵头单位：甲局）实施…: a bracket that opens an item speaks of what follows it.
  const after = {
    start: last.span.end,
    end: Math.min(block.span.end, following?.first.span.start ?? block.span.end),
  }
  const opens = own.start === block.span.start && /[（([【〔]/.test(text[first.span.start] ?? '')
  if (opens && first.block === last.block && trimmed(text, after, words))
    return [{ span: after, inherited: false }]
  const { pieces, heading } = above(first.block, last.block, found)
  if (pieces.length > 0 || !heading) return pieces
  const title: Governed = { span: withoutHeading(text, heading.span), inherited: false }
  // “4.开展…。牵头单位：甲局” on one line: the item is its title, and what follows is another matter.
  const isSameLine = !text.slice(heading.span.end, first.span.start).includes('\n')
  return isSameLine ? [title] : [title, ...below(heading, last.block, found)]
}

/** “…拆除。2019年6月底前完成。” where the first sentence was read as a title: it says what, and the rest only by when. */
const WHEN =
  /^(?:力争|确保|于|到|在)?(?:20\d\d年|“.{2,4}”期?末?|\d{1,2}月|年)[^，。；]{0,12}(?:完成|建成|投用|实施|竣工|通车|开工)。?$/

const withTitle = (text: string, span: Span, { blocks }: Notes, words: DutyWords): Span => {
  if (!WHEN.test(text.slice(span.start, span.end))) return span
  const above = blocks.findLast((block) => block.span.end <= span.start)
  const near = above?.kind === 'heading' && /^[。\s]*$/.test(text.slice(above.span.end, span.start))
  const title =
    near && !text.slice(above.span.start, span.start).includes('\n')
      ? trimmed(text, above.span, words)
      : undefined
  return title ? { start: title.start, end: span.end } : span
}

/** Every note or run of notes with the text it governs, in order. Pieces are trimmed of numbers, labels and space. */
export const dutiesOf = (found: Notes, text: string, words: DutyWords): readonly Duty[] => {
  const groups = groupsOf(found.notes, text, words)
  return groups.map((group, index): Duty => {
    const governed = governedBy(group, groups[index - 1], groups[index + 1], found, text, words).flatMap(
      (piece) => {
        const span = trimmed(text, piece.span, words)
        return span ? [{ ...piece, span: withTitle(text, span, found, words) }] : []
      },
    )
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
