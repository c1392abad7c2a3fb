/** The word tables by which indicators are read, loaded once for one knowledge. */
import type { Knowledge } from '../../knowledge.ts'

export type Sense = 'reach' | 'change' | 'from'
export type Words = {
  /** Words between an indicator and its figure, longest first. */
  readonly reach: readonly { readonly word: string; readonly sense: Sense; readonly notKind: string }[]
  readonly leads: readonly string[]
  readonly verbs: readonly {
    readonly verb: string
    readonly keep: boolean
    readonly build: boolean
    readonly noun: boolean
    /** The name says what was done, not what there is: “治理”水土流失60平方公里 is 水土流失治理. */
    readonly deed: boolean
    readonly notBefore: string
  }[]
  readonly heads: readonly string[]
  readonly past: readonly string[]
  readonly stops: ReadonlySet<string>
  /** What opens the predicate of a clause whose subject is measured. */
  readonly predicates: readonly string[]
  readonly classes: readonly string[]
  /** What heads a column of places: 乡镇, 分区名称. */
  readonly placeHeads: ReadonlySet<string>
  /** Group of each word that may stand for another before a shared rest. */
  readonly parallel: ReadonlyMap<string, string>
}

/** The deed that a chain of verbs ends in (完成“治理”), where it belongs to the name of what is counted; '' for none, or for several (新建和改造, 新建改造提升). */
export const deedOf = (chain: string | undefined, words: Words): string =>
  /[及和、并与或]|新建|扩建|建成/.test(chain ?? '')
    ? ''
    : (words.verbs.find(({ verb, deed }) => deed && chain?.endsWith(verb))?.verb ?? '')

const loaded = new WeakMap<Knowledge, Words>()
const byLength = (a: string, b: string): number => b.length - a.length

const column = (knowledge: Knowledge, table: string, name: string): readonly string[] =>
  knowledge
    .table(table)
    .map((row) => row[name] ?? '')
    .filter((word) => word !== '')
    .toSorted(byLength)

/** All tables of this stage; every list has its longest words first. */
export const targetWords = (knowledge: Knowledge): Words => {
  const known = loaded.get(knowledge)
  if (known) return known
  const words: Words = {
    reach: knowledge
      .table('indicator-reach')
      .map((row) => ({ word: row.word ?? '', sense: row.sense as Sense, notKind: row.not_kind ?? '' }))
      .toSorted((a, b) => byLength(a.word, b.word)),
    leads: column(knowledge, 'indicator-leads', 'word'),
    verbs: knowledge
      .table('target-verbs')
      .map((row) => ({
        verb: row.verb ?? '',
        keep: row.class === 'keep',
        build: row.class === 'build',
        noun: /^noun/.test(row.class ?? ''),
        deed: /deed$/.test(row.class ?? ''),
        notBefore: row.not_before ?? '',
      }))
      .toSorted((a, b) => byLength(a.verb, b.verb)),
    heads: column(knowledge, 'indicator-heads', 'head'),
    past: column(knowledge, 'indicator-past', 'word'),
    predicates: column(knowledge, 'indicator-predicates', 'word'),
    stops: new Set(column(knowledge, 'indicator-stops', 'name')),
    classes: column(knowledge, 'indicator-places', 'class'),
    placeHeads: new Set(column(knowledge, 'place-heads', 'head')),
    parallel: new Map(knowledge.table('parallel-words').map((row) => [row.word ?? '', row.group ?? ''])),
  }
  loaded.set(knowledge, words)
  return words
}
