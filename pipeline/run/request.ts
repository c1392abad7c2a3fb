/** What is asked of a runner: one text to be ingested. Small, so that it can travel through a queue; the text stays in its file. */
import { createHash } from 'node:crypto'
import { inFixedOrder, writeCorrection } from '../facts/correct/say.ts'
import type { Correction, PlanIdentity } from '../records.ts'

export type IngestRequest = {
  /** Absolute path of the text; whoever works on the request must see the same file there. */
  readonly file: string
  /** Of the file's bytes when it was asked for; other bytes are refused. */
  readonly sha256: string
  readonly plan: PlanIdentity
  /** The revision that this one follows, where dates of issue do not say so. */
  readonly supersedes?: string
  /** What people decided about the plan; left out, what the store holds of their decisions goes on to count. */
  readonly corrections?: readonly Correction[]
  /** Goes on where much of the plan would go out of force. */
  readonly unguarded?: boolean
}

/** The request's id, from its content: equal requests are one job. No `:` in it, and not only digits. */
export const jobId = ({
  sha256,
  plan,
  supersedes = '',
  corrections,
  unguarded = false,
}: IngestRequest): string => {
  const { id, title, jurisdiction, periodStart = '', periodEnd = '', issuedAt = '' } = plan
  const content = [sha256, id, title, jurisdiction, periodStart, periodEnd, issuedAt, supersedes]
    .concat(unguarded ? ['unguarded'] : [])
    .concat(plan.amends ? ['amends'] : [])
    .concat(
      corrections === undefined ? [] : ['corrections', ...inFixedOrder(corrections).map(writeCorrection)],
    )
    .join('\0')
  return `ingest-${createHash('sha256').update(content).digest('hex').slice(0, 24)}`
}
