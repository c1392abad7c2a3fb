/** Reads headings by the styles of lexicons/heading-styles.tsv. */

import type { SectionKind } from '../../graph/model.ts'
import type { Span } from '../records.ts'
import { lexicon } from './lexicon.ts'
import type { Line } from './lines.ts'
import { numberOf } from './numerals.ts'

export type Heading = {
  readonly style: string
  readonly kind: SectionKind
  /** Smaller holds larger. */
  readonly rank: number
  readonly number?: string
  readonly value?: number
  /** Number and title, without surrounding white space. */
  readonly span: Span
  readonly title: string
  /** Text that follows the title on the same line (“1.开展收储出让。条件…”), empty where none does. */
  readonly rest: Span
}

export type Style = {
  readonly style: string
  readonly kind: SectionKind
  readonly rank: number
  readonly runIn: boolean
  readonly pattern: RegExp
}

export type HeadingStyles = {
  readonly numbered: readonly Style[]
  readonly unnumbered: ReadonlyMap<string, SectionKind>
  readonly notices: readonly RegExp[]
}

let styles: HeadingStyles | undefined

/** The tables of heading styles, read once. */
export const headingStyles = (): HeadingStyles => {
  styles ??= toStyles()
  return styles
}

const toStyles = (): HeadingStyles => ({
  numbered: lexicon('heading-styles').map((row) => ({
    style: row.style ?? '',
    kind: row.kind as SectionKind,
    rank: Number(row.rank),
    runIn: row.runin === 'yes',
    pattern: new RegExp(`^(?:${row.pattern})`),
  })),
  unnumbered: new Map(lexicon('unnumbered-headings').map((row) => [row.word ?? '', row.kind as SectionKind])),
  notices: lexicon('notices').map((row) => new RegExp(`^(?:${row.pattern})`)),
})

/** The longest title that stands on its own line, and the longest one that text follows. */
const LONGEST_TITLE = 50
const LONGEST_RUN_IN = 30

/** The heading a line opens with, or undefined. Spans are UTF-16. */
export const readHeading = (line: Line): Heading | undefined => {
  const { numbered, unnumbered } = headingStyles()
  for (const style of numbered) {
    const found = style.pattern.exec(line.text)
    if (found) return numberedHeading(line, style, found)
  }
  const word = line.text.replace(/\s/g, '')
  const kind = unnumbered.get(word)
  if (kind)
    return {
      style: 'unnumbered',
      kind,
      rank: 2,
      span: line.content,
      title: word,
      rest: emptyAt(line.content.end),
    }
  if (line.mark === 'heading' && line.depth !== undefined)
    return {
      style: `depth-${line.depth}`,
      kind: line.depth === 1 ? 'part' : line.depth === 2 ? 'chapter' : 'section',
      rank: line.depth - 0.1,
      span: line.content,
      title: line.text,
      rest: emptyAt(line.content.end),
    }
  return undefined
}

/** “2 建设目标” above “2.1 总体目标”: a chapter whose number nothing follows but a blank. */
export const readBareHeading = (line: Line, next: Line | undefined): Heading | undefined => {
  const found = /^(\d{1,2})[ \u3000]+([^\s，。；：！？]{2,20})$/.exec(line.text)
  if (!found || !new RegExp(`^${found[1]}[.．]1(?!\\d)`).test(next?.text ?? '')) return undefined
  const [, number = '', title = ''] = found
  const rest = emptyAt(line.content.end)
  return {
    style: 'bare',
    kind: 'section',
    rank: 3,
    number,
    value: Number(number),
    span: line.content,
    title,
    rest,
  }
}

/** The number that a line opens with though it is no heading (“3.新建管网20公里，改造10公里；”): an item without a title. */
export const readItem = (line: Line): Heading | undefined => {
  for (const style of headingStyles().numbered) {
    // “7.4亿元”, left over from a line above, is no item.
    const found = style.runIn && style.rank >= 4 ? style.pattern.exec(line.text) : undefined
    if (!found || found[0].length === line.text.length) continue
    const span = { start: line.content.start, end: line.content.start + found[0].length }
    const { kind, rank } = style
    return {
      style: style.style,
      kind,
      rank,
      number: found[0].trim(),
      span,
      title: '',
      rest: emptyAt(line.content.end),
    }
  }
  return undefined
}

const numberedHeading = (line: Line, style: Style, found: RegExpExecArray): Heading | undefined => {
  const lead = found[0].length + (/^\s*/.exec(line.text.slice(found[0].length))?.[0].length ?? 0)
  const body = line.text.slice(lead)
  const titleLength = lengthOfTitle(body, style)
  if (titleLength === undefined) return undefined
  const after = body.slice(titleLength)
  const gap = /^[。：:；]?\s*/.exec(after)?.[0].length ?? 0
  const titleEnd = line.content.start + lead + titleLength
  const value = numberOf(found[1] ?? '')
  return {
    style: style.style,
    kind: style.kind,
    rank: style.rank,
    number: found[0].trim(),
    ...(value === undefined ? {} : { value }),
    span: {
      start: line.content.start,
      end: titleLength === 0 ? line.content.start + found[0].trimEnd().length : titleEnd,
    },
    title: body.slice(0, titleLength),
    rest: { start: Math.min(titleEnd + gap, line.content.end), end: line.content.end },
  }
}

/** How much of `body` is the title; undefined where the line is no heading but a sentence that begins like one. */
const lengthOfTitle = (body: string, style: Style): number | undefined => {
  if (body === '') return style.runIn ? undefined : 0
  // a box's title may close with a colon before its list
  if (style.kind === 'box' && /^[^，。；：:]+[：:]$/.test(body)) return body.length - 1
  // “一、改造薄弱学校（牵头单位：甲局；责任单位：乙局）”: what the bracket says is no sentence of the title's.
  const bare = body.replace(/[（(【][^（）()【】]*[）)】]\s*$/, '')
  const noted =
    bare.length > 3 && /[（(【][^：:]{2,8}(?:单位|部门|领导|主体)[：:]/.test(body.slice(bare.length - 1))
  const stop = (noted ? bare : body).search(/[。；！？]/)
  if (stop < 0 && (noted ? bare : body).length <= LONGEST_TITLE && !/[，、：:]$/.test(body))
    return body.length
  if (!style.runIn || stop < 0 || stop > LONGEST_RUN_IN || body[stop] !== '。') return undefined
  return stop
}

const emptyAt = (offset: number): Span => ({ start: offset, end: offset })
