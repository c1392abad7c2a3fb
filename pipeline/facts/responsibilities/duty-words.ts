/** The labels and verbs of duty notes (牵头单位：, A牵头，B配合), compiled once per knowledge. */
import type { Knowledge } from '../../knowledge.ts'

export type Role = 'lead' | 'support'
export type LabelRole = Role | 'unit' | 'none'

export type DutyWords = {
  /** A label with its colon, anywhere; group 1 is the label. */
  readonly label: RegExp
  /** A label with its colon at a text's start, spaces and list marks before it allowed. */
  readonly opensLabel: RegExp
  readonly roleOfLabel: (label: string) => LabelRole | undefined
  /** A verb at the end of a piece; groups: what stands before it, the verb. */
  readonly endsVerb: RegExp
  /** Any verb, anywhere. */
  readonly verbs: RegExp
  /** A verb before the bodies it names (会同B). */
  readonly joiner: RegExp
  readonly roleOfVerb: (verb: string) => Role
}

const CACHE = new WeakMap<Knowledge, DutyWords>()
const byLength = (words: readonly string[]) =>
  [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))

/** Spaces may stand between the characters of a label: 责 任 单 位. */
const spaced = (word: string) => [...word].join('[ \\t　]*')

const compile = (knowledge: Knowledge): DutyWords => {
  const labels = new Map(
    knowledge.table('duty-labels').map((row) => [row.label ?? '', (row.role ?? 'none') as LabelRole]),
  )
  const verbs = new Map(knowledge.table('duty-verbs').map((row) => [row.verb ?? '', row]))
  // 牵头单位： and 【牵头单位】, and 牵头单位为 before a name.
  const words = byLength([...labels.keys()])
    .map(spaced)
    .join('|')
  const closed = `(?:\\*\\*)?(?:[】］\\]][ \\t　]*[：:]?|[ \\t　]*(?:\\*\\*)?[：:]|(?<=单位|部门)[为是](?!主|[^、，。；]{0,6}的))(?:\\*\\*)?`
  const label = `[【［\\[]?(${words})${closed}`
  const plain = byLength([...verbs].filter(([, row]) => row.joiner !== 'yes').map(([verb]) => verb))
  const joiners = byLength([...verbs].filter(([, row]) => row.joiner === 'yes').map(([verb]) => verb))
  return Object.freeze({
    label: new RegExp(label, 'g'),
    opensLabel: new RegExp(`^\\s*(?:[-*·•]\\s*)?(?:\\*\\*)?${label}`),
    roleOfLabel: (text: string) => labels.get(text.replace(/\s/g, '')),
    endsVerb: new RegExp(
      `^(.*?)((?:(?:按照?|依照?|依据|根据)(?:各自)?(?:职责|分工|职责分工|职能))?(?:${plain.join('|')}))(?:工作|实施|落实|推进)?$`,
      's',
    ),
    verbs: new RegExp([...plain, ...joiners].join('|'), 'g'),
    joiner: new RegExp(`^(?:${joiners.join('|')})`),
    roleOfVerb: (text: string) => {
      const verb = byLength([...verbs.keys()]).find((word) => text.endsWith(word))
      return verbs.get(verb ?? '')?.role === 'support' ? 'support' : 'lead'
    },
  })
}

/** Compiles (or takes from its cache) the duty words of a knowledge. */
export const dutyWords = (knowledge: Knowledge): DutyWords => {
  const cached = CACHE.get(knowledge)
  if (cached) return cached
  const made = compile(knowledge)
  CACHE.set(knowledge, made)
  return made
}
