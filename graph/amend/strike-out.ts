/** What an amendment strikes out of its plan word by word. Pure. */
import { wordingKey } from '../diff/text.ts'
import type { CommitmentRecord } from '../model.ts'
import { namedIn } from './names.ts'
import { type Retiring, retireCommitment, type Standing } from './retired.ts'

/** From this share of a clause's letters on, words that are struck out are the clause. */
const WHOLE_CLAUSE = 0.6

/** Retires clauses whose words are struck out, and of a longer clause what those words name. */
export const strikeOut = (standing: readonly Standing[], words: string, retired: Retiring): boolean => {
  const key = wordingKey(words)
  let isFound = false
  for (const facts of standing) {
    // The same few words may stand elsewhere too, where nothing is struck out.
    const here = new Set(
      facts.sections.filter(({ leaf, text }) => leaf && wordingKey(text).includes(key)).map(({ id }) => id),
    )
    const struck = facts.commitments.filter(
      ({ text, section }) =>
        wordingKey(text).includes(key) || (here.has(section) && isPart(wordingKey(text), key)),
    )
    for (const commitment of struck) {
      isFound = true
      if (key.length >= WHOLE_CLAUSE * wordingKey(commitment.text).length)
        retireCommitment(facts, commitment, retired)
      else retirePart(facts, commitment, words, retired)
    }
    const quoted = facts.statements.filter(({ evidence }) =>
      evidence.some(
        ({ part, section, quote }) =>
          part === 'clause' && here.has(section) && isPart(wordingKey(quote), key),
      ),
    )
    for (const { id } of quoted) retired.statements.add(id)
    isFound ||= quoted.length > 0
  }
  return isFound
}

const isPart = (part: string, whole: string): boolean => part !== '' && whole.includes(part)

const retirePart = (facts: Standing, { id }: CommitmentRecord, words: string, retired: Retiring): void => {
  const named = new Set(namedIn(facts.entities, words).map((entity) => entity.id))
  for (const { id: statement, subject, object } of facts.statements)
    if ((subject === id && named.has(object)) || (object === id && named.has(subject)))
      retired.statements.add(statement)
}
