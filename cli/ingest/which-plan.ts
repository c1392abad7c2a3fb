/** Settles which plan of the store each text belongs to, or stops and says what would settle it. */
import type { RevisionHeld } from '../../graph/revisions.ts'
import type { GraphReader } from '../../graph/store.ts'
import type { Candidate, KnownPlan } from '../../pipeline/input/which-plan.ts'
import { Failure } from '../failure.ts'
import type { Prepared } from './prepare.ts'
import { settleAmendment } from './which-amended.ts'

/** A plan with the texts that are known of it: those in the store, and those that come before in the same batch. */
type KnownTexts = KnownPlan & { readonly digests: readonly string[]; readonly newest: () => Promise<string> }

const bare = (plan: string): string => plan.replace(/^plan:/, '')
const year = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

const knownIn = async (store: GraphReader): Promise<readonly KnownTexts[]> => {
  const { readStatus } = await import('../../graph/revisions.ts')
  const { readStoredText } = await import('../../pipeline/run/stored-text.ts')
  return (await readStatus(store)).flatMap(({ id, properties, revisions }) => {
    const newest = newestOf(revisions)
    // Of a plan whose first text is not committed yet, that text says what plan it is.
    const said = properties.title === undefined ? newest?.describesPlan : properties
    if (!newest || said === undefined) return []
    const [periodStart, periodEnd] = [year(said.periodStart), year(said.periodEnd)]
    return [
      {
        id: bare(id),
        title: String(said.title ?? ''),
        jurisdiction: String(said.jurisdiction ?? ''),
        ...(periodStart === undefined ? {} : { periodStart }),
        ...(periodEnd === undefined ? {} : { periodEnd }),
        digests: revisions.map((revision) => String(revision.properties.textSha256)),
        newest: async () => (await readStoredText(store, newest)).document.text,
      },
    ]
  })
}

const newestOf = (revisions: readonly RevisionHeld[]): RevisionHeld | undefined =>
  revisions.find(({ inForce, amends }) => inForce && !amends) ??
  revisions.toSorted((a, b) => (b.ordinal ?? 0) - (a.ordinal ?? 0))[0]

const DOUBTS: Readonly<Record<Candidate['doubt'], string>> = {
  'period-unknown': '同一管辖区、同类题名，但时期未写明 same place and kind of title, no period to compare',
  'periods-overlap': '同一管辖区、同类题名，时期部分重叠 same place and kind of title, periods overlap',
  'similar-title':
    '同一管辖区，题名相近，正文大半相同 same place, similar title, much of the text is the same',
}

const unclear = ({ file, identity }: Prepared, candidates: readonly Candidate[]): Failure =>
  new Failure(
    'unclear',
    `看不准这是哪个规划的文本：${file}（${identity.title}）。用下列写法之一说明。 Unclear which plan this text is of; settle it by one of these.`,
    [
      ...candidates.map(
        ({ plan, doubt, shared }) =>
          `--plan ${plan.id}：它的新版本 a newer text of ${plan.title}（${DOUBTS[doubt]}；${Math.round(shared * 100)} %）`,
      ),
      `--plan ${identity.id}：另一个规划 another plan`,
      '--period 2021-2035：写明时期再判断 say its period, to decide by that',
    ],
  )

/** A text whose id was given keeps it; one that is held already stays with its plan; for the rest the store's plans decide. */
const settleOne = async (one: Prepared, known: readonly KnownTexts[]): Promise<Prepared> => {
  const { identity, document } = one
  if (!identity.inferred.includes('id')) return one
  const { sharedLines, whichPlan } = await import('../../pipeline/input/which-plan.ts')
  const again = known.filter(({ digests }) => digests.includes(document.textSha256))
  if (again.length === 1 && again[0]) return ofPlan(one, again[0])
  const texts = new Map<string, string>()
  for (const plan of known)
    if (plan.jurisdiction === identity.jurisdiction) texts.set(plan.id, await plan.newest())
  const found = whichPlan(identity, known, ({ id }) => sharedLines(document.text, texts.get(id) ?? ''))
  if (found.kind === 'unclear') throw unclear(one, found.candidates)
  return found.kind === 'same' ? ofPlan(one, found.plan) : one
}

const ofPlan = (one: Prepared, plan: KnownPlan): Prepared => {
  if (plan.id === one.identity.id) return one
  return {
    ...one,
    identity: { ...one.identity, id: plan.id },
    remarks: [
      `归入已有的规划 ${plan.id}（${plan.title}）；不对时用 --plan 说明。 Taken for a text of this plan; say otherwise by --plan.`,
    ],
  }
}

/** The plan of the revision that a text is said to follow. */
const planFollowed = async (store: GraphReader, supersedes: string): Promise<string | undefined> => {
  const { readRevisions } = await import('../../graph/revisions.ts')
  const plan = (await readRevisions(store)).find(({ id }) => id === supersedes)?.plan
  return plan === undefined ? undefined : bare(plan)
}

/** A text of the batch counts as known for those after it; a plan stays one, however many texts there are of it. */
const remember = (known: KnownTexts[], { identity, document }: Prepared): void => {
  const at = known.findIndex(({ id }) => id === identity.id)
  const before = known[at]
  const digests = [...(before?.digests ?? []), document.textSha256]
  const plan = { ...(before ?? identity), digests, newest: async () => document.text }
  known.splice(before ? at : known.length, before ? 1 : 0, plan)
}

/** Each text with the id of its plan. Rejects with the candidates where that is not clear. */
export const settlePlans = async (
  store: GraphReader,
  prepared: readonly Prepared[],
  supersedes?: string,
): Promise<readonly Prepared[]> => {
  const known = [...(await knownIn(store))]
  const followed = supersedes === undefined ? undefined : await planFollowed(store, supersedes)
  const settled: Prepared[] = []
  for (const one of prepared) {
    if (one.identity.amends) {
      settled.push(await settleAmendment(one, known))
      continue
    }
    const isFollowing = followed !== undefined && one.identity.inferred.includes('id')
    const mine = isFollowing
      ? { ...one, identity: { ...one.identity, id: followed } }
      : await settleOne(one, known)
    settled.push(mine)
    remember(known, mine)
  }
  return settled
}
