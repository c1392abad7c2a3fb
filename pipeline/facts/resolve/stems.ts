/** A name without the class word that ends it, so that a search for 乙河 finds 乙河新区 and 乙河城市带. */
import type { EntityType } from '../../../graph/model.ts'
import type { Row } from '../../knowledge.ts'

/** The class words of a type, longest first, from the rows of name-tails.tsv. */
export const tailsOf = (type: EntityType, rows: readonly Row[]): readonly string[] =>
  rows
    .filter((row) => row.type === type)
    .map((row) => row.tail ?? '')
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))

/** The name without the longest class word that leaves two characters or more; none where no class word ends it. */
export const stemsOf = (type: EntityType, name: string, rows: readonly Row[]): readonly string[] => {
  const tail = tailsOf(type, rows).find(
    (one) => name.endsWith(one) && [...name].length - [...one].length >= 2,
  )
  return tail === undefined ? [] : [name.slice(0, -tail.length)]
}
