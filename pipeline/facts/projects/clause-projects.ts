import type { Phase } from '../../../graph/model.ts'
import type { Fact, Mention, Segment } from '../../records.ts'
import { isProject } from './accept.ts'
import { actedOn, type Clause } from './clauses.ts'
import { type Collected, type Context, collect, deadlinesOf, type Read } from './collect.ts'
import { type Item, itemsOf } from './items.ts'
import { ASKING, lendPlaces } from './lending.ts'
import { isNickname, memberClause } from './members.ts'
import { bareCore } from './names.ts'
import { inheritedRelation, partOf } from './relations.ts'
import type { Surroundings } from './setting.ts'
import { programme, single, withHead } from './shared-heads.ts'
import { cutAt, part, type Slice } from './slice.ts'
import { headOf } from './vocabulary.ts'
import { WATER } from './waters.ts'

/** “2桥即甲溪大桥、乙河大桥”: the members of a nickname the paragraph has built. */
const readMembers = (clause: Clause, around: Surroundings, context: Context, into: Collected): boolean => {
  const spelled = memberClause(clause.whole)
  const parent = spelled && into.nicknames.find((each) => each.mention.name.includes(spelled.key))
  if (!spelled || !parent) return false
  const phase = parent.mention.attributes.phase as Phase | undefined
  for (const item of itemsOf(spelled.list, context.reader)) {
    const read = collect(item, { ...clause, object: spelled.list }, phase, around, context, into)
    into.facts.push(partOf(read.mention, parent.mention, clause.whole, 'nickname-members'))
  }
  return true
}

/** The items of a clause: its list, or the one programme of “对甲街、乙街进行景观亮化”. */
const clauseItems = (clause: Clause, context: Context): readonly Item[] => {
  const acted = actedOn(clause.whole)
  if (!acted) return itemsOf(clause.object, context.reader)
  const pieces = cutAt(acted.thing, /、|以及|及/g)
  const water =
    pieces.length > 1 &&
    pieces.slice(0, -1).every((piece) => WATER.test(piece.text) && !context.reader.isArea(piece))
  // “对甲河、乙江等河道进行综合治理”: each water is treated for itself
  if (water)
    return pieces.map((piece) =>
      withHead(part(piece, 0, piece.text.replace(/等.*$/, '').length), acted.action.text, context.vocabulary),
    )
  if (pieces.length > 1) return [programme(pieces, acted.action.text, clause.whole, context.vocabulary)]
  const item = single(acted.action, context.vocabulary)
  const thing = single(acted.thing, context.vocabulary)
  const described = thing.aliases.find((alias) => thing.name.endsWith(alias)) ?? thing.name
  // “组织大学生开展…活动” is the activity; “对精神残疾人进行集中托养” is done to them
  const name = /^[组为]/.test(clause.whole.text) ? item.name : thing.name + item.name
  return [
    {
      ...item,
      name,
      aliases: [...new Set([thing.name + item.name, described + item.name, item.name])].filter(
        (alias) => alias !== name,
      ),
      words: clause.whole,
      ...(thing.count ? { count: thing.count } : {}),
    },
  ]
}

const MEASURE = /^(?:面积|里程|长度|规模|总量|容量)$|(?:风险|风险户|隐患)$/

/** “治理交通堵点30处” is the project 交通堵点治理: a governing verb that names a deed belongs to the name. */
const withDeed = (item: Item, clause: Clause, { vocabulary }: Context): Item => {
  const [verb, ...others] = clause.verbs
  if (
    !verb ||
    others.length > 0 ||
    vocabulary.heads.get(verb.verb)?.kind !== 'action' ||
    verb.verb === '建设'
  )
    return item
  // “修复图斑46个、面积1350亩”: a measure or a risk is not a thing
  if (MEASURE.test(item.name)) return item
  if (item.count === undefined || headOf(bareCore(item.name, vocabulary), vocabulary)?.kind === 'action')
    return item
  return { ...item, name: item.name + verb.verb, aliases: [item.name, ...item.aliases] }
}

const BUILT = /(?:[园场城馆]|廊道|走廊|老街|古镇)$/

/** An area, or areas, and nothing done but 建设: “甲带和乙带建设”; a park that is built is a project all the same. */
const onlyAreas = (item: Item, clause: Clause, context: Context): boolean => {
  if (item.over.length > 0 || item.shared) return false
  const strong = clause.verbs.some((verb) => verb.strong && !verb.neutral && verb.verb !== '打造')
  if (strong && BUILT.test(bareCore(item.name, context.vocabulary))) return false
  // what a clause only turns to (聚焦甲镇乙片区) may be places strung together
  const isArea = (piece: Slice): boolean =>
    context.sites.exactly(piece) !== undefined ||
    (ASKING.test(clause.whole.text) && context.sites.chain(piece).at(-1)?.span.end === piece.end)
  const built = /^(.+)建设$/.exec(item.words.text)?.[1]
  const zone = built ? context.sites.exactly(part(item.words, 0, built.length)) : undefined
  // “推动甲商务区的建设”: a zone of the plan's own that is built is a project
  if (strong && zone?.attributes.kind === 'zone' && zone.rule !== 'region-name') return false
  if (isArea(item.words)) return true
  const pieces = cutAt(item.words, /以及|[和与及]/g)
  return pieces.every((piece, index) =>
    isArea(
      index === pieces.length - 1 && piece.text.endsWith('建设')
        ? part(piece, 0, piece.text.length - 2)
        : piece,
    ),
  )
}

