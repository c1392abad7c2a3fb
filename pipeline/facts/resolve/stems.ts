/** A name without the class word that ends it, so that a search for 乙河 finds 乙河新区 and 乙河城市带. */
import type { EntityType } from '../../../graph/model.ts'
import type { Row } from '../../knowledge.ts'

/** `tails` are rows of name-tails.tsv: type, tail. The longest tail that leaves two characters or more is cut. */
export const stemsOf = (type: EntityType, name: string, tails: readonly Row[]): readonly string[] => {
  const fitting = tails
    .filter((row) => row.type === type && name.endsWith(row.tail ?? ''))
    .map((row) => name.slice(0, name.length - (row.tail ?? '').length))
    .filter((stem) => [...stem].length >= 2)
  return fitting.length > 0 ? [fitting.reduce((kept, stem) => (stem.length < kept.length ? stem : kept))] : []
}
