/** Blocks nested to sections by the rank of their headings. */
import type { Section, Span } from '../records.ts'
import type { Block } from './blocks.ts'
import type { Heading } from './headings.ts'

type Open = {
  readonly heading: Heading
  readonly start: number
  readonly quoted: boolean
  readonly children: Section[]
}

/** Headings of this rank and above it (smaller) end a box; finer ones (“1.”, “（1）”) may stand in it. */
const ENDS_BOX = 5

/** The sections that the blocks make; their spans tile the blocks'. */
export const nest = (text: string, blocks: readonly Block[]): readonly Section[] => {
  const top: Section[] = []
  const open: Open[] = []
  const add = (section: Section): void => void (open.at(-1)?.children ?? top).push(section)
  const close = (): void => {
    const last = open.pop()
    if (last) add(toSection(text, last))
  }
  for (const block of blocks) {
    const box = open.findIndex(({ heading }) => heading.kind === 'box')
    if (box >= 0 && endsBox(block, open[box] as Open)) while (open.length > box) close()
    if (block.type === 'notice') while (open.length > 0) close()
    if (block.type === 'heading') {
      while (mustClose(open.at(-1), block.heading)) close()
      open.push({ heading: block.heading, start: block.span.start, quoted: block.quoted, children: [] })
      for (const leaf of headingLeaves(block.span, block.heading)) add(leaf)
      continue
    }
    if (block.type === 'paragraph' && block.item) while (mustClose(open.at(-1), block.item)) close()
    add(leafOf(text, block))
  }
  while (open.length > 0) close()
  return top
}

const mustClose = (last: Open | undefined, heading: Heading): boolean => {
  if (!last) return false
  if (last.heading.kind === 'box') return heading.rank <= ENDS_BOX || heading.kind === 'box'
  return last.heading.rank >= heading.rank
}

const endsBox = (block: Block, box: Open): boolean => {
  if (box.quoted !== block.quoted) return true
  if (block.type === 'heading') return block.heading.rank <= ENDS_BOX || block.heading.kind === 'box'
  const hasContent = box.children.length > 1
  if (!hasContent) return false
  // Two blank lines set a box apart from the text that goes on; a table's cells are one block already.
  if (block.gap >= 2) return true
  const last = box.children.at(-1)
  return last?.kind === 'table' && block.type === 'paragraph' && block.content.end - block.content.start > 60
}

const toSection = (text: string, { heading, start, children }: Open): Section => ({
  kind: heading.kind,
  ...(heading.number === undefined ? {} : { number: heading.number }),
  ...(heading.title === '' ? {} : { title: heading.title }),
  titleSpan: heading.span,
  span: { start, end: children.at(-1)?.span.end ?? text.length },
  children,
})

/** The heading's own line as a leaf, and what runs on behind it as another. */
const headingLeaves = (span: Span, heading: Heading): Section[] => {
  if (heading.rest.end <= heading.rest.start)
    return [{ kind: 'paragraph', titleSpan: heading.span, span, children: [] }]
  return [
    {
      kind: 'paragraph',
      titleSpan: heading.span,
      span: { start: span.start, end: heading.rest.start },
      children: [],
    },
    { kind: 'paragraph', span: { start: heading.rest.start, end: span.end }, children: [] },
  ]
}

const leafOf = (text: string, block: Exclude<Block, { type: 'heading' }>): Section => {
  if (block.type === 'notice') return { kind: 'notice', span: block.span, children: [] }
  if (block.type === 'table') return tableOf(text, block)
  const { item, title } = block
  return {
    kind: 'paragraph',
    ...(item?.number === undefined ? {} : { number: item.number }),
    ...(title ? { title: text.slice(title.start, title.end), titleSpan: title } : {}),
    span: block.span,
    children: [],
  }
}

const tableOf = (text: string, block: Extract<Block, { type: 'table' }>): Section => {
  const first = block.rows[0]?.span.start ?? block.span.end
  const { title } = block
  const caption: Section[] =
    title && first > block.span.start
      ? [{ kind: 'paragraph', titleSpan: title, span: { start: block.span.start, end: first }, children: [] }]
      : []
  const rows = block.rows.map((row): Section => {
    const head = { start: row.cells[0]?.start ?? row.span.start, end: row.cells.at(-1)?.end ?? row.span.end }
    return {
      kind: 'row',
      ...(row.header ? { titleSpan: head } : {}),
      span: row.span,
      children: [],
      cells: row.cells,
    }
  })
  return {
    kind: 'table',
    ...(title ? { title: text.slice(title.start, title.end), titleSpan: title } : {}),
    span: block.span,
    children: [...caption, ...rows],
  }
}