const isPlaced = (item: Item, clause: Clause, { sites }: Context): boolean =>
  item.over.length > 0 ||
  [...sites.within(item.words), ...sites.within(clause.before)].length > 0 ||
  sites.opening(item.words) !== undefined

/** “推动甲作业区能力提升工程，新增泊位4个”: a count of the same kind right after one placed project lies where that does. */
const followTopic = (item: Item, read: Read, clause: Clause, into: Collected): void => {
  const topic = into.topic
  const isSpatial = (fact: Fact) => SPATIAL.has(fact.predicate)
  if (
    !topic ||
    item.count === undefined ||
    topic.mention.attributes.category !== read.mention.attributes.category
  )
    return
  if (
    read.mention.attributes.category === 'other' ||
    into.facts.some((fact) => fact.subject === read.mention && fact.basis === 'stated' && isSpatial(fact))
  )
    return
  const places = into.facts
    .filter((fact) => fact.subject === topic.mention && fact.basis === 'stated' && isSpatial(fact))
    .map(({ object }) => object)
  // a programme over several towns says nothing of where the next count lies
  const towns = places.filter((place) => 'attributes' in place && /^town/.test(String(place.attributes.kind)))
  if (towns.length > 1) return
  into.facts.push(
    ...places.map((place) =>
      inheritedRelation(
        'LOCATED_IN',
        read.mention,
        place as Mention,
        clause.whole,
        topic.clause,
        'place-of-topic',
      ),
    ),
  )
}

const SPATIAL: ReadonlySet<string> = new Set(['SERVES', 'LOCATED_IN', 'CONNECTS'])

const BACKED = /^.{0,2}(?:支持|鼓励|推动|引导|助力|指导|督促|帮助|促进)/

/** “对…进行…” states a deed whose verb is not one of the list's: it is being done. */
const asDeed = (clause: Clause): Clause => {
  const acted = actedOn(clause.whole)
  return acted
    ? {
        ...clause,
        // what it is done to does not stand before the deed: “对甲河、乙河进行治理”
        before: part(clause.whole, 0, acted.thing.start - clause.whole.start),
        phase: 'advance',
        continued: false,
        verbs: [{ verb: '实施', phase: 'advance', strong: true }],
      }
    : clause
}

/** “支持甲区实施城中村改造” is also spoken of as 甲区城中村改造. */
const withActor = (item: Item, { whole, before }: Clause, { sites }: Context): Item => {
  const [actor, other] = sites.within(before)
  if (!actor || other || !BACKED.test(whole.text)) return item
  return { ...item, aliases: [...item.aliases, actor.name + item.name] }
}

/** Collects the projects of one clause with what it states of them. */
export const readClause = (
  given: Clause,
  around: Surroundings,
  segment: Segment,
  context: Context,
  into: Collected,
): void => {
  const clause = asDeed(given)
  if (readMembers(clause, around, context, into)) return
  // “深化与甲地高校的合作”, “发挥甲院作用” build nothing
  if (/^[与同跟]/.test(clause.object.text) || /(?:作用|优势)$/.test(clause.object.text)) return
  // “推动甲地建设成为核心区、交通枢纽” says what a place is to become, not what is built
  if (/成为|打造成|建设成/.test(clause.object.text)) return
  const items = clauseItems(clause, context)
    .map((item) => withDeed(item, clause, context))
    .map((item) => withActor(item, clause, context))
  const counted = new Map<string, Read>()
  const kept: { readonly item: Item; readonly read: Read }[] = []
  // the county's own name makes nothing specific: “健康甲县建设”
  const tokens = segment.tokens.filter((token) => !context.sites.isOwnName(token.text))
  const dated = deadlinesOf(clause, context.named.deadlines, into).length > 0
  for (const item of items) {
    const placed = isPlaced(item, clause, context) || into.asked.some((place) => !context.sites.isOwn(place))
    const setting = {
      clause,
      listing: around.listing,
      size: items.length,
      placed,
      opens: context.sites.opening(item.words) !== undefined,
      dated,
      bare: item.called !== 'projects' && onlyAreas(item, clause, context),
      heading: segment.kind === 'heading',
      tokens,
    }
    if (!isProject(item, setting, context.vocabulary)) continue
    const built = clause.phase === undefined && /建设$/.test(item.words.text) ? 'advance' : undefined
    const read = collect(item, clause, clause.phase ?? built, around, context, into)
    kept.push({ item, read })
    followTopic(item, read, clause, into)
    if (item.count) counted.set(item.name, read)
    if (isNickname(item.name)) into.nicknames.push(read)
  }
  for (const { item, read } of kept) {
    const whole = item.group && counted.get(item.group.name)
    if (whole && whole !== read)
      into.facts.push(partOf(read.mention, whole.mention, clause.whole, 'counted-group'))
    if (item.group && into.topic?.mention.name.endsWith(item.group.name))
      into.facts.push(partOf(read.mention, into.topic.mention, clause.whole, 'members-of-topic'))
  }
  into.topic = kept.length === 1 ? kept[0]?.read : undefined
  lendPlaces(kept.length, clause, context, into)
}
