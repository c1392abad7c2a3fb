/** Reads every text and settles its plan before anything is written, so that one bad file spoils nothing. */
import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { amendingTitle } from '../../pipeline/amendment/title.ts'
import { familyOf } from '../../pipeline/input/family.ts'
import type { Correction, PlanDocument, PlanIdentity } from '../../pipeline/records.ts'
import type { IngestRequest } from '../../pipeline/run/request.ts'
import { explainFailure } from '../explain-failure.ts'
import { Failure } from '../failure.ts'
import { word } from '../labels.ts'
import type { Source } from './collect.ts'
import { correctionsBeside } from './corrections.ts'

export type Prepared = {
  readonly file: string
  readonly document: PlanDocument
  readonly identity: PlanIdentity
  /** What people decided about its plan, in the file beside it; undefined where there is none. */
  readonly corrections?: readonly Correction[]
  /** What was decided about it besides, for the one who ingests it. */
  readonly remarks?: readonly string[]
}

/** What the store says of a plan it holds. */
export type HeldPlan = {
  readonly id: string
  readonly title?: string
  readonly jurisdiction?: string
  readonly periodStart?: number
  readonly periodEnd?: number
}

/** Rejects with every file that cannot be read as a plan, each with its reason. */
export const prepare = async (sources: readonly Source[]): Promise<readonly Prepared[]> => {
  const { MAXIMUM_BYTES, readDocument } = await import('../../pipeline/input/read.ts')
  const { identify } = await import('../../pipeline/input/identify.ts')
  const prepared: Prepared[] = []
  const faults: Failure[] = []
  for (const { file, given } of sources) {
    try {
      refuseLarge(file, MAXIMUM_BYTES)
      const document = readDocument(readFileSync(file), file)
      const corrections = await correctionsBeside(file)
      prepared.push({
        file,
        document,
        identity: identify(document, asAmendment(document, given)),
        ...(corrections === undefined ? {} : { corrections }),
      })
    } catch (error) {
      const fault = explainFailure(error)
      if (!fault) throw error
      faults.push(placed(fault, file))
    }
  }
  const [first, ...others] = faults
  // Texts of one folder share its corrections: what is wrong there is said once.
  if (first && others.every(({ message }) => message === first.message)) throw first
  if (first)
    throw new Failure(
      'input',
      `有 ${faults.length} 个文件读不了，什么都没有写入。 ${faults.length} files cannot be read; nothing was written.`,
      faults.flatMap(({ message, details }) => [message, ...details]),
    )
  refuseClash(prepared)
  return prepared
}

/** A text whose title says that it amends a plan is taken for an amendment, unless somebody says otherwise. */
const asAmendment = ({ text }: PlanDocument, given: Partial<PlanIdentity>): Partial<PlanIdentity> =>
  given.amends === undefined && amendingTitle(text) ? { ...given, amends: true } : given

/** A line that says where: with the file, where it is not named yet. */
const placed = (fault: Failure, file: string): Failure =>
  fault.message.includes(file) ? fault : new Failure(fault.exit, `${file}：${fault.message}`, fault.details)

/** Before its bytes are in memory. */
const refuseLarge = (file: string, most: number): void => {
  const { size } = statSync(file)
  if (size > most)
    throw new Failure(
      'input',
      `文件超过 50 MB：${file}（${Math.ceil(size / 1024 / 1024)} MB），请按篇章拆分。 Larger than 50 MB; split it by chapters.`,
    )
}

const clash = (a: HeldPlan, b: HeldPlan): boolean =>
  (a.jurisdiction ?? b.jurisdiction) !== (b.jurisdiction ?? a.jurisdiction) ||
  familyOf(a.title ?? '', a.jurisdiction ?? '') !== familyOf(b.title ?? '', b.jurisdiction ?? '') ||
  (a.periodStart ?? 0) > (b.periodEnd ?? Infinity) ||
  (b.periodStart ?? 0) > (a.periodEnd ?? Infinity)

/** Two different plans must not share an id: one would be taken for a newer text of the other. */
export const refuseClash = (prepared: readonly Prepared[], held: readonly HeldPlan[] = []): void => {
  const known = new Map(held.map((plan) => [plan.id, plan]))
  for (const { file, identity } of prepared.filter((one) => !one.identity.amends)) {
    const other = known.get(identity.id)
    if (other && clash(other, identity))
      throw new Failure(
        'input',
        `两个规划用了同一个编号 ${identity.id}：${other.title} 与 ${identity.title}（${file}），请用 --plan 或 plan.json 另给编号。 Two plans with one id; give this one another.`,
      )
    known.set(identity.id, identity)
  }
}

/** What is asked of a runner. */
export const requestOf = (
  { file, document, identity, corrections }: Prepared,
  { supersedes, isSure = false }: { readonly supersedes?: string | undefined; readonly isSure?: boolean },
): IngestRequest => ({
  file: resolve(file),
  sha256: document.sha256,
  plan: identity,
  ...(corrections === undefined ? {} : { corrections }),
  ...(supersedes === undefined ? {} : { supersedes }),
  ...(isSure ? { unguarded: true } : {}),
})

/** What was read from the text and not given is said, so that it can be corrected by a flag. */
export const inferredNotes = ({ identity }: Prepared): readonly string[] => {
  const { inferred, title, jurisdiction, periodStart, periodEnd, issuedAt } = identity
  if (inferred.length === 0) return []
  const years = [...new Set([periodStart, periodEnd])].filter((year) => year !== undefined)
  const period = years.length === 0 ? '' : `，时期 ${years.join('—')}`
  const issued = issuedAt === undefined ? '' : `，印发 ${issuedAt}`
  return [
    `由文中推断（${inferred.map((one) => word('inferred', one)).join('、')}）：${title}，${jurisdiction}${period}${issued}。不对时用 --title、--jurisdiction、--period、--issued 说明。 Inferred from the text; correct it by flags.`,
  ]
}
