/** A text in traditional characters as the rules and tables can read it: character for character, so that no offset moves. */
import { lexicon } from './lexicon.ts'

/** So many of a text's characters, in a hundred, must be traditional ones; names keep an old character here and there. */
const SHARE = 5

let pairs: ReadonlyMap<string, string> | undefined

/** The text with simplified characters where it is written in traditional ones, else the text itself. Its length stays. */
export const simplified = (text: string): string => {
  pairs ??= new Map(lexicon('traditional').map((row) => [row.traditional ?? '', row.simplified ?? '']))
  const known = pairs
  const han = text.match(/[\u4e00-\u9fff]/g) ?? []
  const old = han.filter((character) => known.has(character)).length
  if (old * 100 <= han.length * SHARE) return text
  return text.replace(/[\u4e00-\u9fff]/g, (character) => known.get(character) ?? character)
}
