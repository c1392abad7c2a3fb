/** What a cell below 建设年限 or 实施时序 says, where the head alone makes its figures years: 2023-2024, 2026-, 2024.6, 近期. */
import { type Due, monthDue, monthsDue, yearDue, yearsDue } from './calendar.ts'

const YEARS = /^(20\d\d)年?\s*[-—–―－~～至]+\s*(20\d\d)年?$/
const SINCE = /^(20\d\d)年?\s*(?:[-—–―－~～]+|起)$/
const MONTHS = /^(20\d\d)[./年](\d{1,2})月?\s*[-—–―－~～至]+\s*(20\d\d)[./年](\d{1,2})月?$/
const MONTH = /^(20\d\d)[./](\d{1,2})$/
const STAGE = /^([近中远]期)(?:实施|建设)?$/

/** The years that a plan gives to 近期, 中期 or 远期: “近期为2026—2027年”, “远期至2031-2035年”. */
export const stagesOf = (text: string): ReadonlyMap<string, Due> =>
  new Map(
    [
      ...text.matchAll(/([近中远]期)(?:为|是|指|至|[：:（(])?\s*(20\d\d)年?\s*[-—–―－~～至]+\s*(20\d\d)年/g),
    ].map((found) => [found[1] ?? '', yearsDue(Number(found[2]), Number(found[3]))] as const),
  )

const isMonth = (month: number): boolean => month >= 1 && month <= 12

/** The point or period of a whole cell, or undefined where it is written as in prose or says none. */
export const dueOfCell = (cell: string, stages: ReadonlyMap<string, Due>): Due | undefined => {
  const years = YEARS.exec(cell)
  if (years)
    return Number(years[1]) <= Number(years[2]) ? yearsDue(Number(years[1]), Number(years[2])) : undefined
  const months = MONTHS.exec(cell)?.slice(1).map(Number)
  if (months) {
    const [year = 0, month = 0, lastYear = 0, lastMonth = 0] = months
    const inOrder = year * 12 + month <= lastYear * 12 + lastMonth
    return isMonth(month) && isMonth(lastMonth) && inOrder
      ? monthsDue([year, month], [lastYear, lastMonth])
      : undefined
  }
  const month = MONTH.exec(cell)
  if (month)
    return isMonth(Number(month[2])) ? monthDue(Number(month[1]), Number(month[2]), '', '') : undefined
  const since = SINCE.exec(cell)
  if (since) {
    const due = yearDue(Number(since[1]))
    return { ...due, name: `${since[1]}年起`, aliases: [cell, due.name] }
  }
  if (/^20\d\d$/.test(cell)) return yearDue(Number(cell))
  const stage = STAGE.exec(cell)?.[1]
  return stage === undefined ? undefined : stages.get(stage)
}
