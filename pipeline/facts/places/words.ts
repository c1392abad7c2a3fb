/** The word lists of places, read once per document into sets. */
import type { Knowledge } from '../../knowledge.ts'
import type { Known } from './book.ts'

export type Strength = 'name' | 'strong' | 'weak' | 'water' | 'point' | 'brief' | 'local' | 'listed'
export type Suffix = {
  readonly text: string
  readonly kind: string
  readonly strength: Strength
  readonly notBefore: readonly string[]
  /** Whether the part before the suffix may stand for the place. */
  readonly short: boolean
  /** Whether the items of a list may share the suffix. */
  readonly shared: boolean
  /** Whether a zone's name may stand before it: 甲商务区|核心区 is a part of 甲商务区, called after it. */
  readonly part: boolean
}

export type PlaceWords = {
  /** Longest first. */
  readonly suffixes: readonly Suffix[]
  /** Word → whether it cuts wherever it stands (true) or only at the front (false). */
  readonly stops: ReadonlyMap<string, boolean>
  /** Cores that name nothing: 重点, 产业. */
  readonly generic: ReadonlySet<string>
  /** Whole words that end like names: 小河. */
  readonly ordinary: ReadonlySet<string>
  readonly common: ReadonlySet<string>
  readonly notAfter: ReadonlySet<string>
  readonly notBefore: readonly string[]
  /** What must not follow another county's short form: 甲州|路 is a street. */
  readonly notBehindOthers: readonly string[]
  /** What may stand behind a town without naming another place. */
  readonly tails: readonly string[]
  /** Classes of towns: 中心镇. */
  readonly classes: ReadonlySet<string>
  readonly regions: readonly Known[]
  /** How grounds end, longest first, and what kind of place they are: 物流园, 古镇. */
  readonly grounds: readonly { readonly text: string; readonly kind: string }[]
  readonly urbanCores: readonly { readonly text: string; readonly bare: boolean }[]
}

const column = (knowledge: Knowledge, table: string, name: string): readonly string[] =>
  knowledge.table(table).map((row) => row[name] ?? '')

const genericWords = (knowledge: Knowledge, part: string): readonly string[] =>
  knowledge
    .table('place-generic')
    .filter((row) => row.part === part)
    .map((row) => row.word ?? '')

const readSuffixes = (knowledge: Knowledge): readonly Suffix[] => {
  const vetoes = knowledge.table('place-suffix-vetoes')
  return knowledge
    .table('place-suffixes')
    .map((row) => ({
      text: row.suffix ?? '',
      kind: row.kind ?? 'other',
      strength: (row.strength ?? 'weak') as Strength,
      short: row.short === 'yes',
      shared: row.short === 'yes' || row.short === 'list',
      part: row.short === 'part',
      notBefore: vetoes.filter((veto) => veto.suffix === row.suffix).map((veto) => veto.next ?? ''),
    }))
    .sort((a, b) => b.text.length - a.text.length)
}

/** The compiled word lists of the place recogniser. */
export const readPlaceWords = (knowledge: Knowledge): PlaceWords => {
  const blockers = knowledge.table('place-blockers')
  return {
    suffixes: readSuffixes(knowledge),
    stops: new Map(knowledge.table('place-stops').map((row) => [row.word ?? '', row.cut === 'always'])),
    generic: new Set(genericWords(knowledge, 'core')),
    ordinary: new Set(genericWords(knowledge, 'name')),
    common: new Set(column(knowledge, 'place-common-words', 'word')),
    notAfter: new Set(blockers.filter((row) => row.side === 'left').map((row) => row.word ?? '')),
    notBefore: blockers.filter((row) => row.side === 'right').map((row) => row.word ?? ''),
    urbanCores: knowledge
      .table('place-urban-cores')
      .map((row) => ({ text: row.core ?? '', bare: row.bare === 'yes' })),
    notBehindOthers: blockers.filter((row) => row.side === 'outside').map((row) => row.word ?? ''),
    grounds: knowledge
      .table('place-grounds')
      .map((row) => ({ text: row.word ?? '', kind: row.kind ?? 'other' }))
      .sort((a, b) => b.text.length - a.text.length),
    tails: column(knowledge, 'place-tails', 'word'),
    classes: new Set(column(knowledge, 'place-levels', 'class')),
    regions: knowledge.table('place-regions').map((row) => ({
      name: row.name ?? '',
      kind: row.kind ?? 'zone',
      aliases: (row.aliases ?? '').split(',').filter((alias) => alias !== ''),
      origin: 'region',
    })),
  }
}

/** Whether a core is nothing but generic words: 重点, 现代农业, 国家级生态. */
export const isGeneric = (core: string, words: PlaceWords): boolean => {
  if (core === '') return true
  if (words.generic.has(core)) return true
  for (let length = Math.min(core.length - 1, 8); length > 1; length--)
    if (words.generic.has(core.slice(0, length)) && isGeneric(core.slice(length), words)) return true
  return false
}
