/** Faults in tables and rules: ours to fix, at start, all of them at once. */

export type Fault = {
  /** Path below pipeline/, as a reader would look it up: lexicons/units.tsv. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** Unexpected X, expected Y. */
  readonly reason: string
  readonly suggestion?: string
}

const line = ({ file, line, reason, suggestion }: Fault): string =>
  `${file}:${line} ${reason}${suggestion ? ` (did you mean ${suggestion}?)` : ''}`

/** Thrown once, with every fault that was found. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError'
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[]) {
    super(`${faults.length} fault(s) in tables and rules:\n${faults.map(line).join('\n')}`)
    this.faults = faults
  }
}

const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const change = (row[j - 1] as number) + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    row = next
  }
  return row[other.length] as number
}

/** The known word nearest to a mistyped one, where one is near enough to be meant. */
export const nearest = (word: string, known: Iterable<string>): string | undefined => {
  const ranked = [...known]
    .map((one) => ({ one, far: distance(word.toLowerCase(), one.toLowerCase()) }))
    .sort((a, b) => a.far - b.far || (a.one < b.one ? -1 : 1))
  const best = ranked[0]
  return best && best.far <= Math.max(1, Math.floor(word.length / 2)) ? best.one : undefined
}
