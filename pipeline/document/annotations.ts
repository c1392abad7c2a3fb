/** What the parser's tree says of each line. */
import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import type { PlanDocument, Span } from '../records.ts'
import { parse } from './parse.ts'

/** matter: front matter; markup: HTML, which is none of the plan's words. */
export type LineMark = 'text' | 'heading' | 'row' | 'matter' | 'markup'

export type Annotation = {
  readonly mark?: LineMark
  readonly depth?: number
  readonly cells?: readonly Span[]
  readonly quoted?: boolean
}

/** What the parser says of each line, by line number from 1. */
export const annotate = (document: Pick<PlanDocument, 'text' | 'format'>): Map<number, Annotation> => {
  const found = new Map<number, Annotation>()
  const note = (node: Nodes, annotation: Annotation): void => {
    const { start, end } = node.position ?? {}
    if (!start || !end) return
    for (let line = start.line; line <= end.line; line++)
      found.set(line, { ...found.get(line), ...annotation })
  }
  for (const line of frontMatter(document.text)) found.set(line, { mark: 'matter' })
  if (document.format === 'txt') parse(document)
  else
    visit(parse(document), (node) => {
      if (found.get(node.position?.start.line ?? 0)?.mark === 'matter') return
      if (node.type === 'heading') note(node, { mark: 'heading', depth: node.depth })
      if (node.type === 'blockquote') note(node, { quoted: true })
      if (node.type === 'html') note(node, { mark: 'markup' })
      if (node.type === 'tableRow')
        note(node, { mark: 'row', cells: node.children.map((cell) => cellSpan(document.text, cell)) })
    })
  return found
}

const cellSpan = (text: string, cell: Nodes): Span => {
  const start = cell.position?.start.offset ?? 0
  const end = cell.position?.end.offset ?? start
  const slice = text.slice(start, end)
  const lead = /^[|\s]*/.exec(slice)?.[0].length ?? 0
  const trail = /[|\s]*$/.exec(slice.slice(lead))?.[0].length ?? 0
  return { start: start + lead, end: Math.max(start + lead, end - trail) }
}

/** Line numbers of a YAML block at the top: “---”, `key: value` lines, “---”. */
const frontMatter = (text: string): number[] => {
  const block = /^---[ \t]*\n(?:[^\n:：]{1,40}[:：][^\n]*\n|[ \t]*\n)*?-{3,}[ \t]*(?:\n|$)/.exec(text)?.[0]
  if (!block) return []
  return Array.from({ length: block.trimEnd().split('\n').length }, (_, index) => index + 1)
}
