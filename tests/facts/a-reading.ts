/** Hand-built readings and finds for tests of the later stages: the plan of an invented 丙山县. */
import { createHash } from 'node:crypto'
import type { EntityType } from '../../graph/model.ts'
import type {
  Attributes,
  Evidence,
  Fact,
  Found,
  Mention,
  Reading,
  Section,
  Segment,
  Span,
} from '../../pipeline/records.ts'

export const jurisdiction = '辰州省/丙山县'

export type LineKind = 'paragraph' | 'heading' | 'box'
/** Lines under their kind: `# ` opens a chapter, `## ` a box; what follows belongs to it. Marks are not in the text. */
export const aReading = (...lines: readonly string[]): Reading => {
  const written = lines.map((line) => `${line.replace(/^#+ /, '')}\n`)
  const text = written.join('')
  const starts = written.map((_, index) => written.slice(0, index).join('').length)
  const leaves = lines.map((line, index): { level: number; span: Span } => ({
    level: /^(#*)/.exec(line)?.[1]?.length ?? 0,
    span: { start: starts[index] ?? 0, end: (starts[index] ?? 0) + (written[index]?.length ?? 0) },
  }))
  const root: Section = {
    kind: 'part',
    span: { start: 0, end: text.length },
    children: nest(leaves, text, 1),
  }
  const segments = leaves.map(({ level, span }, index): Segment => {
    const own = { start: span.start, end: span.end - 1 }
    return {
      index,
      kind: level > 0 ? 'heading' : 'sentence',
      span: own,
      text: text.slice(own.start, own.end),
      sections: above(root, span.start),
      tokens: [],
    }
  })
  const sha256 = createHash('sha256').update(text).digest('hex')
  const document = { text, format: 'txt', encoding: 'utf-8', sha256, textSha256: sha256, notes: [] } as const
  const plan = { id: 'bingshan', title: '丙山县规划', jurisdiction, inferred: [] }
  return { document, plan, root, segments }
}

const nest = (
  leaves: readonly { level: number; span: Span }[],
  text: string,
  depth: number,
): readonly Section[] => {
  const sections: Section[] = []
  for (let index = 0; index < leaves.length; ) {
    const leaf = leaves[index]
    if (!leaf) break
    const paragraph: Section = { kind: 'paragraph', span: leaf.span, children: [] }
    if (leaf.level !== depth) {
      sections.push(paragraph)
      index += 1
      continue
    }
    let next = index + 1
    while (next < leaves.length && (leaves[next]?.level === 0 || (leaves[next]?.level ?? 0) > depth))
      next += 1
    const under = leaves.slice(index + 1, next)
    const end = under.at(-1)?.span.end ?? leaf.span.end
    const titleSpan = { start: leaf.span.start, end: leaf.span.end - 1 }
    sections.push({
      kind: depth === 1 ? 'chapter' : 'box',
      title: text.slice(titleSpan.start, titleSpan.end),
      titleSpan,
      span: { start: leaf.span.start, end },
      children: [paragraph, ...nest(under, text, depth + 1)],
    })
    index = next
  }
  return sections
}

const above = (section: Section, offset: number): readonly Section[] => {
  const child = section.children.find(({ span }) => span.start <= offset && offset < span.end)
  return child ? [section, ...above(child, offset)] : [section]
}

/** The nth place (from 0) where the words stand. */
export const spanOf = ({ document }: Pick<Reading, 'document'>, words: string, nth = 0): Span => {
  let start = -1
  for (let index = 0; index <= nth; index += 1) start = document.text.indexOf(words, start + 1)
  if (start < 0) throw new Error(`Unexpected words ${words}, expected them in the text`)
  return { start, end: start + words.length }
}

type Rest = { name?: string; aliases?: readonly string[]; attributes?: Attributes; nth?: number }
export const mention = (
  reading: Reading,
  type: EntityType,
  words: string,
  { name = words, aliases = [], attributes = {}, nth = 0 }: Rest = {},
): Mention => ({ type, span: spanOf(reading, words, nth), name, aliases, attributes, rule: 'test' })

export const fact = (
  reading: Reading,
  predicate: Fact['predicate'],
  subject: Fact['subject'],
  object: Fact['object'],
  clause: string,
  rest: Partial<Pick<Fact, 'basis' | 'qualifiers' | 'rule' | 'confidence'>> & { heading?: string } = {},
): Fact => {
  const { heading, ...own } = rest
  const evidence: [Evidence, ...Evidence[]] = [{ span: spanOf(reading, clause), part: 'clause' }]
  if (heading) evidence.push({ span: spanOf(reading, heading), part: 'heading' })
  return { predicate, subject, object, evidence, rule: 'test', basis: 'stated', ...own }
}

export const found = (
  mentions: readonly Mention[],
  facts: readonly Fact[] = [],
  rest: Partial<Found> = {},
): Found => ({
  mentions,
  facts,
  ...rest,
})
