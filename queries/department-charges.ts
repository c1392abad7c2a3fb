/** What an office is charged with, told from its name without the level: 发改委 → 发展改革. From the reader's own tables. */
import { rows } from './question-table.ts'

export type Charge = {
  /** The usual wording of the charge; empty where only its domain is known. */
  readonly charge: string
  /** The kind of head: 委 for 委 and 委员会; empty for 部门. */
  readonly head: string
  readonly domains: readonly string[]
  /** It is called by its office only (水行政主管部门), not by the name of a bureau. */
  readonly isOffice: boolean
}

const LEXICONS = '../pipeline/lexicons'
const list = (cell = ''): readonly string[] => cell.split(';').filter(Boolean)

const charges = new Map(
  rows(`${LEXICONS}/department-functions.tsv`).flatMap((row) =>
    [row.function ?? '', ...list(row.variants)].map((form) => [
      form,
      { charge: row.function ?? '', domain: row.domain ?? '' },
    ]),
  ),
)

const heads = rows(`${LEXICONS}/department-heads.tsv`)
  .filter(({ strength }) => strength === 'strong')
  .map(({ head = '', class: kind = '' }) => ({ head, kind }))
  .sort((a, b) => b.head.length - a.head.length)

/** Of an office that is only described: 水行政主管部门, 发展改革部门. */
const OFFICE = /(?:行政)?(?:主管|管理|事务)?部门$/

const officeDomains = new Map<string, Set<string>>()
for (const { body = '', domain = '' } of rows(`${LEXICONS}/duties.tsv`))
  officeDomains.set(body, (officeDomains.get(body) ?? new Set()).add(domain))

/** 教 and 经 are charges only before 委 or 局: 经办 names nobody. */
const isFirm = (charge: string, head: string): boolean => charge.length > 1 || /^[委局]$/.test(head)

const read = (stem: string): Charge | undefined => {
  const office = OFFICE.exec(stem)
  if (office) {
    const known = charges.get(stem.slice(0, office.index))
    const domains = [...(officeDomains.get(stem) ?? []), ...(known ? [known.domain] : [])]
    if (domains.length === 0) return undefined
    return { charge: known?.charge ?? '', head: '', domains, isOffice: true }
  }
  for (const { head, kind } of heads) {
    if (!stem.endsWith(head)) continue
    const before = stem.slice(0, -head.length)
    const known = charges.get(before)
    if (known && isFirm(before, head))
      return { charge: known.charge, head: kind, domains: [known.domain], isOffice: false }
  }
  return undefined
}

const readOnce = new Map<string, Charge | undefined>()

/** The charge of an office, or undefined for a word that names none. */
export const chargeOf = (stem: string): Charge | undefined => {
  if (!readOnce.has(stem)) readOnce.set(stem, read(stem))
  return readOnce.get(stem)
}
