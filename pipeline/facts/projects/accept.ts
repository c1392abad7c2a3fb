import type { Token } from '../../records.ts'
import type { Clause } from './clauses.ts'
import type { Item } from './items.ts'
import { isNickname } from './members.ts'
import { bareCore } from './names.ts'
import { type Vocabulary, headOf } from './vocabulary.ts'

export type Setting = {
  readonly clause: Clause
  /** The sentence stands in a box, table or annex of projects. */
  readonly listing: boolean
  readonly size: number
  readonly placed: boolean
  /** The item is nothing but the name of an area. */
  readonly bare: boolean
  readonly tokens: readonly Token[]
}

const PROPER_TAG = /^(?:nr|ns|nz|nt|eng|x|j)/
const CODE = /[A-Z]\d|\d+号|[“"].+[”"]|[A-Z]{2,}/
const SPOILT = /[。！？：]|^(?:以|在|对|为|向|与|及|的|把|将|从|由|不|是|有|这|其|各|使|让)|(?:的|了|为|与|和|及)$/

const proper = (item: Item, head: string | undefined, tokens: readonly Token[]): boolean => {
  const end = item.words.end - (head && item.words.text.endsWith(head) ? head.length : 0)
  return tokens.some((token) => token.span.start >= item.words.start && token.span.end <= end && PROPER_TAG.test(token.tag))
}

const aim = (name: string, vocabulary: Vocabulary): boolean => vocabulary.notProjects.some((word) => name.endsWith(word))

/** Whether an item of prose is specific enough: a place, a count, a code, a proper name, or a thing to build. */
const specific = (item: Item, setting: Setting, vocabulary: Vocabulary): boolean => {
  const { clause, placed, tokens } = setting
  const head = headOf(bareCore(item.name, vocabulary), vocabulary)
  const strong = clause.verbs.some((verb) => verb.strong) || (clause.verbs.length === 0 && clause.phase !== undefined && !clause.continued)
  if (clause.verbs.length === 0 && (clause.phase === undefined || (clause.continued && setting.size < 2 && !item.count))) return false
  if (item.count !== undefined) return head !== undefined || strong
  if (head === undefined) return CODE.test(item.name) && strong && /[“"]/.test(item.name) && /\d/.test(item.name)
  if (item.over.length > 0 || item.group) return true
  const marked = placed || CODE.test(item.name) || proper(item, head.head, tokens)
  if (!strong) return placed && head.kind === 'facility'
  return marked || head.kind === 'facility'
}

/** Whether an item is a project in its setting (GUIDELINES: named, placed, counted, dated, or listed among projects). */
export const isProject = (item: Item, setting: Setting, vocabulary: Vocabulary): boolean => {
  const { clause, listing, size } = setting
  const { name } = item
  if (isNickname(name) && clause.verbs.length > 0) return true
  if (name.length < 2 || name.length > 60 || SPOILT.test(name)) return false
  const head = headOf(bareCore(name, vocabulary), vocabulary)
  if (vocabulary.heads.get(name)?.kind === 'action' && item.count === undefined && item.over.length === 0) return false
  if (setting.bare) return false
  if (!listing) return !aim(name, vocabulary) && specific(item, setting, vocabulary)
  if (clause.verbs.some((verb) => verb.strong)) return head !== undefined || !aim(name, vocabulary) || size > 1
  return head !== undefined || (size > 1 && !aim(name, vocabulary))
}
