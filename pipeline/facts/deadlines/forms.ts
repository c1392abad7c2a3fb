/** The written forms of deadlines: one pattern each, with how its parts become a point or period. */
import type { Knowledge } from '../../knowledge.ts'
import { hanValue } from '../numbers/numerals.ts'
import {
  type Due,
  floodSeasonDue,
  monthDue,
  monthsDue,
  partDue,
  periodDue,
  periods,
  yearDue,
  yearEndDue,
  yearsDue,
} from './calendar.ts'

export type Form = {
  readonly rule: string
  readonly pattern: RegExp
  /** `current`: the year the plan speaks in, where it is known. */
  readonly due: (match: RegExpExecArray, current: number | undefined) => Due | undefined
}

const YEAR = '(20[0-9]{2}|２０[０-９]{2}|二[〇零○Ｏ0]?[〇零○一二三四五六七八九]{2,3})\\s?年'
const QUARTERS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
}

const yearOf = (text: string | undefined): number => {
  const narrow = (text ?? '').normalize('NFKC').replace(/[○O]/g, '〇')
  return /^[0-9]+$/.test(narrow) ? Number(narrow) : (hanValue(narrow) ?? Number.NaN)
}

/** The year a written year or this-year word stands for: 2025, 今年 → current. */
const yearIn = (written: string | undefined, current: number | undefined): number | undefined => {
  if (written === undefined || /^(?:今年|本年度?|当年|年)$/.test(written)) return current
  if (written === '明年') return current === undefined ? undefined : current + 1
  return yearOf(written)
}

const OF_YEAR = `(?:${YEAR}|(今年|明年|本年度?))`
const written = (match: RegExpExecArray): string | undefined => match[1] ?? match[2]

const withYear = (
  match: RegExpExecArray,
  current: number | undefined,
  make: (year: number) => Due,
): Due | undefined => {
  const year = yearIn(written(match), current)
  if (year === undefined || Number.isNaN(year)) return undefined
  const due = make(year)
  return match[1] ? due : { ...due, aliases: [...due.aliases, match[0].replace(/^[到至]/, '')] }
}

const dated: readonly Form[] = [
  {
    rule: 'deadline-years',
    pattern: /(20[0-9]{2})\s?年?\s?(?:[-—–―－~～]+|至|到)\s?(20[0-9]{2})\s?年/g,
    due: (match) => yearsDue(Number(match[1]), Number(match[2])),
  },
  {
    rule: 'deadline-months',
    pattern: new RegExp(
      `(?:${OF_YEAR}\\s?)?(?<![0-9])(1[0-2]|0?[1-9])\\s?月份?(?:[-—–―－~～]+|至|到)(?:${OF_YEAR}\\s?)?(1[0-2]|0?[1-9])\\s?月(?!\\d{1,2}日)(?:底|末|份)?(?:之?以?前)?`,
      'g',
    ),
    due: (match, current) => {
      const year = yearIn(match[1] ?? match[2], current)
      const last = match[4] || match[5] ? yearIn(match[4] ?? match[5], current) : year
      if (year === undefined || last === undefined) return undefined
      return monthsDue([year, Number(match[3])], [last, Number(match[6])])
    },
  },
  {
    rule: 'deadline-month',
    pattern: new RegExp(
      `(?:${OF_YEAR}\\s?)?(?<![0-9])(1[0-2]|0?[1-9])\\s?月(?:(底|末|中旬|上旬|下旬|初)|([0-9]{1,2})日)?(之?以?前)?`,
      'g',
    ),
    due: (match, current) => {
      const [, , , month = '', part = '', day, before] = match
      if (!written(match) && !before && part !== '底' && part !== '末') return undefined
      return withYear(match, current, (year) =>
        monthDue(year, Number(month), part, before ? '前' : '', day ? Number(day) : undefined),
      )
    },
  },
  {
    rule: 'deadline-part-of-year',
    pattern: new RegExp(`${OF_YEAR}?(上半年|下半年|第?([一二三四1-4])季度末?)(?:前)?`, 'g'),
    due: (match, current) =>
      // “前三季度”, “上半年”: without a year and without a 前 or 末 it tells when something was, not by when
      !written(match) && !/[前末]$/.test(match[0])
        ? undefined
        : withYear(match, current, (year) => {
            const quarter = QUARTERS[match[4] ?? ''] ?? 0
            const from = quarter ? quarter * 3 - 2 : match[3] === '上半年' ? 1 : 7
            return partDue(year, match[3] ?? '', from, quarter ? quarter * 3 : from + 5)
          }),
  },
  {
    rule: 'deadline-year-end',
    pattern: new RegExp(
      `(?:${OF_YEAR}年?(?:底|末)|(?<![0-9]年|[今明去本每前往])年(?:底|末)(?=之?前|[，、]|力?争?完成|基本))(?:之?以?前)?`,
      'g',
    ),
    due: (match, current) => withYear(match, current, yearEndDue),
  },
  {
    // “汛前检查” without a year is a task and no date
    rule: 'deadline-flood-season',
    pattern: new RegExp(`${OF_YEAR}主?汛期?(?:到来)?之?前`, 'g'),
    due: (match, current) => withYear(match, current, floodSeasonDue),
  },
  {
    rule: 'deadline-year',
    pattern: new RegExp(
      `(?:${OF_YEAR}(?:度|年内|内|之?以?前)?|(?<![0-9今明去本每前往多几半])年内(?=[^外]))`,
      'g',
    ),
    due: (match, current) => withYear(match, current, yearDue),
  },
]

const cache = new WeakMap<Knowledge, readonly Form[]>()

/** Every form, in the order in which they are preferred when two begin at one place. */
export const deadlineForms = (knowledge: Knowledge): readonly Form[] => {
  const built = cache.get(knowledge)
  if (built) return built
  const known = periods(knowledge)
  const names = [...known.keys()].sort((a, b) => b.length - a.length).join('|')
  const period: Form = {
    rule: 'deadline-period',
    // “十四五”规划 and “十四五”以来 name a document and a past, not a period in which something is due.
    pattern: new RegExp(
      `[“"「](${names})[”"」](时期|期间|期末|末期|末|规划期)?(?!规划(?!期)|纲要|以来|开局|收官)`,
      'g',
    ),
    due: (match) => {
      const years = known.get(match[1] ?? '')
      return years && periodDue(match[1] ?? '', years[0], years[1], /末/.test(match[2] ?? ''))
    },
  }
  const forms = [...dated, period]
  cache.set(knowledge, forms)
  return forms
}
