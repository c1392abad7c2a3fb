/** Which days a Chinese date expression covers, and what the point or period is called. */
import type { Knowledge } from '../../knowledge.ts'

/** A point or period: its canonical name, other written forms, and its first and last day (ISO). */
export type Due = {
  readonly name: string
  readonly aliases: readonly string[]
  readonly start: string
  readonly end: string
}

const two = (n: number): string => String(n).padStart(2, '0')
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The whole of one year: 2025年. */
export const yearDue = (year: number): Due => ({
  name: `${year}年`,
  aliases: [`到${year}年`, `${year}年度`],
  start: `${year}-01-01`,
  end: `${year}-12-31`,
})

/** The end of one year: 2026年底. */
export const yearEndDue = (year: number): Due => ({
  name: `${year}年底`,
  aliases: [
    `${year}年底前`,
    `到${year}年底`,
    `至${year}年底`,
    `${year}年末`,
    `${year}年年底`,
    `${year}年年底前`,
  ],
  start: `${year}-01-01`,
  end: `${year}-12-31`,
})

/** A month or its end, or a day, of one year: 2025年6月底前, 2025年6月30日前. */
export const monthDue = (year: number, month: number, end: string, before: string, day?: number): Due => {
  const head = `${year}年${month}月${day ? `${day}日` : end}`
  const last = day ?? lastDay(year, month)
  return {
    name: `${head}${before}`,
    aliases: before ? [head, `到${head}`] : [`${head}前`, `到${head}`],
    start: `${year}-${two(month)}-01`,
    end: `${year}-${two(month)}-${two(last)}`,
  }
}

/** From a month to a month, of one year or of two: 2021年6月至9月. */
export const monthsDue = (from: readonly [number, number], to: readonly [number, number]): Due => {
  const [year, month] = from
  const [lastYear, lastMonth] = to
  const head = `${year}年${month}月`
  const tail = `${lastYear === year ? '' : `${lastYear}年`}${lastMonth}月`
  return {
    name: `${head}至${tail}`,
    aliases: ['—', '-', '到', '~'].map((mark) => `${head}${mark}${tail}`),
    start: `${year}-${two(month)}-01`,
    end: `${lastYear}-${two(lastMonth)}-${two(lastDay(lastYear, lastMonth))}`,
  }
}

/** A part of one year, by months from first to last: 2025年上半年, 2025年第三季度. */
export const partDue = (year: number, part: string, from: number, to: number): Due => ({
  name: `${year}年${part}`,
  aliases: [],
  start: `${year}-${two(from)}-01`,
  end: `${year}-${two(to)}-${two(lastDay(year, to))}`,
})

/** Before the rivers rise, which is by the end of May nearly everywhere: 2024年汛前. */
export const floodSeasonDue = (year: number): Due => ({
  name: `${year}年汛前`,
  aliases: [`${year}年汛期前`, `${year}年主汛期前`],
  start: `${year}-01-01`,
  end: `${year}-05-31`,
})

/** A span of years: 2021—2025年. */
export const yearsDue = (from: number, to: number): Due => ({
  name: `${from}—${to}年`,
  aliases: [`${from}年—${to}年`, `${from}-${to}年`, `${from}年至${to}年`, `${from}至${to}年`],
  start: `${from}-01-01`,
  end: `${to}-12-31`,
})

/** A five-year plan period (“十四五”时期), or its end (“十四五”末). */
export const periodDue = (period: string, from: number, to: number, atEnd: boolean): Due =>
  atEnd
    ? {
        name: `“${period}”末`,
        aliases: [`“${period}”期末`, `“${period}”时期末`, `到“${period}”末`],
        start: `${from}-01-01`,
        end: `${to}-12-31`,
      }
    : {
        name: `“${period}”时期`,
        aliases: [`“${period}”`, `“${period}”期间`, `“${period}”规划期`],
        start: `${from}-01-01`,
        end: `${to}-12-31`,
      }

/** Periods of periods.tsv by name: 十四五 → [2021, 2025]. */
export const periods = (knowledge: Knowledge): ReadonlyMap<string, readonly [number, number]> =>
  new Map(
    knowledge
      .table('periods')
      .map((row) => [row.period ?? '', [Number(row.start), Number(row.end)] as const]),
  )
