/**
 * The one door to nodejieba. Its dictionary belongs to the process: it is filled once, from lexicons/words.tsv, before the
 * first sentence is cut, and never while running, or results would depend on the order of documents.
 */
import nodejieba from 'nodejieba'
import type { Knowledge } from '../knowledge.ts'
import type { Token } from '../records.ts'

let loaded = false

const load = (knowledge: Knowledge): void => {
  if (loaded) return
  nodejieba.load()
  for (const row of knowledge.table('words')) nodejieba.insertWord(row.word ?? '', row.tag ?? 'n')
  loaded = true
}

/** jieba reads UTF-8; half a surrogate pair or a zero has no place there and is a token of its own. */
const UNREADABLE = /([\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\0)/

/** Cuts `text` into tagged tokens that rebuild it; spans count from `offset`. Throws when jieba loses a character. */
export const tokenize = (text: string, offset: number, knowledge: Knowledge): readonly Token[] => {
  load(knowledge)
  const tokens: Token[] = []
  let at = 0
  const push = (word: string, tag: string): void => {
    if (!text.startsWith(word, at) || word === '')
      throw new Error(
        `Unexpected token ${JSON.stringify(word)}, expected text at ${offset + at}: ${text.slice(at, at + 10)}`,
      )
    tokens.push({ span: { start: offset + at, end: offset + at + word.length }, text: word, tag })
    at += word.length
  }
  for (const piece of text.split(UNREADABLE)) {
    if (piece === '') continue
    if (UNREADABLE.test(piece)) push(piece, 'x')
    else for (const { word, tag } of nodejieba.tag(piece)) push(word, tag)
  }
  if (at !== text.length)
    throw new Error(`Unexpected end of tokens at ${offset + at}, expected ${offset + text.length}`)
  return tokens
}
