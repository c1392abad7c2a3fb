/** Which parts of a text look back: their figures are reached already. */
import type { Reading, Segment } from '../../records.ts'
import type { Words } from './words.ts'
import { titleOf } from './years.ts'

// “过去一年工作回顾”, “（二）2025年重点任务”: a line of its own that opens a part, whether or not it was read as a heading.
const TITLE = /^[\s#*]*[^，。；：！？]{2,24}[\s*]*$/
const FORWARD = /安排|任务|目标|重点|打算|要求|思路|建议|部署|今年|明年|规划/
const OPENS = /^\s*(?:过去的?一年|一年来|过去五年|五年来|回顾过去|刚刚过去的)/
const TURNS = /预期目标|总体要求|工作的?总体|今年工作|下一步|今后五年/

/** Segments by index that stand under a title that looks back, or in a report's account of the past year. */
const unheaded = (reading: Reading, words: Words): ReadonlySet<number> => {
  const report = /报告/.test(reading.plan.title)
  const found = new Set<number>()
  let back = false
  // A title that was read as a heading speaks of its own section alone.
  let until = Number.POSITIVE_INFINITY
  for (const { index, text, kind, sections, span } of reading.segments) {
    if (span.start >= until) back = false
    const past = words.past.some((word) => text.includes(word))
    if (TITLE.test(text) && (past || FORWARD.test(text))) {
      back = past && /回顾|总结|成效|成就/.test(text)
      until =
        kind === 'heading'
          ? (sections.at(-2)?.span.end ?? Number.POSITIVE_INFINITY)
          : Number.POSITIVE_INFINITY
    } else if (report && OPENS.test(text)) [back, until] = [true, Number.POSITIVE_INFINITY]
    else if (TURNS.test(text)) back = false
    if (back) found.add(index)
  }
  return found
}

/** A function that is true for segments that look back, by the headings above or by a title line before. */
export const backIn = (reading: Reading, words: Words): ((segment: Segment) => boolean) => {
  const lines = unheaded(reading, words)
  // “…统计公报”: nothing but what is reached
  const accounts = /统计公报|年度统计/.test(reading.plan.title)
  return (segment) =>
    accounts ||
    lines.has(segment.index) ||
    segment.sections.some((section) => {
      const title = titleOf(reading.document.text, section)
      return words.past.some((word) => title.includes(word))
    })
}
