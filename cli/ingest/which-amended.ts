/** Settles which plan of the store a text amends, or stops and says what would settle it. */
import { amendingTitle } from '../../pipeline/amendment/title.ts'
import { familyOf } from '../../pipeline/input/family.ts'
import { type KnownPlan, sharedLines } from '../../pipeline/input/which-plan.ts'
import { Failure } from '../failure.ts'
import type { Prepared } from './prepare.ts'

type KnownTexts = KnownPlan & {
  readonly digests: readonly string[]
  readonly newest: () => Promise<string>
}

/** From this share of lines that the plan has too, a text is more likely the plan anew than a notice of what changes. */
const MUCH = 0.3

/** The text with the plan that it amends: the one that is given, that holds it already, or that its title names. */
export const settleAmendment = async (one: Prepared, known: readonly KnownTexts[]): Promise<Prepared> => {
  const { identity, document } = one
  if (!identity.inferred.includes('id')) {
    const plan = known.find(({ id }) => id === identity.id) ?? ofTitle(identity.id, known)
    if (!plan) throw noSuchPlan(one, known)
    return amending(one, plan)
  }
  const again = known.filter(({ digests }) => digests.includes(document.textSha256))
  if (again.length === 1 && again[0]) return amending(one, again[0])
  const named = amendingTitle(document.text)?.plans ?? []
  const found = known.filter(
    (plan) => isNear(identity.jurisdiction, plan) && named.some((title) => isOf(title, plan)),
  )
  if (found.length === 1 && found[0]) {
    const shared = sharedLines(document.text, await found[0].newest())
    if (shared >= MUCH) throw wholeText(one, found[0], shared)
    return amending(one, found[0])
  }
  throw unclear(one, found.length > 0 ? found : known.filter((plan) => isNear(identity.jurisdiction, plan)))
}

const ofTitle = (title: string, known: readonly KnownTexts[]): KnownTexts | undefined => {
  const found = known.filter((plan) => plan.title === title)
  return found.length === 1 ? found[0] : undefined
}

/** A notice may name its place with or without what is above it. */
const isNear = (jurisdiction: string, plan: KnownPlan): boolean =>
  jurisdiction.endsWith(plan.jurisdiction) || plan.jurisdiction.endsWith(jurisdiction)

/** The title as a notice writes it, with or without the place; years that both name must agree. */
const isOf = (title: string, plan: KnownPlan): boolean => {
  const yearsOf = (text: string): string => text.match(/20\d{2}|[一二三四五]五(?=[”"])/g)?.join('-') ?? ''
  const [said, own] = [yearsOf(title), yearsOf(plan.title)]
  return (
    familyOf(title, plan.jurisdiction) === familyOf(plan.title, plan.jurisdiction) &&
    (said === '' || own === '' || said === own)
  )
}

const amending = (one: Prepared, plan: KnownPlan): Prepared => {
  const { periodStart: _start, periodEnd: _end, ...identity } = one.identity
  return {
    ...one,
    identity: {
      ...identity,
      id: plan.id,
      jurisdiction: plan.jurisdiction,
      ...(plan.periodStart === undefined ? {} : { periodStart: plan.periodStart }),
      ...(plan.periodEnd === undefined ? {} : { periodEnd: plan.periodEnd }),
      inferred: identity.inferred.filter((field) => field === 'issuedAt'),
    },
    remarks: [
      `按修订处理，只改它点名的内容，其余仍以 ${plan.title}（${plan.id}）为准；不是修订时加 --whole，是另一规划的修订时用 --amends 说明。 Taken for an amendment of this plan: what it does not name stays; say otherwise by --whole or --amends.`,
    ],
  }
}

const ways = (known: readonly KnownPlan[]): readonly string[] => [
  ...known.map(({ id, title }) => `--amends ${id}：修订 it amends ${title}`),
  '--whole：是全文，不是修订 a whole text, no amendment',
]

const unclear = ({ file, identity }: Prepared, known: readonly KnownPlan[]): Failure =>
  new Failure(
    'unclear',
    known.length === 0
      ? `${file} 的题名像修订（${identity.title}），但图库中没有它修订的规划；请先读入那个规划，或用下列写法说明。 Its title says that it amends a plan, which the store does not hold: ingest that plan first, or say:`
      : `${file} 的题名像修订（${identity.title}），看不准修订的是哪个规划。用下列写法之一说明。 Unclear which plan it amends; settle it by one of these.`,
    ways(known),
  )

/** “关于修订《甲县规划》的通知” may hand out the whole plan anew. */
const wholeText = ({ file }: Prepared, plan: KnownPlan, shared: number): Failure =>
  new Failure(
    'unclear',
    `${file} 的题名像修订，但 ${Math.round(shared * 100)} % 的内容与 ${plan.title} 相同，也可能是它的新版全文。用下列写法之一说明。 Its title says that it amends, but much of it is the plan itself; settle it by one of these.`,
    [
      `--amends ${plan.id}：只改点名的内容 only what it names changes`,
      `--whole --plan ${plan.id}：它的新版全文 a newer whole text of it`,
    ],
  )

const noSuchPlan = ({ identity }: Prepared, known: readonly KnownPlan[]): Failure =>
  new Failure(
    'unclear',
    `图库中没有规划 ${identity.id} 可供修订。 The store holds no plan of this id to amend.`,
    ways(known),
  )
