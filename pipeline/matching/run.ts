/** Runs a compiled pattern over a lattice from one place. */
import type { Lattice } from './lattice.ts'
import type { Step } from './program.ts'

type Trail = {
  readonly role: string
  readonly at: number
  readonly isOpen: boolean
  readonly before: Trail | undefined
}
type Place = { readonly step: number; readonly at: number; readonly trail: Trail | undefined }

export type RoleSpan = { readonly role: string; readonly start: number; readonly end: number }
export type Match = { readonly end: number; readonly roles: readonly RoleSpan[] }

/**
 * The match that the pattern prefers (repetitions take as much as they can), or undefined. Offsets are the text's.
 * A step that was once reached at a place is not tried there again: roles never decide whether a pattern fits.
 */
export const run = (program: readonly Step[], lattice: Lattice, start: number): Match | undefined => {
  const { text, endsAt } = lattice
  const tried = new Set<number>()
  const stack: Place[] = [{ step: 0, at: start, trail: undefined }]
  while (stack.length > 0) {
    const { step, at, trail } = stack.pop() as Place
    const visit = step * (text.length + 1) + at
    const instruction = program[step]
    if (tried.has(visit) || !instruction) continue
    tried.add(visit)
    switch (instruction.op) {
      case 'match':
        return { end: at, roles: rolesOf(trail) }
      case 'literal':
        if (text.startsWith(instruction.text, at))
          stack.push({ step: step + 1, at: at + instruction.text.length, trail })
        break
      case 'tag': {
        const ends = endsAt(instruction.tag, at)
        for (let index = ends.length - 1; index >= 0; index -= 1)
          stack.push({ step: step + 1, at: ends[index] as number, trail })
        break
      }
      case 'edge':
        if (at === (instruction.edge === 'start' ? 0 : text.length)) stack.push({ step: step + 1, at, trail })
        break
      case 'not':
        if (!run(instruction.program, lattice, at)) stack.push({ step: step + 1, at, trail })
        break
      case 'split':
        for (const to of [...instruction.to].reverse()) stack.push({ step: to, at, trail })
        break
      default:
        stack.push({
          step: step + 1,
          at,
          trail: { role: instruction.role, at, isOpen: instruction.op === 'open', before: trail },
        })
    }
  }
  return undefined
}

/** Roles in text order; an inner role closes before the outer one. */
const rolesOf = (trail: Trail | undefined): readonly RoleSpan[] => {
  const steps: Trail[] = []
  for (let one = trail; one; one = one.before) steps.push(one)
  const open: Trail[] = []
  const roles: RoleSpan[] = []
  for (const one of steps.reverse()) {
    if (one.isOpen) open.push(one)
    else {
      const opened = open.pop()
      if (opened && opened.at < one.at) roles.push({ role: one.role, start: opened.at, end: one.at })
    }
  }
  return roles.sort((a, b) => a.start - b.start || b.end - a.end)
}
