/** Small readings made by hand, so that the recogniser is tested without the stages before it. */
import { findProjects } from '../../../pipeline/facts/projects.ts'
import { loadKnowledge } from '../../../pipeline/knowledge.ts'
import type { Fact, Found, Mention, Reading, Section, Segment } from '../../../pipeline/records.ts'

const knowledge = loadKnowledge()

type Given = {
  /** Title of the box that holds the text. */
  readonly box?: string
  /** Written form → full name; the kind is told by the last character. */
  readonly places?: Readonly<Record<string, string>>
  readonly deadlines?: readonly string[]
}

const KINDS: Readonly<Record<string, string>> = {
  镇: 'town',
  乡: 'township',
  道: 'subdistrict',
  河: 'water',
  区: 'zone',
  带: 'zone',
  县: 'county',
}

const occurrences = (text: string, form: string): readonly number[] => {
  const found: number[] = []
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) found.push(at)
  return found
}

const mentionsOf = (
  text: string,
  type: Mention['type'],
  forms: Readonly<Record<string, string>>,
): Mention[] =>
  Object.entries(forms).flatMap(([form, name]) =>
    occurrences(text, form).map((start) => ({
      type,
      span: { start, end: start + form.length },
      name,
      aliases: [form],
      attributes: { kind: KINDS[name.at(-1) ?? ''] ?? 'other' },
      rule: 'given',
    })),
  )

/** Reads one paragraph (its sentences end at 。) of an invented 甲县, in a box when a title is given. */
export const readParagraph = (body: string, given: Given = {}): Found & { readonly text: string } => {
  const head = given.box ? `${given.box}\n` : ''
  const text = head + body
  const span = { start: 0, end: text.length }
  const paragraph: Section = {
    kind: 'paragraph',
    span: { start: head.length, end: text.length },
    children: [],
  }
  const box: Section = {
    kind: given.box ? 'box' : 'chapter',
    ...(given.box ? { title: given.box, titleSpan: { start: 0, end: given.box.length } } : {}),
    span,
    children: [paragraph],
  }
  const root: Section = { kind: 'part', span, children: [box] }
  let start = head.length
  const segments: Segment[] = (body.match(/[^。]+。?/g) ?? []).map((sentence, index) => {
    const at = start
    start += sentence.length
    return {
      index,
      kind: 'sentence',
      span: { start: at, end: start },
      text: sentence,
      sections: [root, box, paragraph],
      tokens: [],
    }
  })
  const document = { text, format: 'txt', encoding: 'utf-8', sha256: '', textSha256: '', notes: [] } as const
  const plan = { id: '甲', title: '甲县规划', jurisdiction: '丁省/甲县', inferred: [] }
  const reading: Reading = { document, plan, root, segments }
  const places = mentionsOf(text, 'Place', given.places ?? {})
  const deadlines = mentionsOf(
    text,
    'Deadline',
    Object.fromEntries((given.deadlines ?? []).map((word) => [word, word])),
  )
  return { ...findProjects(reading, knowledge, { places, deadlines, documents: [], departments: [] }), text }
}

export const projectsOf = (found: Found): readonly Mention[] =>
  found.mentions.filter(({ type }) => type === 'Project')

export const namesOf = (found: Found): readonly string[] => projectsOf(found).map(({ name }) => name)

const nameOf = (end: Fact['object'] | 'plan'): string =>
  typeof end === 'object' && 'name' in end ? end.name : ''

/** “甲溪水厂 SERVES 甲溪镇” for each fact. */
export const factsOf = (found: Found): readonly string[] =>
  found.facts.map(({ subject, predicate, object }) => `${nameOf(subject)} ${predicate} ${nameOf(object)}`)

/** Reads a table given as rows of cells, under a heading of an invented 甲县. */
export const readTable = (
  rows: readonly (readonly string[])[],
  given: Given = {},
): Found & { readonly text: string } => {
  const lines = rows.map((cells) => `${cells.join('\t')}\n`)
  const text = lines.join('')
  const span = { start: 0, end: text.length }
  const table: Section = { kind: 'table', span, children: [] }
  const root: Section = { kind: 'part', span, children: [table] }
  let start = 0
  const segments: Segment[] = rows.map((cells, index) => {
    let at = start
    const spans = cells.map((cell) => {
      const from = at
      at += cell.length + 1
      return { start: from, end: from + cell.length }
    })
    const row = { start, end: at }
    start = at
    const section: Section = { kind: 'row', span: row, children: [], cells: spans }
    return {
      index,
      kind: 'row',
      span: row,
      text: text.slice(row.start, row.end),
      sections: [root, table, section],
      tokens: [],
      cells: spans,
    }
  })
  const document = { text, format: 'txt', encoding: 'utf-8', sha256: '', textSha256: '', notes: [] } as const
  const plan = { id: '甲', title: '甲县规划', jurisdiction: '丁省/甲县', inferred: [] }
  const places = mentionsOf(text, 'Place', given.places ?? {})
  const deadlines = mentionsOf(
    text,
    'Deadline',
    Object.fromEntries((given.deadlines ?? []).map((word) => [word, word])),
  )
  const reading: Reading = { document, plan, root, segments }
  return { ...findProjects(reading, knowledge, { places, deadlines, documents: [], departments: [] }), text }
}
