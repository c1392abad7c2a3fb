/** The tables that names of public bodies are made from, read once. */
import type { Knowledge, Row } from '../../knowledge.ts'

export type Charge = { readonly charge: string; readonly domain: string }

export type Words = {
  /** Every wording of a charge: 发改, 发展和改革. */
  readonly charges: ReadonlyMap<string, Charge>
  /** Bodies named whole after their level: 法院. */
  readonly bodies: ReadonlyMap<string, string>
  readonly central: ReadonlyMap<string, string>
  readonly strong: readonly string[]
  readonly weak: readonly string[]
  readonly classOf: ReadonlyMap<string, string>
}

/** The words of a row: its first column and its variants. */
export const variantsOf = (row: Row, column: string): readonly string[] =>
  [row[column] ?? '', ...(row.variants ?? '').split(';')].filter((word) => word !== '')

const named = (rows: readonly Row[]): ReadonlyMap<string, string> =>
  new Map(rows.flatMap((row) => variantsOf(row, 'name').map((word) => [word, row.name ?? ''] as const)))

/** Reads the tables; of a wording that two charges share the first counts. */
export const readWords = (knowledge: Knowledge): Words => {
  const charges = new Map<string, Charge>()
  for (const row of knowledge.table('department-functions'))
    for (const word of variantsOf(row, 'function'))
      if (!charges.has(word)) charges.set(word, { charge: row.function ?? '', domain: row.domain ?? '' })
  const heads = knowledge.table('department-heads')
  const ofStrength = (strength: string) =>
    heads.filter((row) => row.strength === strength).map((row) => row.head ?? '')
  return {
    charges,
    bodies: named(knowledge.table('department-bodies')),
    central: named(knowledge.table('department-central')),
    strong: ofStrength('strong'),
    weak: ofStrength('weak'),
    classOf: new Map(heads.map((row) => [row.head ?? '', row.class ?? ''])),
  }
}
