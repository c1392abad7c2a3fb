/** The tree as what recognisers read at a time: sentences, heading lines and table rows, with tokens. */
import type { Knowledge } from '../knowledge.ts'
import type { PlanDocument, Section, Segment } from '../records.ts'
import { tokenize } from './jieba.ts'
import { sentencesOf } from './sentences.ts'

type Piece = Pick<Segment, 'kind' | 'span' | 'cells'>

/** Segments in the text's order; they do not overlap, and what lies between them is white space or markup. */
export const segment = (document: PlanDocument, root: Section, knowledge: Knowledge): Segment[] => {
  const segments: Segment[] = []
  const visit = (section: Section, above: readonly Section[]): void => {
    const sections = [...above, section]
    for (const child of section.children) visit(child, sections)
    if (section.children.length > 0) return
    for (const piece of piecesOf(document.text, section)) {
      const text = document.text.slice(piece.span.start, piece.span.end)
      const tokens = tokenize(text, piece.span.start, knowledge)
      segments.push({ ...piece, index: segments.length, text, sections, tokens })
    }
  }
  for (const child of root.children) visit(child, [])
  return segments
}

const piecesOf = (text: string, leaf: Section): readonly Piece[] => {
  if (leaf.kind === 'row') return rowPiece(text, leaf)
  // A heading's own line: the leaf has the heading's span but no title, which its section has.
  if (leaf.titleSpan && leaf.title === undefined) return [{ kind: 'heading', span: leaf.titleSpan }]
  return sentencesOf(text, leaf.span).map((span) => ({ kind: 'sentence', span }))
}

const rowPiece = (text: string, row: Section): readonly Piece[] => {
  const cells = row.cells ?? [row.span]
  const written = cells.filter(({ start, end }) => text.slice(start, end).trim() !== '')
  const [first, last] = [written[0], written.at(-1)]
  return first && last ? [{ kind: 'row', span: { start: first.start, end: last.end }, cells }] : []
}
