/** The words of a piece of text that a duty note governs: without numbers and labels, one of several run-in items. */
import type { Span } from '../../records.ts'
import { markerOf } from './blocks.ts'
import type { DutyWords } from './duty-words.ts'
import { ASIDE } from './groups.ts'

const MARKER_INSIDE =
  /(?<=[。；;）)\s])(?:(?<one>\d{1,3}\s*[.．、](?!\d))|(?<bracket>[（(][一二三四五六七八九十]+[）)])|(?<arabic>[（(]\d{1,3}[）)])|(?<ring>[①-⑳]))/g

const STYLE_OF_GROUP: Readonly<Record<string, string>> = {
  one: '1.',
  bracket: '（一）',
  arabic: '（1）',
  ring: '①',
}

/** Is a label and what stands behind it only a name or a date (责任人：某某)? */
export const isAside = (label: string, rest: string, words: DutyWords): boolean =>
  words.roleOfLabel(label) === 'none' && ASIDE.test(rest)

/** A piece without item number, label and white space at its edges; undefined when no words are left. */
export const trimmed = (text: string, span: Span, words: DutyWords): Span | undefined => {
  let start = span.start
  const marker = markerOf(text.slice(start, span.end))
  if (marker) start += marker.length
  const label = words.opensLabel.exec(text.slice(start, span.end))
  if (label) start += label[0].length
  // 责任领导：某某, 完成时限：12月底前: no part of what is to be done.
  if (label && isAside(label[1] ?? '', text.slice(start, span.end), words)) return undefined
  start += /^[\s。；;，,、*#|]*/.exec(text.slice(start, span.end))?.[0].length ?? 0
  const again = markerOf(text.slice(start, span.end))
  if (again && !marker) start += again.length
  const end = span.end - (/[\s，、,]*$/.exec(text.slice(start, span.end))?.[0].length ?? 0)
  return /[\u4e00-\u9fa5]{2}/.test(text.slice(start, end)) ? { start, end } : undefined
}

const RUN_IN_HEADING =
  /^[\s。；;]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*)?[^。；，、\s]{2,40}\s+(?=\d{1,3}[.．、](?!\d)|[（(][一二三四五六七八九十\d]{1,3}[）)])/

/** A span without the heading run into its first item: （一）推进引水 1.新建…. */
export const withoutHeading = (text: string, span: Span): Span => {
  const heading = RUN_IN_HEADING.exec(text.slice(span.start, span.end))?.[0].length ?? 0
  return heading > 0 ? withoutHeading(text, { start: span.start + heading, end: span.end }) : span
}

/** Of run-in items “1.… 2.…（甲局）3.…” only the one that the next item after the note continues. */
export const lastItem = (text: string, span: Span, following: string): Span => {
  const style = markerOf(following)?.style
  if (style === undefined) return withoutHeading(text, span)
  const inside = [...text.slice(span.start, span.end).matchAll(MARKER_INSIDE)]
  const same = inside.findLast((match) =>
    Object.entries(match.groups ?? {}).some(
      ([key, value]) => value !== undefined && STYLE_OF_GROUP[key] === style,
    ),
  )
  return same ? { start: span.start + same.index, end: span.end } : withoutHeading(text, span)
}
