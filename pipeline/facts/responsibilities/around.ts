/** What lies around a duty note: the blocks above it, below its heading, and of its own item. */
import type { Section } from '../../records.ts'
import type { Block } from './blocks.ts'
import type { Notes } from './notes.ts'
import type { Governed } from './scope.ts'

const FARTHEST = 40

/** The section that a heading block titles. */
const titled = (block: Block): Section | undefined => block.segments[0]?.sections.at(-2)

const RANKS = ['第一条', '一、', '（一）', '1.', '（1）', '①']

const rankOf = (block: Block): number => RANKS.indexOf(block.marker ?? '')

/** Texts below a heading that have no note of their own, down to the next heading of its rank or the end of its section. */
export const below = (heading: Block, after: number, found: Notes): readonly Governed[] => {
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
export const isHeadingLike = (block: Block, next: Block | undefined, own: string): boolean =>
  block.kind === 'heading' ||
  (block.marker !== undefined &&
    next?.marker !== undefined &&
    rankOf(block) >= 0 &&
    rankOf(next) > rankOf(block) &&
    own.length <= 40 &&
    !/[。；]/.test(own))

/** Blocks above a note that stands on lines of its own, back to its heading, to another note or to its item's start. */
export const above = (
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
export const sameItem = (index: number, found: Notes): readonly Governed[] => {
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
