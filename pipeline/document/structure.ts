/**
 * The document's own tree: parts, chapters, sections, boxes, tables with rows and cells, paragraphs, notices.
 * A section's heading line is its first leaf (a paragraph whose `titleSpan` is the heading); a leaf whose text runs on after a
 * title (“甲溪镇。位于…”, “基础设施：新建…”) carries `title` and `titleSpan` itself. A table's head row carries a `titleSpan`.
 */
import type { PlanDocument, Section } from '../records.ts'
import { readBlocks } from './blocks.ts'
import { nest } from './nest.ts'

/** Reads the tree. The root (kind `part`, no title) spans the text; the leaves' spans tile it. Never throws on odd text. */
export const structure = (document: PlanDocument): Section => {
  const blocks = readBlocks(document)
  return {
    kind: 'part',
    span: { start: 0, end: document.text.length },
    children: nest(document.text, blocks),
  }
}

/** The leaves in the text's order. */
export const leavesOf = (section: Section): readonly Section[] =>
  section.children.length === 0 ? [section] : section.children.flatMap(leavesOf)
