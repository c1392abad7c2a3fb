import { groupBy } from '../../../graph/group-by.ts'
import type { Phase } from '../../../graph/model.ts'
import type { Knowledge } from '../../knowledge.ts'

export type Verb = {
  readonly verb: string
  readonly phase: Phase
  readonly strong: boolean
  readonly neutral?: boolean
}
export type HeadKind = 'facility' | 'mass' | 'zone' | 'action'
export type Head = { readonly head: string; readonly kind: HeadKind; readonly category: string }

/** The word lists of the project recogniser in the shape it reads them. */
export type Vocabulary = {
  readonly verbs: ReadonlyMap<string, Verb>
  readonly adverbs: ReadonlySet<string>
  readonly trailing: readonly { readonly word: string; readonly phase: Phase }[]
  readonly heads: ReadonlyMap<string, Head>
  /** Ends of phrases that are aims; those of `notCounted` are so even with a count. */
  readonly notProjects: readonly string[]
  readonly notCounted: readonly string[]
  /** “9座”, “约1.4万平方米”, “不少于20个”: at a place in a text, with groups for nothing. */
  readonly count: string
  /** Class nouns after a list of places (乡镇, 街镇), longest first, as a pattern. */
  readonly placeClass: string
  /** Nouns that open like a governing verb (建成区, 规划区), by their first two characters. */
  readonly nouns: ReadonlyMap<string, readonly string[]>
  /** Words that look like names to a segmenter but are none. */
  readonly common: ReadonlySet<string>
  readonly longest: number
}

const literally = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const byLength = (words: readonly string[]): string[] =>
  [...words].sort((one, other) => other.length - one.length)
const words = (knowledge: Knowledge, table: string): string[] =>
  knowledge.table(table).map((row) => row.word ?? '')

const OPENS_LIKE_VERB = /^(?:建成|规划|改造|建设|研究|实施|新建|治理|试点|布局|储备)./

const build = (knowledge: Knowledge): Vocabulary => {
  const verbs = new Map(
    knowledge.table('project-verbs').map((row) => {
      const verb = {
        verb: row.verb ?? '',
        phase: row.phase as Phase,
        strong: row.weight !== 'weak',
        neutral: row.weight === 'neutral',
      }
      return [verb.verb, verb] as const
    }),
  )
  const heads = new Map(
    knowledge.table('project-heads').map((row) => {
      const head = { head: row.head ?? '', kind: row.kind as HeadKind, category: row.category ?? 'other' }
      return [head.head, head] as const
    }),
  )
  const classifiers = byLength(words(knowledge, 'project-classifiers')).map(literally).join('|')
  return {
    verbs,
    heads,
    adverbs: new Set(words(knowledge, 'project-adverbs')),
    trailing: knowledge
      .table('project-trailing')
      .map((row) => ({ word: row.word ?? '', phase: row.phase as Phase }))
      .sort((one, other) => other.word.length - one.word.length),
    notProjects: words(knowledge, 'not-projects'),
    notCounted: knowledge
      .table('not-projects')
      .filter((row) => row.counted === 'yes')
      .map((row) => row.word ?? ''),
    count: `(?:共计?|合计|约|近|超过?|不少于|不低于|总计|各|第|新增)*(?:\\d[\\d,.]*[万千百亿]?|[一二两三四五六七八九十百千]+)余?多?(?:${classifiers})(?:以上|左右|以内)?`,
    placeClass: byLength(words(knowledge, 'project-place-classes')).map(literally).join('|'),
    nouns: groupBy(
      words(knowledge, 'project-common-words').filter((word) => OPENS_LIKE_VERB.test(word)),
      (word) => word.slice(0, 2),
    ),
    common: new Set([...words(knowledge, 'project-common-words'), ...verbs.keys()]),
    longest: Math.max(...[...verbs.keys(), ...heads.keys()].map((word) => word.length)),
  }
}

const built = new WeakMap<Knowledge, Vocabulary>()

/** The vocabulary of a knowledge base, built once for each. */
export const vocabularyOf = (knowledge: Knowledge): Vocabulary => {
  const known = built.get(knowledge)
  if (known) return known
  const fresh = build(knowledge)
  built.set(knowledge, fresh)
  return fresh
}

const STRETCH = /(铁路|高铁|高速公路|高速|公路|国道|省道|大道|号线|航道|河|江|渠)[^、，]{2,14}段$/

/** The longest head noun or action that ends a phrase. */
export const headOf = (text: string, { heads, longest }: Vocabulary): Head | undefined => {
  const line = /[A-Za-z\d]+号?线$/.exec(text)
  const road = /(?<![A-Za-z])[GSXYZ]\d{2,4}线?$/.exec(text)
  if (road) return { head: road[0], kind: 'facility', category: 'road' }
  if (line) return { head: line[0], kind: 'facility', category: 'transit' }
  // 甲铁路乙山段, 丙高速丁溪至戊河段: a stretch of a line
  const stretch = STRETCH.exec(text)?.[1]
  if (stretch)
    return { head: '段', kind: 'facility', category: heads.get(stretch)?.category ?? 'flood_control' }
  for (let size = Math.min(longest, text.length); size > 0; size--) {
    const head = heads.get(text.slice(text.length - size))
    if (head) return head
  }
  return undefined
}

/** The category that a name's words tell: its own head's, or, when that says nothing (改造, 工程), the last telling one before it. */
export const categoryOf = (name: string, vocabulary: Vocabulary): string => {
  const bare = name.replace(/[（(][^（）()]*[）)]/g, '')
  const own = headOf(bare, vocabulary)
  if (own && own.category !== 'other') return own.category
  for (let end = bare.length - 1; end > 1; end--) {
    const head = headOf(bare.slice(0, end), vocabulary)
    if (head && head.category !== 'other' && head.head.length > 1) return head.category
  }
  return 'other'
}
