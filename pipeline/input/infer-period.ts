/** The years a plan is for and the day it was issued. */

import { numberOf } from '../document/numerals.ts'
import { frontMatterOf } from './front-matter.ts'

export type Period = { readonly start: number; readonly end: number }

/** “2021—2035年”, “十四五” or 第十四个五年规划, a report's or an annual plan's year: from the title, else from the opening. */
export const inferPeriod = (title: string, text: string): Period | undefined => {
  const opening = text.slice(0, OPENING)
  // A report speaks of the five years behind it; it is of the year in which it is given.
  if (/报告/.test(title)) return annual(title) ?? session(opening) ?? annual(opening)
  return periodIn(title) ?? annual(title) ?? periodIn(opening) ?? annual(opening)
}

const OPENING = 600

const periodIn = (text: string): Period | undefined => {
  const years = /((?:19|20)\d\d)\s*年?\s*[—–\-－~～至到]+\s*((?:19|20)\d\d)\s*年?/.exec(text)
  if (years) return { start: Number(years[1]), end: Number(years[2]) }
  const five =
    /[“"]?([一二三四五六七八九十]{2,3})五[”"]/.exec(text)?.[1] ??
    /第([一二三四五六七八九十]{1,3})个五年/.exec(text)?.[1]
  const ordinal = five === undefined ? undefined : numberOf(five)
  // The first five-year plan was for 1953 to 1957; from the sixth (1981) they follow each other without a gap.
  if (ordinal !== undefined && ordinal >= 6) return { start: 1951 + ordinal * 5, end: 1955 + ordinal * 5 }
  return undefined
}

/** “甲县2024年重点工作实施方案”, “2025年政府工作报告”; “到2030年” is when something is due, not what the plan is for. */
const annual = (text: string): Period | undefined => {
  const year = /(?<![到至—–-])(20\d\d)\s*年(?!底|末|前)/.exec(text)?.[1]
  return year === undefined ? undefined : { start: Number(year), end: Number(year) }
}

/** A report given late in a year, or one that looks back on a year (“2025年工作回顾”), is for the next. */
const session = (opening: string): Period | undefined => {
  const given = /(20\d\d)年(\d{1,2})月\d{1,2}日在/.exec(opening)
  const back = /(20\d\d)年[^\n。]{0,20}回顾/.exec(opening)
  const late = given && Number(given[2]) >= 11 ? 1 : 0
  const year = given ? Number(given[1]) + late : back ? Number(back[1]) + 1 : undefined
  return year === undefined ? undefined : { start: year, end: year }
}

/** The day of issue as an ISO date, from front matter or a line that is a date alone. */
export const inferIssued = (text: string): string | undefined => {
  const matter = frontMatterOf(text)
  const written = matter.get('发布日期') ?? matter.get('date') ?? ''
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return written
  const line = /^\s*(20\d\d)年(\d{1,2})月(\d{1,2})日\s*$/m.exec(text)
  return line ? `${line[1]}-${line[2]?.padStart(2, '0')}-${line[3]?.padStart(2, '0')}` : undefined
}
