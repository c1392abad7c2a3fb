/** The words of commitments: verbs with their phases, how far a word binds, what is mere exhortation. */
import { PHASES, type Phase } from '../../../graph/model.ts'
import type { Knowledge } from '../../knowledge.ts'

export type Verb = { readonly verb: string; readonly phase?: Phase; readonly firm: boolean }

export type CommitmentWords = {
  /** The first verb by which a clause undertakes something, after adverbs and opening phrases. */
  readonly verbOf: (clause: string) => Verb | undefined
  /** The word that says how far a text binds: the first modal (确保, 力争), else the first verb of the table. */
  readonly strengthOf: (text: string) => string | undefined
  /** Name of the rule that says a sentence states nothing to be checked; `anchored` where it names something concrete. */
  readonly exhortation: (sentence: string, anchored: boolean) => string | undefined
  readonly isReportedHeading: (title: string) => boolean
}

const CACHE = new WeakMap<Knowledge, CommitmentWords>()
const byLength = (words: readonly string[]) =>
  [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
const TIME =
  /^(?:(?:到|至)?\d{4}年(?:底|末)?(?:前|，)?|“[^”]{2,4}”(?:时期|期间)?|\d+月底前|年底前|近期|远期|中期|规划期内)[，,]?/

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
  const rules = knowledge
    .table('exhortation')
    .map((row) => ({
      name: row.rule ?? '',
      pattern: new RegExp(row.pattern ?? '(?!)'),
      anchored: row.anchored === 'yes',
    }))
  const reported = knowledge.table('reported-headings').map((row) => row.word ?? '')
  return Object.freeze({
    verbOf: (clause: string) => {
      let rest = clause
        .trim()
        .replace(/^[“”"'—–\-·•*]+/, '')
        .replace(TIME, '')
      for (let turn = 0; turn < 4; turn += 1) {
        const verb = startsVerb.exec(rest)?.[0]
        if (verb !== undefined) return verbs.get(verb)
        const lead = adverb.exec(rest)?.[0]
        if (lead === undefined) break
        rest = rest.slice(lead.length)
      }
      const inside = phrase.test(rest) ? holdsVerb.exec(rest.slice(1))?.[0] : undefined
      return inside === undefined ? undefined : verbs.get(inside)
    },
    strengthOf: (text: string) => modal.exec(text)?.[0] ?? plain.exec(text)?.[0],
    exhortation: (sentence: string, anchored: boolean) =>
      rules.find((rule) => (rule.anchored || !anchored) && rule.pattern.test(sentence))?.name,
    isReportedHeading: (title: string) => reported.some((word) => title.includes(word)),
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
