/** Chinese beside English: 开工 start, 项目 project. */
import { readTable } from './tsv.ts'

const labels = new Map(readTable('labels.tsv').map((row) => [`${row.kind}\t${row.value}`, row.chinese ?? '']))

const order = [...labels.keys()]

/** A value of a column with its Chinese word before it, where there is one. */
export const labelled = (column: string, value: string): string => {
  const chinese = labels.get(`${column}\t${value}`)
  return chinese ? `${chinese} ${value}` : value
}

/** Where a value stands in its table: the order in which it is shown; unknown ones last. */
export const rankOf = (kind: string, value: string): number => {
  const rank = order.indexOf(`${kind}\t${value}`)
  return rank < 0 ? order.length : rank
}

/** A column's head. */
export const heading = (column: string): string => labelled('column', column)

/** The Chinese of a value alone; the value itself where it has none. */
export const word = (kind: string, value: string): string => labels.get(`${kind}\t${value}`) ?? value
