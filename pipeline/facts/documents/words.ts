/** How titles of documents end, compiled once per knowledge. */
import type { Knowledge } from '../../knowledge.ts'

export type DocumentWords = {
  /** A whole title ends like a document's (an edition in brackets may follow). */
  readonly endsTitle: RegExp
  /** In plain words: a year, a session or a place, then one of the kinds that need no 《》. */
  readonly plain: RegExp
}

const CACHE = new WeakMap<Knowledge, DocumentWords>()

const compile = (knowledge: Knowledge): DocumentWords => {
  const rows = knowledge.table('document-heads')
  const heads = rows.map((row) => row.head ?? '').sort((a, b) => b.length - a.length)
  const plain = rows
    .filter((row) => row.plain === 'yes')
    .map((row) => row.head ?? '')
    .sort((a, b) => b.length - a.length)
  return Object.freeze({
    endsTitle: new RegExp(`(?:${heads.join('|')}|\\d{4})(?:[（(〔][^（）()〔〕]*[）)〕])*$`),
    plain: new RegExp(
      `^(?=.*(?:\\d{4}年|第[一二三四五六七八九十]+次|[\\u4e00-\\u9fa5]{2,}[省市区县州旗]))[\\u4e00-\\u9fa5\\d]{2,24}(?:${plain.join('|')})$`,
    ),
  })
}

/** Compiles (or takes from its cache) the words of titles. */
export const documentWords = (knowledge: Knowledge): DocumentWords => {
  const cached = CACHE.get(knowledge)
  if (cached) return cached
  const made = compile(knowledge)
  CACHE.set(knowledge, made)
  return made
}
