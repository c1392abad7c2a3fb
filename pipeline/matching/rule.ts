/** Rules as they run: compiled, with their names' templates. */
import { type Fault, nearest } from '../knowledge/fault.ts'
import { PatternError } from './lexemes.ts'
import { type Pattern, parsePattern, rolesIn, tagsIn } from './pattern.ts'
import { compile, type Step } from './program.ts'
import type { Example, RuleSource } from './rule-file.ts'

/** The passes, in the order in which they run. A rule sees the finds of earlier passes, never those of its own. */
export const PASSES = ['atoms', 'names', 'relations'] as const
export type Pass = (typeof PASSES)[number]

export type Rule = {
  readonly name: string
  readonly file: string
  readonly line: number
  readonly reason: string
  readonly pass: Pass
  /** Place of the rule among those of its pass: files by name, rules as they stand. */
  readonly order: number
  /** The tag under which its finds are known. */
  readonly find: string
  readonly program: readonly Step[]
  /** `{item}{head}`: how the find's name is put together; without one it is the text itself. */
  readonly template?: string
  readonly roles: ReadonlySet<string>
  /** Every other field of the rule block: subject, object, phase, … */
  readonly attributes: Readonly<Record<string, string>>
  readonly examples: readonly Example[]
}

/** Compiles a rule, or says what is wrong with it. `known` are the tags that its pattern may ask for. */
export const compileRule = (
  source: RuleSource,
  pass: Pass,
  order: number,
  known: ReadonlySet<string>,
): { readonly rule?: Rule; readonly faults: readonly Fault[] } => {
  const { file, name, line } = source
  const faults: Fault[] = []
  const field = (key: string): string => {
    const value = source.fields.get(key)?.value ?? ''
    if (value === '')
      faults.push({ file, line, reason: `Unexpected rule ${name} without ${key}, expected ${key}: …` })
    return value
  }
  const [find, match] = [field('find'), field('match')]
  const at = source.fields.get('match')?.line ?? line
  if (find !== '' && !/^[A-Z][A-Za-z_]*$/.test(find))
    faults.push({
      file,
      line: source.fields.get('find')?.line ?? line,
      reason: `Unexpected find ${find}, expected a Tag or a RELATION`,
    })
  const pattern = match === '' ? undefined : patternOf(match, file, at, faults)
  if (!pattern) return { faults }
  for (const tag of new Set(tagsIn(pattern)))
    if (!known.has(tag)) faults.push(unknown('tag', tag, known, file, at))
  const roles = new Set(rolesIn(pattern))
  const template = source.fields.get('name')
  for (const role of templateRoles(template?.value ?? ''))
    if (!roles.has(role)) faults.push(unknown('role', role, roles, file, template?.line ?? line))
  const attributes: Record<string, string> = {}
  for (const [key, { value }] of source.fields)
    if (!['find', 'match', 'name'].includes(key)) attributes[key] = value
  const { reason, examples } = source
  const rule: Rule = {
    name,
    file,
    line,
    reason,
    pass,
    order,
    find,
    program: compile(pattern),
    roles,
    attributes,
    examples,
    ...(template && { template: template.value }),
  }
  return faults.length > 0 ? { faults } : { rule, faults }
}

const unknown = (what: string, word: string, known: Iterable<string>, file: string, line: number): Fault => {
  const suggestion = nearest(word, known)
  return {
    file,
    line,
    reason: `Unexpected ${what} ${word}, expected a known one`,
    ...(suggestion && { suggestion }),
  }
}

const patternOf = (match: string, file: string, line: number, faults: Fault[]): Pattern | undefined => {
  try {
    return parsePattern(match)
  } catch (error) {
    if (!(error instanceof PatternError)) throw error
    faults.push({ file, line, reason: `${error.message}, at character ${error.at + 1} of the pattern` })
    return undefined
  }
}

export const templateRoles = (template: string): readonly string[] =>
  [...template.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, role]) => role as string)
