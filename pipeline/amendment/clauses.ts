/** A text that amends, cut into the clauses that say what becomes of the plan. Offsets are UTF-16. */
import type { Span } from '../records.ts'
import { END, headingKind, isTelling, styleOf, UNNUMBERED, unnumbered } from './headings.ts'
import { amendingWords, firstWord } from './words.ts'

/**
 * What a clause does to the plan. `lead-in` only announces what follows it; `aside` says why something goes, or what comes of
 * that; `unclear` stands in a list of what goes and names nothing for certain.
 */
export type ClauseKind = 'remove' | 'change' | 'rename' | 'add' | 'lead-in' | 'aside' | 'unclear' | 'other'

/** “经研究，现就部分内容调整如下”: what follows is said, nothing is undertaken. */
const LEAD_IN = /如下[^，。]{0,4}[。：:]?$/

export type Clause = Span & { readonly text: string; readonly kind: ClauseKind }

/** The heading above a line, and how the items below it are numbered. */
type Above = { readonly kind: ClauseKind; readonly style: number; readonly items?: number }

/** The clauses of a text in order; headings are clauses of kind `other`. `apart`: places that are read otherwise, as tables. */
export const clausesOf = (text: string, apart: readonly Span[] = []): readonly Clause[] => {
  const clauses: Clause[] = []
  let under: Above | undefined
  let at = 0
  for (const raw of text.split('\n')) {
    const line = raw.trim()
    const start = at + (raw.length - raw.trimStart().length)
    at += raw.length + 1
    if (line === '' || apart.some((one) => one.start < start + line.length && start < one.end)) continue
    const kind = headingKind(line)
    const style = styleOf(line)
    if (kind !== undefined || END.test(line) || (under && isBeyond(style, under))) under = undefined
    if (kind !== undefined) {
      under = { kind, style }
      // “取消项目” is no undertaking; 新增项目 says of what stands below it that it is built.
      const own = kind === 'remove' ? 'lead-in' : 'other'
      clauses.push({ start, end: start + line.length, text: line, kind: own })
      continue
    }
    if (isTelling(line)) {
      clauses.push({ start, end: start + line.length, text: line, kind: 'lead-in' })
      continue
    }
    if (under && under.items === undefined) under = { ...under, items: style }
    clauses.push(...clausesIn(line, start, under))
  }
  return clauses
}

/** A number as that of the heading above, or further out, ends what stands below it; so do others than the items' where it has none. */
const isBeyond = (style: number, { style: own, items }: Above): boolean =>
  style < UNNUMBERED && (own < UNNUMBERED ? style <= own : items !== undefined && style < items)

/** A clause without a word of its own goes with the one before it in its sentence, the first one with the heading above it. */
const clausesIn = (line: string, start: number, under: Above | undefined): readonly Clause[] => {
  const isListed = under?.kind === 'remove'
  const isItem = isListed && under.items === styleOf(line)
  let isClosed = false
  return pieces(line, /[。；;！？]/).flatMap((sentence, nth) => {
    const from = start + sentence.start
    if (LEAD_IN.test(sentence.text))
      return [
        { start: from, end: from + sentence.text.length, text: sentence.text, kind: 'lead-in' as const },
      ]
    const clauses: Clause[] = []
    let before: ClauseKind = 'other'
    for (const [index, piece] of pieces(sentence.text, /[，,]/).entries()) {
      const at = from + piece.start
      const place: ListPlace =
        !isItem || isClosed ? 'beside' : nth + index > 0 || under.items === UNNUMBERED ? 'later' : 'first'
      const kind: ClauseKind =
        ownKind(piece.text) ??
        (isListed ? listedKind(piece.text, place, before) : followingKind(piece.text, before))
      const item = kind === 'remove' && ownKind(piece.text) === undefined ? nameIn(piece.text) : piece.text
      clauses.push({ start: at, end: at + item.length, text: item, kind })
      // “甲溪水厂（与乙河水厂重复）”: what stands behind the name takes nothing away.
      if (item.length < piece.text.length)
        clauses.push({
          start: at + item.length,
          end: at + piece.text.length,
          text: piece.text.slice(item.length),
          kind: 'aside',
        })
      before = kind
    }
    // “1.甲水厂。建设乙水厂。”: behind its first stop an item is told about.
    isClosed ||= /。$/.test(sentence.text)
    return withSubject(clauses)
  })
}

/** Where a clause stands in a list of what goes: it opens an item with a number, goes on in an item, or is none. */
type ListPlace = 'first' | 'later' | 'beside'

/** A clause of a list of what goes: the item itself by its number or its look, not what is said about it. */
const listedKind = (text: string, place: ListPlace, before: ClauseKind): ClauseKind => {
  if (amendingWords('stay').some((word) => startsOrEnds(text, word))) return 'other'
  if (place === 'first') return 'remove'
  if (place === 'later' && before !== 'aside' && isNames(text)) return 'remove'
  return before === 'aside' || explains(text) ? 'aside' : 'unclear'
}

/** “取消甲水库，乙水库，丙水库”: names go on; “，保留乙水库”, “，其功能由乙水厂承担” do not. */
const followingKind = (text: string, before: ClauseKind): ClauseKind => {
  // “，同步关停乙水库”: something else is done, which may take away as well.
  if (before === 'remove' && /^(?:并|同步|同时|一并)/.test(text) && !isKept(text)) return 'unclear'
  if (before !== 'remove') return before === 'aside' ? (isKept(text) ? 'other' : 'aside') : before
  if (isKept(text)) return 'other'
  if (isNames(text)) return 'remove'
  return explains(text) ? 'aside' : 'unclear'
}

