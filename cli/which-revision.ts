/** Which revision of the store a word on the command line means. */
import { dayOf } from '../graph/as-of.ts'
import type { PlanStatus, RevisionHeld } from '../graph/revisions.ts'
import { Failure } from './failure.ts'

const STATUSES: Readonly<Record<RevisionHeld['status'], string>> = {
  pending: '未完成 pending',
  committed: '',
  withdrawn: '已撤回 withdrawn',
}

/** One line for a person who must choose a revision: its id, place in order, day, label and standing. */
export const sayRevision = (revision: RevisionHeld): string => {
  const { id, ordinal, issuedAt, label, inForce, status } = revision
  return [
    id,
    ordinal === undefined ? '' : `第 ${ordinal} 版`,
    `${dayOf(revision)} ${issuedAt === undefined ? '读入 ingested' : '印发 issued'}`,
    id.endsWith(label) ? '' : label,
    inForce ? '在效力中 in force' : STATUSES[status],
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

const bare = (id: string): string => id.replace(/^(?:plan|revision):/, '')
const isOrdinal = (word: string): boolean => /^\d{1,3}$/.test(word)

/** What a word may mean, the surest first: the first way that finds any decides. */
const WAYS: readonly ((plan: PlanStatus, word: string) => readonly RevisionHeld[])[] = [
  ({ revisions }, word) => revisions.filter(({ id }) => bare(id) === bare(word)),
  ({ id, revisions }, word) =>
    bare(id) === bare(word) ? revisions.filter(({ inForce }) => inForce).slice(-1) : [],
  ({ revisions }, word) =>
    isOrdinal(word) ? revisions.filter(({ ordinal }) => ordinal === Number(word)) : [],
  ({ id, revisions }, word) => {
    const [plan = '', ordinal = ''] = word.split('#')
    return isOrdinal(ordinal) && bare(id) === bare(plan)
      ? revisions.filter((revision) => revision.ordinal === Number(ordinal))
      : []
  },
  ({ revisions }, word) => revisions.filter(({ label }) => label === word),
  ({ revisions }, word) => revisions.filter(({ id }) => bare(id).startsWith(bare(word))),
]

/**
 * The one revision meant by its id or the beginning of it, its ordinal (2, or kaizhou#2), its label, or a plan, whose newest
 * revision in force it is. Rejects with the revisions there are.
 */
export const revisionMeant = (plans: readonly PlanStatus[], word: string): RevisionHeld => {
  const found = WAYS.map((way) => plans.flatMap((plan) => way(plan, word))).find(
    (revisions) => revisions.length > 0,
  )
  if (found?.length === 1 && found[0]) return found[0]
  const all = plans.flatMap(({ revisions }) => revisions)
  throw new Failure(
    'unclear',
    found === undefined
      ? `图库中没有版本叫 ${word}，现有版本如下。 No revision of this name; these are there:`
      : `${word} 可以指几个版本，请写得更全。 Several revisions may be meant; write more of the id:`,
    (found ?? all).map(sayRevision),
  )
}
