/** What a rule found at one place, and the names that its template makes of it. */
import type { Span } from '../records.ts'
import type { Atom, Lattice } from './lattice.ts'
import type { Rule } from './rule.ts'
import { templateRoles } from './rule.ts'
import type { Match } from './run.ts'

/** The words that fill a role, and the earlier finds that are exactly these words. */
export type RoleFill = { readonly span: Span; readonly text: string; readonly atoms: readonly Atom[] }
/** One thing found: of a list, one an item. Its span is the item's, or the hit's where nothing is shared. */
export type Find = { readonly tag: string; readonly name: string; readonly span: Span }

export type RuleHit = {
  readonly rule: string
  readonly find: string
  readonly order: number
  /** UTF-16, from the document's start. */
  readonly span: Span
  readonly text: string
  /** The fills of each role, in text order; a role in a repetition has several. */
  readonly roles: Readonly<Record<string, readonly RoleFill[]>>
  readonly finds: readonly Find[]
  readonly attributes: Readonly<Record<string, string>>
}

export const hitOf = (rule: Rule, lattice: Lattice, start: number, match: Match): RuleHit => {
  const { text, offset, atomsAt } = lattice
  const span = { start: start + offset, end: match.end + offset }
  const roles: Record<string, RoleFill[]> = {}
  for (const filled of match.roles) {
    const own = { start: filled.start + offset, end: filled.end + offset }
    const fill = { span: own, text: text.slice(filled.start, filled.end), atoms: atomsAt(own) }
    roles[filled.role] = [...(roles[filled.role] ?? []), fill]
  }
  const words = text.slice(start, match.end)
  const { name, find, order, attributes } = rule
  return {
    rule: name,
    find,
    order,
    span,
    text: words,
    roles,
    finds: findsOf(rule, roles, span, words),
    attributes,
  }
}

/** `{item}{head}` with three items and one head gives three names; the role with the most fills is shared out. */
const findsOf = (
  { find, template }: Rule,
  roles: Readonly<Record<string, readonly RoleFill[]>>,
  span: Span,
  words: string,
): readonly Find[] => {
  if (template === undefined) return [{ tag: find, name: words, span }]
  const used = templateRoles(template)
  const most = used.reduce<readonly RoleFill[]>(
    (best, role) => ((roles[role]?.length ?? 0) > best.length ? (roles[role] ?? []) : best),
    [],
  )
  if (most.length === 0) return [{ tag: find, name: fill(template, roles, 0), span }]
  return most.map((item, index) => ({
    tag: find,
    name: fill(template, roles, index),
    span: most.length > 1 ? item.span : span,
  }))
}

const fill = (
  template: string,
  roles: Readonly<Record<string, readonly RoleFill[]>>,
  index: number,
): string =>
  template.replace(/\{([a-zA-Z]+)\}/g, (_, role: string) => {
    const fills = roles[role] ?? []
    return (fills.length > 1 ? fills[index] : fills[0])?.text ?? ''
  })
