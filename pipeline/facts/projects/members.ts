import type { Item } from './items.ts'
import { cutAt, part, type Slice } from './slice.ts'
import { headOf, type Vocabulary } from './vocabulary.ts'

const NICKNAME_MEMBERS =
  /^([“"]?[\d一二两三四五六七八九十]+[^\d，。、即]{1,4}[”"]?)(?:即|分别是|分别为|包括|是指)/

/** “2桥即甲溪大桥、乙河大桥”: the part of a nickname that a clause spells out, and the list of its members. */
export const memberClause = (clause: Slice): { readonly key: string; readonly list: Slice } | undefined => {
  const match = NICKNAME_MEMBERS.exec(clause.text)
  if (!match?.[1]) return undefined
  return { key: match[1].replace(/[“”"]/g, ''), list: part(clause, match[0].length) }
}

/** Whether a name is a nickname made of counted parts: “2桥2隧4环4通道”, “3高4普2环线”铁路网络. */
export const isNickname = (name: string): boolean =>
  /[“"](?:[\d一二两三四五六七八九十]+[^\d一二两三四五六七八九十”"]{1,4}){2,}[”"]/.test(name)

/** The things named in an item's bracket that could each be built: “丙片区基础设施（甲路网、乙大桥）”. */
export const bracketMembers = (
  item: Item,
  vocabulary: Vocabulary,
): { readonly members: readonly Slice[]; readonly whole?: Slice } => {
  const match = /[（(]([^（）()]+)[）)]$/.exec(item.words.text)
  if (!match?.[1]) return { members: [] }
  const inner = part(item.words, match.index + 1, match.index + 1 + match[1].length)
  if (/(?:项目|工程)$/.test(inner.text)) return { members: [], whole: inner }
  const parts = cutAt(inner, /、/g)
  const built =
    parts.length > 1 &&
    parts.every((each) => headOf(each.text, vocabulary)?.kind === 'facility' && !/至|段$|—/.test(each.text))
  return { members: built ? parts : [] }
}
