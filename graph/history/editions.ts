/** The texts through which a thing is followed: lines of plans that succeed each other, each with its committed revisions. */
import { dayOf } from '../as-of.ts'
import { factsAsOf } from '../compose.ts'
import { readFacts } from '../read-facts.ts'
import { type PlanStatus, readStatus } from '../revisions.ts'
import type { GraphReader } from '../store.ts'
import { storedSuccession } from '../succession.ts'
import type { Edition } from './subject.ts'

/** Plans that are linked as successors, however far apart, are one line; a plan without any is a line of its own. */
const linesOf = (
  plans: readonly PlanStatus[],
  links: readonly { readonly from: string; readonly to: string }[],
): readonly (readonly PlanStatus[])[] => {
  const heads = new Map(plans.map(({ id }) => [id, id]))
  const headOf = (id: string): string => {
    const head = heads.get(id) ?? id
    return head === id ? id : headOf(head)
  }
  for (const { from, to } of links) heads.set(headOf(from), headOf(to))
  const lines = new Map<string, PlanStatus[]>()
  for (const plan of plans) lines.set(headOf(plan.id), [...(lines.get(headOf(plan.id)) ?? []), plan])
  return [...lines.values()]
}

const firstYear = ({ properties: { periodStart } }: PlanStatus): number =>
  typeof periodStart === 'number' ? periodStart : 0

/** Every line of the store, its texts by period and then in order of edition. Withdrawn and pending ones are left out. */
export const readLines = async (store: GraphReader): Promise<readonly (readonly Edition[])[]> => {
  const lines = linesOf(await readStatus(store), await storedSuccession(store))
  const read: Edition[][] = []
  for (const line of lines) {
    const editions: Edition[] = []
    for (const plan of line.toSorted((a, b) => firstYear(a) - firstYear(b)))
      for (const revision of plan.revisions.filter(({ status }) => status === 'committed'))
        editions.push({
          revision: revision.id,
          plan: plan.id,
          title: String(revision.describesPlan.title ?? plan.title ?? ''),
          label: revision.label,
          ordinal: revision.ordinal ?? 0,
          day: dayOf(revision),
          facts: await factsAsOf(store, revision, ({ id }) => readFacts(store, id)),
        })
    if (editions.length > 0) read.push(editions)
  }
  return read
}
