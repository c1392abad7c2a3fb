/** Finds a table of contents: it repeats the headings of the text and is none of them. */
import { readHeading } from './headings.ts'
import type { Line } from './lines.ts'

const FEWEST_ENTRIES = 3

/** “第一章 总体要求 …… 3”: what leads to the page number. */
const PAGE = /[\s.．·…⋯—-]*\d{0,3}\s*$/

const folded = (line: Line): string => line.text.replace(PAGE, '').replace(/\s/g, '')

/** Numbers of the lines of a table of contents, its title 目录 among them. */
export const contentsLines = (lines: readonly Line[]): ReadonlySet<number> => {
  const last = new Map<string, number>()
  for (const [index, line] of lines.entries()) if (line.mark !== 'matter') last.set(folded(line), index)
  const found = new Set<number>()
  for (let index = 0; index < lines.length; index++) {
    const run = runAt(lines, index)
    const entries = run.filter((at) => !isPage(lines[at]))
    const repeated = entries.filter((at) => (last.get(folded(lines[at] as Line)) ?? at) > (run.at(-1) ?? at))
    if (entries.length >= FEWEST_ENTRIES && repeated.length > entries.length / 2) {
      for (const at of run) found.add(at)
      if (index > 0 && folded(lines[index - 1] as Line) === '目录') found.add(index - 1)
    }
    index += Math.max(0, run.length - 1)
  }
  return found
}

const isPage = (line: Line | undefined): boolean => /^\d{1,3}$/.test(line?.text ?? '')

/** Lines on end that are headings of parts, chapters, sections or 一、, their second lines, or page numbers. */
const runAt = (lines: readonly Line[], from: number): readonly number[] => {
  const run: number[] = []
  const seen = new Set<string>()
  for (let index = from; index < lines.length; index++) {
    const line = lines[index] as Line
    const goesOn =
      run.length > 0 &&
      (isPage(line) || (isEntry(lines[index + 1]) && /^[^。；：！？，]{2,30}$/.test(line.text)))
    // The text itself begins where a heading comes again.
    if ((!isEntry(line) && !goesOn) || (isEntry(line) && seen.has(folded(line)))) break
    seen.add(folded(line))
    run.push(index)
  }
  return run
}

const isEntry = (line: Line | undefined): boolean => {
  const heading = line && readHeading(line)
  return heading !== undefined && heading.rank <= 5 && heading.rest.end <= heading.rest.start
}
