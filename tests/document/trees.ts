/** Trees as short text, for tests. */
import { readFileSync } from 'node:fs'
import { structure } from '../../pipeline/document/structure.ts'
import { readDocument } from '../../pipeline/input/read.ts'
import type { PlanDocument, Section } from '../../pipeline/records.ts'

export const documentOf = (text: string, name = 'a.txt'): PlanDocument =>
  readDocument(Buffer.from(text), name)

/** One line a section: kind, number, title, or for a row its cells, or for a leaf its text. */
export const outline = (text: string, name = 'a.txt'): readonly string[] => {
  const document = documentOf(text, name)
  return structure(document).children.flatMap((section) => drawn(document.text, section, ''))
}

const drawn = (text: string, section: Section, indent: string): readonly string[] => {
  const own = (span: { start: number; end: number }): string =>
    text.slice(span.start, span.end).trim().replace(/\s+/g, '⏎')
  const { kind, number = '', title = '', cells, children } = section
  const head = cells
    ? `${kind}: ${cells.map(own).join('|')}`
    : children.length > 0
      ? `${kind} ${number}«${title}»`
      : `${kind}: ${own(section.span)}`
  return [indent + head, ...children.flatMap((child) => drawn(text, child, `${indent}  `))]
}

export const rowsOf = (text: string, name = 'a.txt'): readonly string[] =>
  outline(text, name)
    .map((line) => line.trim())
    .filter((line) => line.startsWith('row: '))
    .map((line) => line.slice('row: '.length))

export const readPlan = (path: string): PlanDocument => readDocument(readFileSync(path), path)
