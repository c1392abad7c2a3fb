/** Stops an ingest that would take much of a plan out of force: more often a wrong or broken text than a change of the plan. */
import { statementOf } from '../queries/catalogue.ts'
import { retiredIn } from './amend.ts'
import { chainOf, withText } from './edition.ts'
import type { RevisionFacts } from './model.ts'
import { readFacts } from './read-facts.ts'
import { readRevisions } from './revisions.ts'
import type { GraphReader, Plain, Row } from './store.ts'

/** An ingest stops where more than this share of the statements would go out of force. */
export const MOST_RETIRED = 0.3
/** … or where the new text is shorter than this share of the old one. */
export const LEAST_LENGTH = 0.5

export type Loss = {
  readonly revision: string
  /** Statements of the revision in force, and how many of them the new text says no more, under their structural keys. */
  readonly statements: number
  readonly retired: number
  /** Lengths of the two texts in code points. */
  readonly oldLength: number
  readonly newLength: number
}

/** A newer text takes too much of its plan out of force. */
export class GuardError extends Error {
  override readonly name = 'GuardError'
  readonly loss: Loss

  constructor(facts: RevisionFacts, loss: Loss) {
    const { statements, retired, oldLength, newLength } = loss
    const share = `${retired}/${statements} 条陈述（${percent(retired, statements)} %）`
    const isAmendment = facts.revision.amends === true
    super(
      isAmendment
        ? `${facts.plan.title}：这次修订将使规划的 ${share} 失效，确认无误请加 --yes。 This amendment would take ${retired} of ${statements} statements out of force: add --yes if that is right`
        : `${facts.plan.title}：${share}将失效，正文 ${oldLength} → ${newLength} 字，确认无误请加 --yes。 ${retired} of ${statements} statements would go out of force, the text has ${newLength} characters where it had ${oldLength}: add --yes if that is right`,
    )
    this.loss = loss
  }
}

const percent = (part: number, whole: number): string => ((100 * part) / Math.max(1, whole)).toFixed(0)

/** What ingesting these facts would take out of force; undefined where they replace nothing. Reads only. */
export const lossOf = async (
  store: GraphReader,
  facts: RevisionFacts,
  supersedes?: string,
): Promise<Loss | undefined> => {
  const held = (await readRevisions(store)).filter(({ plan }) => plan === facts.plan.id)
  const old = chainOf(held)
  const [base] = old
  if (!base) return undefined
  const { id, amends } = facts.revision
  const next = chainOf(withText(held, facts.revision, supersedes))
  if (!next.some((state) => state.id === id)) return undefined
  const said = await saidIn(store, old)
  // An amendment is short by its nature; what it takes out is what counts.
  if (amends) return lossByAmendment(store, facts, next, said.length)
  return {
    revision: base.id,
    statements: said.length,
    retired: retired(
      said,
      facts.statements.map(({ key }) => key),
    ),
    oldLength: await lengthOf(store, base.id),
    newLength: Array.from(facts.text).length,
  }
}

/** Keys of the statements in force in these revisions. */
const saidIn = async (
  store: GraphReader,
  revisions: readonly { readonly id: string }[],
): Promise<readonly string[]> => {
  const keys: string[] = []
  for (const { id } of revisions) {
    const rows = await store.read<Row & { props: Record<string, Plain> }>(
      statementOf('record', 'statements'),
      { revision: id },
    )
    keys.push(...rows.filter(({ props }) => props.inForce === true).map(({ props }) => String(props.key)))
  }
  return keys
}

const lossByAmendment = async (
  store: GraphReader,
  facts: RevisionFacts,
  chain: readonly { readonly id: string }[],
  statements: number,
): Promise<Loss> => {
  const all: RevisionFacts[] = []
  for (const { id } of chain) all.push(id === facts.revision.id ? facts : await readFacts(store, id))
  const length = Array.from(facts.text).length
  const without = retiredIn(all.filter((one) => one !== facts))
  const gone = [...retiredIn(all).statements].filter((id) => !without.statements.has(id))
  return {
    revision: chain[0]?.id ?? '',
    statements,
    retired: gone.length,
    oldLength: length,
    newLength: length,
  }
}

/** A clause that is only worded anew is not lost: what it concerns, and who answers for it, is counted, not its wording. */
const withoutWording = (key: string): string => key.replace(/commitment:[0-9a-f]+(?:#\d+)?/g, 'commitment')

/** How many of the old statements have no counterpart among the new ones. */
const retired = (old: readonly string[], next: readonly string[]): number => {
  const left = new Map<string, number>()
  for (const key of next.map(withoutWording)) left.set(key, (left.get(key) ?? 0) + 1)
  return old.map(withoutWording).filter((key) => {
    const count = left.get(key) ?? 0
    left.set(key, count - 1)
    return count <= 0
  }).length
}

const lengthOf = async (store: GraphReader, revision: string): Promise<number> => {
  const sections = await store.read<Row & { props: Record<string, Plain> }>(
    statementOf('record', 'sections'),
    { revision },
  )
  return Math.max(0, ...sections.map(({ props }) => Number(props.end)))
}

/** Whether a loss is one to stop for. */
export const isGreat = ({ statements, retired, oldLength, newLength }: Loss): boolean =>
  retired > MOST_RETIRED * statements || newLength < LEAST_LENGTH * oldLength

/** Throws a GuardError where these facts would take too much of the plan out of force. */
export const guard = async (store: GraphReader, facts: RevisionFacts, supersedes?: string): Promise<void> => {
  const loss = await lossOf(store, facts, supersedes)
  if (loss && isGreat(loss)) throw new GuardError(facts, loss)
}
