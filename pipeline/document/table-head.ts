/** The head of a flattened table: its caption, and its cells where one cell was broken over two lines. */
import type { Span } from '../records.ts'
import { lexicon } from './lexicon.ts'
import type { Line } from './lines.ts'

export type Head = { readonly caption?: number; readonly cells: readonly Span[] }

let heads: readonly string[] | undefined

const headWords = (): readonly string[] => {
  heads ??= lexicon('table-heads').map((row) => row.word ?? '')
  return heads
}

const folded = (line: Line | undefined): string => (line?.text ?? '').replace(/\s/g, '')

/** A head cell: a word of lexicons/table-heads.tsv, a year or a period, with a unit or a remark in brackets behind it. */
export const isHeadCell = (line: Line | undefined): boolean => isHeadWord(folded(line))

/** The same of a cell's words without blanks. */
export const isHeadWord = (words: string): boolean => {
  const text = words.replace(/[（(][^（）()]*[）)]$/, '')
  return (
    headWords().includes(text) ||
    isPeriod(text) ||
    headWords().some((word) => isPeriod(text.slice(0, -word.length)) && text.endsWith(word))
  )
}

const isPeriod = (text: string): boolean =>
  /^(?:20\d\d年?|[“"][一二三四五六七八九十]+五[”"](?:时期|期间|末)?)$/.test(text)

const CAPTION = /表(?:[（(][^（）()]*[）)]|[\d一二三四五六七八九十]+)?$/

/** “…主要指标表”, “表1 主要指标”. */
export const isCaption = (text: string): boolean =>
  text.length <= 40 && (CAPTION.test(text) || /^表\s*[\d一二三四五六七八九十]/.test(text))

/** “‘十四五’ / 完成值”, “指标 / 属性”, “指 / 标”: one cell over two lines. */
const goesOn = (above: string, text: string): boolean =>
  headWords().includes(above + text) ||
  (isPeriod(above) && !isPeriod(text)) ||
  (above.length === 1 && text.length === 1)

/**
 * The head in lines `from` to `to` (exclusive), of a table `width` cells wide: a caption at its top is told apart, and as many
 * lines are joined to the period before them as are too many (“‘十四五’ / 完成值”).
 */
export const readHead = (lines: readonly Line[], from: number, to: number, width: number): Head => {
  const captioned = from < to && isCaption(folded(lines[from])) && !isHeadCell(lines[from])
  const first = captioned ? from + 1 : from
  let surplus = to - first - width
  const cells: Span[] = []
  for (let index = first; index < to; index++) {
    const line = lines[index] as Line
    const last = cells.at(-1)
    if (last && surplus > 0 && goesOn(folded(lines[index - 1]), folded(line))) {
      cells[cells.length - 1] = { start: last.start, end: line.content.end }
      surplus--
    } else cells.push(line.content)
  }
  return captioned ? { caption: from, cells } : { cells }
}
