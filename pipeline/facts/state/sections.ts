/** The document's tree as section records, and the innermost section that holds a span. */
import type { SectionRecord } from '../../../graph/model.ts'
import type { Section, Span } from '../../records.ts'

export type SectionIndex = {
  readonly records: readonly SectionRecord[]
  /** Id of the innermost section that holds the whole span, or undefined. */
  readonly holding: (span: Span) => string | undefined
  /** The span cut where the outermost sections end: each piece lies inside one section. Blank pieces are left out. */
  readonly pieces: (span: Span) => readonly Span[]
}

type Node = { readonly id: string; readonly span: Span; readonly children: readonly Node[] }

export const headingOf = ({ number, title }: Pick<Section, 'number' | 'title'>): string =>
  [number, title].filter((part) => part !== undefined && part !== '').join(' ')

/** Section ids are the revision's key and the place in the tree: `section:<key>/2.1.3`. */
export const indexSections = (
  root: Section,
  text: string,
  revision: { readonly id: string; readonly key: string },
  toCodePoint: (offset: number) => number,
): SectionIndex => {
  const records: SectionRecord[] = []
  const visit = (section: Section, parent: string, place: string, above: string): Node => {
    const id = `section:${revision.key}/${place}`
    const heading = headingOf(section)
    const path = [above, heading].filter((part) => part !== '').join(' › ')
    records.push({
      id,
      parent,
      kind: section.kind,
      ...(section.number !== undefined && { number: section.number }),
      ...(section.title !== undefined && { title: section.title }),
      path,
      ordinal: records.length + 1,
      start: toCodePoint(section.span.start),
      end: toCodePoint(section.span.end),
      text: text.slice(section.span.start, section.span.end),
      leaf: section.children.length === 0,
    })
    const children = section.children.map((child, index) => visit(child, id, `${place}.${index + 1}`, path))
    return { id, span: section.span, children }
  }
  const outermost = root.children.length === 0 ? [root] : root.children
  const nodes = outermost.map((section, index) => visit(section, revision.id, `${index + 1}`, ''))
  return { records, holding: (span) => innermost(nodes, span), pieces: (span) => cut(nodes, span, text) }
}

const lastStartingAt = (nodes: readonly Node[], offset: number): Node | undefined => {
  let [low, high] = [0, nodes.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((nodes[middle]?.span.start ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return nodes[low - 1]
}

const innermost = (nodes: readonly Node[], span: Span): string | undefined => {
  const node = lastStartingAt(nodes, span.start)
  if (!node || span.end > node.span.end) return undefined
  return innermost(node.children, span) ?? node.id
}

const cut = (nodes: readonly Node[], span: Span, text: string): readonly Span[] =>
  nodes
    .filter((node) => node.span.start < span.end && node.span.end > span.start)
    .map((node) =>
      trim({ start: Math.max(node.span.start, span.start), end: Math.min(node.span.end, span.end) }, text),
    )
    .filter((piece) => piece.start < piece.end)

/** The span without white space at its ends. */
export const trim = ({ start, end }: Span, text: string): Span => {
  const words = text.slice(start, end)
  return {
    start: start + (words.length - words.trimStart().length),
    end: Math.max(start, end - (words.length - words.trimEnd().length)),
  }
}