const bareOf = (text: string): string => unnumbered(text.trim()).replace(/[，。；,;！？\s]+$/, '')

const startsOrEnds = (text: string, word: string): boolean => {
  const bare = bareOf(text).replace(/^(?:但|同时|并)+/, '')
  return bare.startsWith(word) || bare.endsWith(word)
}

/** Whether a clause says of something that it stays, goes on or is built: by the word it opens with, or by its last. */
const isKept = (text: string): boolean => amendingWords('keep').some((word) => startsOrEnds(text, word))

/** Whether a clause says why, or of what else. */
const explains = (text: string): boolean =>
  amendingWords('explain').some((word) => bareOf(text).startsWith(word))

const LONGEST_NAMES = 60
/** “甲溪水厂由乙河镇管理”: behind a name, the beginning of what is said of it. */
const PREDICATE = /.{2}(?:[由将已按因拟应须仍改归]|为(?!民))|后$/u

/** Names and nothing else, as far as its words tell: without any that says why, of what else, or what is done. */
const isNames = (text: string): boolean => {
  const bare = bareOf(text)
  const name = nameIn(bare)
  return (
    bare.length > 1 &&
    bare.length <= LONGEST_NAMES &&
    !explains(bare) &&
    name.length > 1 &&
    !amendingWords('explain').some((word) => word.length > 1 && name.includes(word)) &&
    !PREDICATE.test(name)
  )
}

/** “甲溪水厂（因用地）”, “甲溪水厂因用地无法落实”, “甲溪水厂：与乙河水厂重复”: up to the end of the name. */
const nameIn = (text: string): string => {
  const cell = /(?<=\p{Script=Han}.*?)\s*(?:\t|[|｜])/u.exec(text)
  if (cell) return text.slice(0, cell.index)
  const reason =
    /(?<=\p{Script=Han}{2}.*?)(?:[（(](?=原因|理由|因|由|与|已|见|并入|说明|备注)|(?<!基)因|由于|鉴于|与(?=[^、，]*(?:重复|合并|整合|重叠|功能))|[：:](?=.))/u.exec(
      text,
    )
  if (!reason) return text
  const name = text.slice(0, reason.index)
  return /[：:]/.test(reason[0]) && amendingWords('class').some((word) => name.endsWith(word)) ? text : name
}

/** Words of a removing clause that name nothing. */
const NAMELESS = /予以|现|拟|决定|同意|建设|项目|并|故|因此|全部|的|[，。；,;！？\s]/g

/** “甲溪水厂因用地无法落实，不再实施”: the clause that says so takes its name from the one before it. */
const withSubject = (clauses: readonly Clause[]): readonly Clause[] => {
  const at = clauses.findIndex(({ kind, text }) => kind === 'remove' && isNameless(text))
  if (at < 1) return clauses
  const subject = clauses.findLastIndex(
    ({ kind, text }, index) => index < at && kind === 'other' && !explains(text) && !/^经/.test(bareOf(text)),
  )
  if (subject < 0) return clauses
  return clauses.flatMap((clause, index): readonly Clause[] => {
    if (index === at) return [{ ...clause, kind: 'lead-in' }]
    if (index > subject && index < at) return [{ ...clause, kind: 'aside' }]
    if (index !== subject) return [clause]
    const name = nameIn(clause.text)
    const end = clause.start + name.length
    return [
      { ...clause, end, text: name, kind: 'remove' },
      ...(end < clause.end
        ? [{ start: end, end: clause.end, text: clause.text.slice(name.length), kind: 'aside' as const }]
        : []),
    ]
  })
}

const isNameless = (text: string): boolean =>
  amendingWords('remove')
    .reduce((rest, word) => rest.replaceAll(word, ''), text)
    .replace(NAMELESS, '') === ''

/** “取消项目：无”. */
const NOTHING = /^(?:[^：:]{0,12}[：:])?\s*(?:暂?无)[。；\s]*$/

const ownKind = (text: string): ClauseKind | undefined => {
  const outside = text.replace(/[“《][^”》]*[”》]/g, (quoted) => '　'.repeat(quoted.length))
  const [remove, change, rename, add] = (['remove', 'change', 'rename', 'add'] as const).map((kind) =>
    firstWord(outside, kind),
  )
  if (rename) return 'rename'
  if (change) return 'change'
  if (NOTHING.test(text)) return 'lead-in'
  // “甲镇撤销后”, “取消的项目资金”: told of, not done
  if (remove && /^(?:之后|以后|后|前)/.test(outside.slice(remove.at + remove.word.length))) return 'aside'
  if (remove && (!add || remove.at <= add.at)) return 'remove'
  return add ? 'add' : undefined
}

/** The text cut behind each separator that stands outside quotation marks. */
const pieces = (
  text: string,
  separator: RegExp,
): readonly { readonly text: string; readonly start: number }[] => {
  const found: { text: string; start: number }[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? ''
    if ('“《（('.includes(letter)) depth += 1
    if ('”》）)'.includes(letter)) depth = Math.max(0, depth - 1)
    if (depth > 0 || !separator.test(letter)) continue
    found.push({ text: text.slice(start, at + 1), start })
    start = at + 1
  }
  if (start < text.length) found.push({ text: text.slice(start), start })
  return found
}
