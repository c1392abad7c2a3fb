import type { Phase } from '../../../graph/model.ts'
import type { Fact, Mention, Section, Span } from '../../records.ts'
import type { tableColumns } from '../table-columns.ts'
import type { Clause } from './clauses.ts'
import type { Item, ListReader } from './items.ts'
import { bracketMembers, isNickname } from './members.ts'
import { inheritedRelation, partOf, placeRelations, relation } from './relations.ts'
import type { Surroundings } from './setting.ts'
import { single } from './shared-heads.ts'
import type { Sites } from './sites.ts'
import type { Slice } from './slice.ts'
import { categoryOf, type Vocabulary } from './vocabulary.ts'

export type Context = {
  readonly named: { readonly places: readonly Mention[]; readonly deadlines: readonly Mention[] }
  readonly sites: Sites
  readonly vocabulary: Vocabulary
  readonly reader: ListReader
  readonly titleOf: (section: Section) => string | undefined
  readonly tables: ReturnType<typeof tableColumns>
}

/** A project as read, with the clause that names it. */
export type Read = { readonly mention: Mention; readonly clause: Slice }

/** What one paragraph has given so far, and what its sentences lend to the next. */
export type Collected = {
  readonly mentions: Mention[]
  readonly facts: Fact[]
  readonly nicknames: Read[]
  /** The one project of the clause before, for “慢行系统，构建甲、乙、丙3套慢行系统”. */
  topic: Read | undefined
  /** Places a clause asks to act: “鼓励甲溪、乙河等乡镇，…建设…电站”; or that open the sentence as its subject. */
  asked: readonly Mention[]
  /** Whether those hold for one clause only: “以甲街道为重点，改造小区100个，…”. */
  askedOnce: boolean
  /** Deadlines that open the sentence: “到2025年，建成…”. */
  due: readonly Mention[]
}

const DIVISION = /^(?:county|city|town|township|subdistrict)$/

const spanOf = ({ start, end }: Span): Span => ({ start, end })

const RULES = { projects: 'listed-project', tasks: 'task-project', prose: 'governed-project' } as const

const mentionOf = (
  item: Item,
  phase: Phase | undefined,
  listing: Surroundings['listing'],
  vocabulary: Vocabulary,
): Mention => ({
  type: 'Project',
  span: spanOf(item.words),
  name: item.name,
  aliases: item.aliases,
  attributes: {
    category: categoryOf(item.name, vocabulary),
    ...(phase ? { phase } : {}),
    ...(item.count ? { count: item.count } : {}),
  },
  rule: item.shared ? 'listed-with-shared-head' : RULES[listing],
})

/** 2024年底前编制甲规划，适时启动乙论证: the second has no date. */
const UNDATED = /适时|择机|条件成熟|时机成熟/

/** The deadlines named before the object of a clause (“2026年底前完成…”), or else those that open its sentence. */
export const deadlinesOf = (
  clause: Clause,
  deadlines: readonly Mention[],
  { due }: Pick<Collected, 'due'>,
): readonly Mention[] => {
  const own = deadlines.filter(
    (each) => each.span.start >= clause.whole.start && each.span.end <= clause.object.start + 1,
  )
  return own.length > 0 || UNDATED.test(clause.whole.text.slice(0, clause.object.start - clause.whole.start))
    ? own
    : due
}

/** Adds an item as a project with all that its words, its clause and its surroundings say of it. */
export const collect = (
  item: Item,
  clause: Clause,
  phase: Phase | undefined,
  around: Surroundings,
  context: Context,
  into: Collected,
): Read => {
  const { vocabulary, sites, named } = context
  const mention = mentionOf(item, phase, around.listing, vocabulary)
  const placed = placeRelations(mention, item, clause.whole, sites, vocabulary)
  into.mentions.push(mention, ...placed.places.filter((place) => !named.places.includes(place)))
  into.facts.push(...placed.facts)
  const said = new Set(placed.places.map((place) => place.name))
  const inClause = sites.within(clause.before)
  // “支持甲区开展试点、乙县深化改革”: what opens with a division of its own is not the one's before the verb
  const opens = DIVISION.test(String(sites.opening(item.words)?.attributes.kind))
  const before = opens
    ? []
    : (inClause.length > 0 ? inClause : into.asked).filter((place) => !said.has(place.name))
  for (const place of before) {
    const inside = clause.whole.start <= place.span.start && place.span.end <= clause.whole.end
    into.facts.push(
      inside
        ? relation('LOCATED_IN', mention, place, clause.whole, 'place-before-verb')
        : inheritedRelation('LOCATED_IN', mention, place, clause.whole, place.span, 'place-of-sentence'),
    )
  }
  const { place, heading } = around
  if (
    place &&
    heading &&
    !said.has(place.name) &&
    !before.some((each) => each.name === place.name) &&
    (around.listing === 'projects' || before.length === 0)
  )
    into.facts.push(inheritedRelation('SERVES', mention, place, clause.whole, heading, 'heading-lends-place'))
  into.facts.push(
    ...deadlinesOf(clause, named.deadlines, into).map((due) =>
      relation(
        'DUE',
        mention,
        due,
        { start: Math.min(due.span.start, clause.whole.start), end: clause.whole.end },
        'dated-clause',
      ),
    ),
  )
  const read = { mention, clause: clause.whole }
  addBracket(item, clause, read, phase, around, context, into)
  joinNetwork(read, clause, into)
  return read
}

const addBracket = (
  item: Item,
  clause: Clause,
  read: Read,
  phase: Phase | undefined,
  around: Surroundings,
  context: Context,
  into: Collected,
): void => {
  const { members, whole } = bracketMembers(item, context.vocabulary)
  for (const member of members) {
    const inner = collect(single(member, context.vocabulary), clause, phase, around, context, into)
    into.facts.push(partOf(inner.mention, read.mention, clause.whole, 'bracket-members'))
    const places = context.sites.within(read.mention.span).filter((place) => place.span.end <= member.start)
    into.facts.push(
      ...places.map((place) => relation('LOCATED_IN', inner.mention, place, clause.whole, 'place-of-whole')),
    )
  }
  if (whole) {
    const outer = collect(single(whole, context.vocabulary), clause, phase, around, context, into)
    into.facts.push(partOf(read.mention, outer.mention, clause.whole, 'bracket-names-whole'))
  }
}

const LINES = new Set(['railway', 'highway', 'road', 'transit', 'waterway'])

/** A paragraph that builds a network by nickname (“3高4普”铁路网络) names its lines after it. */
const joinNetwork = (read: Read, clause: Clause, into: Collected): void => {
  const network = into.nicknames.findLast((each) =>
    /网/.test(each.mention.name.replace(/[“"][^“”"]*[”"]/, '')),
  )
  const category = String(network?.mention.attributes.category)
  if (
    !network ||
    isNickname(read.mention.name) ||
    !LINES.has(category) ||
    category !== read.mention.attributes.category
  )
    return
  into.facts.push(
    inheritedRelation(
      'PART_OF',
      read.mention,
      network.mention,
      clause.whole,
      network.clause,
      'lines-of-network',
    ),
  )
}
