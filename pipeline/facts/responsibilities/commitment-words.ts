/** The words of commitments: verbs with their phases, how far a word binds, what is mere exhortation. */
import { PHASES, type Phase } from '../../../graph/model.ts'
import type { Knowledge } from '../../knowledge.ts'

export type Verb = { readonly verb: string; readonly phase?: Phase; readonly firm: boolean }

export type CommitmentWords = {
  /** The first verb by which a clause undertakes something, after adverbs and opening phrases. */
  readonly verbOf: (clause: string) => Verb | undefined
  /** The word that says how far a text binds: the first modal (确保, 力争), else what stands before or is its first verb. */
  readonly strengthOf: (text: string) => string | undefined
  /**
   * Name of the rule that says a sentence states nothing to be checked; `anchored` where it names something concrete.
   * `first`: only the rules that win over verbs of commitment.
   */
  readonly exhortation: (sentence: string, anchored: boolean, first?: 'first') => string | undefined
  /** Does a heading or short line open a part that tells what was (回顾), or one that undertakes (工作安排)? */
  readonly opens: (title: string) => 'reported' | 'planned' | undefined
}

const MOST_ADVERBS = 5
/** A modal deeper in a clause belongs to an aim named there, not to the deed. */
const MODAL_WITHIN = 14
const CLAUSE_MARKS = /[，,；;。：:！]/
const CACHE = new WeakMap<Knowledge, CommitmentWords>()
const byLength = (words: readonly string[]) =>
  [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
const TIME =
  /^(?:(?:到|至|在|于|力争|确保)?\d{4}年(?:\d{1,2}月)?(?:底|末|\d{1,2}日|上半年|下半年)?(?:之?以?前|内|，)?|“[^”]{2,4}”(?:时期|期间)?|\d{1,2}月(?:底|末|\d{1,2}日)?(?:之?以?前)|年底前|年内|近期|远期|中期|规划期内)[，,]?/

const phaseOf = (text: string | undefined): Phase | undefined => PHASES.find((phase) => phase === text)

const compile = (knowledge: Knowledge): CommitmentWords => {
  const verbs = new Map<string, Verb>()
  for (const row of knowledge.table('commitment-verbs')) {
    const phase = phaseOf(row.phase)
    verbs.set(row.verb ?? '', {
      verb: row.verb ?? '',
      firm: row.weight === 'firm',
      ...(phase ? { phase } : {}),
    })
  }
  const leads = knowledge.table('commitment-leads')
  const anyVerb = byLength([...verbs.keys()]).join('|')
  const startsVerb = new RegExp(`^(?:${anyVerb})`)
  const holdsVerb = new RegExp(anyVerb)
  const adverb = new RegExp(
    `^(?:${byLength(leads.filter((row) => row.kind === 'adverb').map((row) => row.word ?? '')).join('|')})地?`,
  )
  const phrase = new RegExp(
    `^(?:${byLength(leads.filter((row) => row.kind === 'phrase').map((row) => row.word ?? '')).join('|')})`,
  )
  const strengths = knowledge.table('commitment-strength')
  const wordsOf = (kind: string) =>
    new RegExp(byLength(strengths.filter((row) => row.kind === kind).map((row) => row.word ?? '')).join('|'))
  const [modal, plain] = [wordsOf('modal'), wordsOf('verb')]
  const rules = knowledge.table('exhortation').map((row) => ({
    name: row.rule ?? '',
    pattern: new RegExp(row.pattern ?? '(?!)'),
    anchored: row.anchored === 'yes',
    first: row.when === 'before',
  }))
  const partWords = knowledge.table('reported-headings')
  // 加快建立: the deed is 建立; in 加快甲工程建设 there is none behind it, and 加快 is the verb.
  const direct = (text: string, turns: number): Verb | undefined => {
    const lead = turns > 0 ? adverb.exec(text)?.[0] : undefined
    const behind = lead === undefined ? undefined : direct(text.slice(lead.length), turns - 1)
    return behind ?? verbs.get(startsVerb.exec(text)?.[0] ?? '')
  }
  const later = (text: string, turns: number): Verb | undefined => {
    if (phrase.test(text)) return verbs.get(holdsVerb.exec(text.slice(1))?.[0] ?? '')
    const lead = turns > 0 ? adverb.exec(text)?.[0] : undefined
    return lead === undefined ? undefined : later(text.slice(lead.length), turns - 1)
  }
  const verbOf = (clause: string): Verb | undefined => {
    const rest = clause
      .trim()
      .replace(/^[“”"'—–\-·•*]+/, '')
      .replace(TIME, '')
    return direct(rest, MOST_ADVERBS) ?? later(rest, MOST_ADVERBS)
  }
  return Object.freeze({
    verbOf,
    strengthOf: (text: string) => {
      const open = text.replace(/“[^”]*”/g, (quoted) => '　'.repeat(quoted.length))
      const clauses = open.split(CLAUSE_MARKS)
      const bound = clauses.map((clause) => modal.exec(clause.slice(0, MODAL_WITHIN))?.[0]).find(Boolean)
      if (bound !== undefined) return bound
      for (const clause of clauses) {
        const verb = verbOf(clause)
        if (verb)
          return plain.exec(clause.slice(0, clause.indexOf(verb.verb) + verb.verb.length))?.[0] ?? verb.verb
      }
      return undefined
    },
    exhortation: (sentence: string, anchored: boolean, first?: 'first') =>
      rules.find(
        (rule) => (rule.anchored || !anchored) && (!first || rule.first) && rule.pattern.test(sentence),
      )?.name,
    opens: (title: string) => {
      const row = partWords.find(({ word }) => title.includes(word ?? ''))
      return row?.kind === 'reported' || row?.kind === 'planned' ? row.kind : undefined
    },
  })
}

/** Compiles (or takes from its cache) the commitment words of a knowledge. */
export const commitmentWords = (knowledge: Knowledge): CommitmentWords => {
  const cached = CACHE.get(knowledge)
  if (cached) return cached
  const made = compile(knowledge)
  CACHE.set(knowledge, made)
  return made
}
