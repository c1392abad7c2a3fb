/** A pattern as a list of steps, so that matching costs at most steps × positions, however a rule is written. */
import type { Pattern } from './pattern.ts'

export type Step =
  | { readonly op: 'literal'; readonly text: string }
  | { readonly op: 'tag'; readonly tag: string }
  | { readonly op: 'edge'; readonly edge: 'start' | 'end' }
  | { readonly op: 'not'; readonly program: readonly Step[] }
  | { readonly op: 'open' | 'close'; readonly role: string }
  /** Goes on at each of these, the first first. */
  | { readonly op: 'split'; readonly to: readonly number[] }
  | { readonly op: 'match' }

/** Steps of a pattern, ending in a match. */
export const compile = (pattern: Pattern): readonly Step[] => {
  const steps: Step[] = []
  emit(pattern, steps)
  steps.push({ op: 'match' })
  return steps
}

const emit = (pattern: Pattern, steps: Step[]): void => {
  switch (pattern.kind) {
    case 'literal':
      steps.push({ op: 'literal', text: pattern.text })
      return
    case 'tag':
      steps.push({ op: 'tag', tag: pattern.tag })
      return
    case 'edge':
      steps.push({ op: 'edge', edge: pattern.edge })
      return
    case 'not':
      steps.push({ op: 'not', program: compile(pattern.part) })
      return
    case 'role':
      steps.push({ op: 'open', role: pattern.role })
      emit(pattern.part, steps)
      steps.push({ op: 'close', role: pattern.role })
      return
    case 'sequence':
      for (const part of pattern.parts) emit(part, steps)
      return
    case 'either':
      emitEither(pattern.parts, steps)
      return
    case 'repeat':
      emitRepeat(pattern, steps)
  }
}

/** Places to fill in once the length of what follows is known. */
const hole = (steps: Step[]): ((to: readonly number[]) => void) => {
  const index = steps.push({ op: 'split', to: [] }) - 1
  return (to) => {
    steps[index] = { op: 'split', to }
  }
}

const emitEither = (parts: readonly Pattern[], steps: Step[]): void => {
  const choose = hole(steps)
  const starts: number[] = []
  const exits: ((to: readonly number[]) => void)[] = []
  for (const part of parts) {
    starts.push(steps.length)
    emit(part, steps)
    exits.push(hole(steps))
  }
  choose(starts)
  for (const exit of exits) exit([steps.length])
}

const emitRepeat = (
  { part, least, most, isLazy }: Extract<Pattern, { kind: 'repeat' }>,
  steps: Step[],
): void => {
  const order = (inside: number, after: number) => (isLazy ? [after, inside] : [inside, after])
  for (let copy = 0; copy < least; copy += 1) emit(part, steps)
  if (most === Infinity) {
    const start = steps.length
    const loop = hole(steps)
    emit(part, steps)
    steps.push({ op: 'split', to: [start] })
    loop(order(start + 1, steps.length))
    return
  }
  const exits: { readonly at: number; readonly fill: (to: readonly number[]) => void }[] = []
  for (let copy = least; copy < most; copy += 1) {
    exits.push({ at: steps.length + 1, fill: hole(steps) })
    emit(part, steps)
  }
  for (const { at, fill } of exits) fill(order(at, steps.length))
}
