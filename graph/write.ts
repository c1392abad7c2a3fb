/** Ingests a revision's facts: checks them, writes what the store lacks as pending, then commits in one transaction. */
import { statementOf } from '../queries/catalogue.ts'
import { checkFacts } from './check-facts.ts'
import { digest } from './content-id.ts'
import type { RevisionFacts } from './model.ts'
import { planLink, type RecordRow, type RevisionRecordRows, recordOf } from './record.ts'
import { compareRecord, type RecordDifference, writeDifference } from './record-difference.ts'
import { commitRevision, type RevisionHeld, readRevisions } from './revisions.ts'
import type { GraphStore, Plain } from './store.ts'
import { conflict } from './store-errors.ts'

export type IngestOptions = {
  /** The time that a first ingest is recorded with. */
  readonly clock: () => Date
  /** The revision that this one follows, where dates of issue do not say so. */
  readonly supersedes?: string
  /** Puts a withdrawn revision back in its place. */
  readonly reinstate?: boolean
  /** The digest that facts read from another store are held under there; their lists may have had another order. */
  readonly digest?: string
  /** Called as rows are written. */
  readonly onProgress?: (progress: IngestProgress) => void
}

export type IngestProgress = { readonly stage: 'compare' | 'write' | 'commit'; readonly rows: number }

export type IngestResult = {
  /**
   * `committed`: new, or resumed and finished. `changed`: the record of a committed revision was brought up to date.
   * `unchanged`: the store held it already. `withdrawn`: it is withdrawn and stays so.
   */
  readonly outcome: 'committed' | 'changed' | 'unchanged' | 'withdrawn'
  /** Whether this revision is what is in force of its plan now; an older one that arrives late is not. */
  readonly inForce: boolean
  /** Rows of the revision's record written and removed. */
  readonly written: number
  readonly removed: number
}

/** Brings the store to hold `facts` and what follows from them. Repeating it writes nothing. */
export const ingestFacts = async (
  store: GraphStore,
  facts: RevisionFacts,
  options: IngestOptions,
): Promise<IngestResult> => {
  checkFacts(facts)
  const held = await heldRevision(store, facts)
  const facsimile = options.digest ?? digest(facts)
  if (held?.status === 'withdrawn' && !options.reinstate)
    return { outcome: 'withdrawn', inForce: false, written: 0, removed: 0 }
  if (held?.status === 'committed' && held.properties.facts === facsimile)
    return { outcome: 'unchanged', inForce: held.inForce, written: 0, removed: 0 }
  const record = recordOf(facts)
  const pending = await writePending(store, facts, record, held, options)
  options.onProgress?.({ stage: 'commit', rows: pending.put.length })
  const { supersedes } = options
  const rest = await commitRevision(store, {
    plan: facts.plan.id,
    revision: facts.revision.id,
    record,
    props: { ...described(facts), facts: facsimile, withdrawnBecause: null },
    ...(supersedes === undefined ? {} : { supersedes }),
  })
  await store.flush()
  const now = await heldRevision(store, facts)
  return {
    outcome: held?.status === 'committed' ? 'changed' : 'committed',
    inForce: now?.inForce === true,
    written: pending.put.length + rest.put.length,
    removed: pending.remove.length + rest.remove.length,
  }
}

/** Writes the record of a revision that is not committed yet; a committed one's changes wait for the transaction. */
const writePending = async (
  store: GraphStore,
  facts: RevisionFacts,
  record: RevisionRecordRows,
  held: RevisionHeld | undefined,
  options: IngestOptions,
): Promise<RecordDifference> => {
  options.onProgress?.({ stage: 'compare', rows: 0 })
  const difference = await compareRecord(store, facts.revision.id, record)
  await refuseForeign(store, difference, facts.revision.id)
  if (held && held.status !== 'pending') return { put: [], remove: [], undescribed: [] }
  if (!held) await writeRevision(store, facts, options)
  options.onProgress?.({ stage: 'write', rows: difference.put.length })
  await writeDifference(store, difference)
  return difference
}

const heldRevision = async (
  store: GraphStore,
  { plan, revision }: RevisionFacts,
): Promise<RevisionHeld | undefined> => {
  const revisions = await readRevisions(store)
  const held = revisions.find(({ id }) => id === revision.id)
  if (held && (held.plan !== plan.id || held.properties.textSha256 !== revision.textSha256))
    throw conflict(
      `Revision ${revision.id} is already in the store with another text or of another plan (${held.plan}): give this one another id`,
    )
  const elsewhere = revisions.find(
    ({ plan: id, describesPlan }) => id === plan.id && describesPlan.jurisdiction !== plan.jurisdiction,
  )
  if (elsewhere)
    throw conflict(
      `Plan ${plan.id} is already in the store as a plan of ${elsewhere.describesPlan.jurisdiction}, not of ${plan.jurisdiction}: give one of the two another id (--plan)`,
    )
  return held
}

/** What the revision says of itself; its standing is set by the commit. */
const described = ({ revision: { id: _, ...own } }: RevisionFacts): Record<string, Plain> => ({
  issuedAt: null,
  amends: null,
  removes: null,
  replaces: null,
  renames: null,
  readAs: null,
  corrections: null,
  unmatchedCorrections: null,
  ...own,
})

const writeRevision = async (
  store: GraphStore,
  facts: RevisionFacts,
  { clock }: IngestOptions,
): Promise<void> => {
  const { plan, revision } = facts
  const standing = { status: 'pending', inForce: false, plan: plan.id, textSha256: revision.textSha256 }
  await store.transact(async (transaction) => {
    // Another process may have begun, or even finished, the same revision meanwhile: its standing is not ours to reset.
    await transaction.run(statementOf('write', 'take-turn'))
    if ((await readRevisions(transaction)).some(({ id }) => id === revision.id)) return
    await transaction.write(statementOf('write', 'put-plan'), [{ id: plan.id, props: {} }])
    const props = { ...standing, label: revision.label, ingestedAt: clock().toISOString() }
    await transaction.write(statementOf('write', 'put-revision'), [{ id: revision.id, props }])
    const { id, from = '', to = '', props: described, put } = planLink(facts)
    await transaction.write(statementOf('write', put), [{ id, from, to, props: described }])
  })
}

/** Refuses rows whose id belongs to another revision: writing them would change what that one says. */
const refuseForeign = async (
  store: GraphStore,
  { put }: RecordDifference,
  revision: string,
): Promise<void> => {
  const nodes = put.filter((row: RecordRow) => row.from === undefined)
  for (const kind of ['section', 'commitment', 'statement']) {
    const ids = nodes.filter((row) => row.put === `put-${kind}`).map(({ id }) => id)
    for (let at = 0; at < ids.length; at += 1000) {
      const rows = await store.read<{ properties: Record<string, Plain>; labels: Plain }>(
        statementOf('record', `nodes-${kind}`),
        { ids: ids.slice(at, at + 1000) },
      )
      const foreign = rows.find(({ properties }) => properties.revision !== revision)
      if (foreign)
        throw conflict(
          `Unexpected ${kind} ${foreign.properties.id} of revision ${foreign.properties.revision} in the facts of ${revision}`,
        )
    }
  }
}
