/** What a sentence is about, weakly governed: “以甲园、乙中心等项目为重点”, “以甲街道、乙街道为重点”. */
import type { Clause } from './clauses.ts'
import { part, type Slice } from './slice.ts'
import { verbsAt } from './verbs.ts'
import type { Vocabulary } from './vocabulary.ts'

const FOCUS = /^(?:重点)?以(.+?)为(?:重点|核心|试点|示范|抓手|载体|依托|引领|龙头|主体|节点)/

/** “以甲园、乙中心等项目为重点，…”: what the sentence is about, weakly governed. */
export const asFocus = (clause: Clause): Clause => {
  const match = FOCUS.exec(clause.whole.text)
  if (!match?.[1]) return clause
  const from = clause.whole.text.indexOf(match[1])
  return {
    whole: clause.whole,
    before: part(clause.whole, 0, 0),
    verbs: [{ verb: '聚焦', phase: 'advance', strong: false }],
    object: part(clause.whole, from, from + match[1].length),
    phase: 'advance',
    continued: false,
  }
}

/** “以甲湖、乙水库等水源地为重点|建设隔离带”: what is done there is a clause of its own, as behind a comma. */
export const cutAtFocus = (piece: Slice, vocabulary: Vocabulary): readonly Slice[] => {
  const length = FOCUS.exec(piece.text)?.[0].length ?? 0
  const deed = part(piece, length)
  return length > 0 && deed.text.length > 3 && verbsAt(deed.text, vocabulary)
    ? [part(piece, 0, length), deed]
    : [piece]
}
