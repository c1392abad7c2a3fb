/** Shares that one ratio gives to the three sectors. */
import type { Candidate } from './clauses.ts'
import type { Proposal } from './proposal.ts'

const THREE = ['第一产业', '第二产业', '第三产业'] as const

/** “三次产业结构调整为13：40.5：46.5”: a share for each of the three. */
export const fromParts = (text: string, { quantity, from }: Candidate): readonly Proposal[] => {
  const { parts } = quantity
  const sum = parts?.reduce((all, part) => all + part, 0) ?? 0
  const names = /(?:三次|三大|一二三|一、二、三|第?一[、.．]二[、.．]三次?)产业|三产/.exec(
    text.slice(from, quantity.span.start),
  )
  if (parts?.length !== 3 || Math.abs(sum - 100) > 0.5 || !names) return []
  const nameSpan = { start: from + names.index, end: from + names.index + names[0].length }
  return THREE.map((name, i) => ({
    value: parts[i] ?? 0,
    comparator: quantity.comparator,
    unit: '%',
    at: quantity.span.start,
    name: `${name}占比`,
    aliases: [`${name}增加值占比`, `${name}比重`, `${name}增加值比重`],
    nameSpan,
    span: { start: from, end: quantity.whole.end },
    places: [],
    rule: 'target-three-parts',
  }))
}
