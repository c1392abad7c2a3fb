/** Headings run into a line (“…取得成效。第二节 面临形势 当前…”) get lines of their own. */
import type { Line } from './lines.ts'
import { trimmed } from './lines.ts'

/** “。第二节 面临形势 当前…”: after a sentence's end or a blank; the title runs to the next blank. */
const RUN_IN =
  /(?<=^|[。！？；”》）\s])(第\s?[一二三四五六七八九十百]+\s?[篇编章节]|专栏\s?[一二三四五六七八九十\d]+)[\s：:]+([^\s。；！？，]{2,40})(?=[\s]|$)/g

/** Splits lines at the headings run into them. The new lines tile the old. */
export const breakLines = (text: string, lines: readonly Line[]): readonly Line[] =>
  lines.flatMap((line) => (line.mark === 'text' ? breakLine(text, line) : [line]))

const breakLine = (text: string, line: Line): Line[] => {
  const cuts = new Set<number>()
  for (const found of line.text.matchAll(RUN_IN)) {
    const start = line.content.start + found.index
    cuts.add(start)
    cuts.add(start + found[0].length)
  }
  const inside = [...cuts].filter((cut) => cut > line.content.start && cut < line.content.end)
  if (inside.length === 0) return [line]
  const bounds = [line.span.start, ...inside, line.span.end]
  return bounds.slice(0, -1).map((start, index) => {
    const span = { start, end: bounds[index + 1] as number }
    const content =
      index === 0
        ? { start: line.content.start, end: trimmed(text, { start: line.content.start, end: span.end }).end }
        : trimmed(text, { start, end: Math.min(span.end, line.content.end) })
    return {
      ...line,
      span,
      content,
      text: text.slice(content.start, content.end),
      gap: index === 0 ? line.gap : 0,
      tabbed: index === 0 && line.tabbed,
    }
  })
}
