/** The pieces of a question that may be names, to be looked up in a store. */

export type Pieces = {
  /** Stretches of the question as written, 2 to 30 characters, at most 900. */
  readonly pieces: readonly string[]
  /** Its Latin words in lower case, up to four in a row, joined with and without spaces; three letters at least. */
  readonly keys: readonly string[]
}

const LONGEST = 30
const MOST = 900
/** Words of a place's pinyin, at most. */
const WORDS = 4

const runsOf = (question: string): readonly string[] => question.match(/[\p{L}\p{N}（）()“”—－-]+/gu) ?? []

const piecesOf = (run: string): readonly string[] => {
  const found: string[] = []
  for (let length = Math.min(LONGEST, run.length); length >= 2; length--)
    for (let start = 0; start + length <= run.length; start++) found.push(run.slice(start, start + length))
  return found
}

const keysOf = (question: string): readonly string[] => {
  const words = question.toLowerCase().match(/[a-z]+/g) ?? []
  return words.flatMap((_, start) =>
    Array.from({ length: WORDS }, (_none, more) => words.slice(start, start + more + 1))
      .filter((some, more) => some.length === more + 1)
      .flatMap((some) => [some.join(''), some.join(' ')]),
  )
}

/** What `entities-named` takes. Runs longer than 60 characters give their beginnings only, by the cap. */
export const piecesOfQuestion = (question: string): Pieces => {
  const pieces = new Set(runsOf(question).flatMap(piecesOf))
  const keys = new Set(keysOf(question).filter((key) => key.length >= 3))
  return { pieces: [...pieces].slice(0, MOST), keys: [...keys] }
}
