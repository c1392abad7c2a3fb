import type { Fact, Found, Mention, Segment, Span } from '../../records.ts'
import type { Phase } from '../../../graph/model.ts'
import { isProject } from './accept.ts'
import { type Clause, clausesOf, labelled, phaseOf, verbsAt } from './clauses.ts'
import { type Item, type ListReader, itemsOf } from './items.ts'
import { bracketMembers, isNickname, memberClause } from './members.ts'
import { nameOf } from './names.ts'
import { inheritedRelation, partOf, placeRelations, relation } from './relations.ts'
import { type Surroundings, surroundingsOf } from './setting.ts'
import type { Sites } from './sites.ts'
import { type Slice, part, slice } from './slice.ts'
import { type Vocabulary, categoryOf } from './vocabulary.ts'

export type Context = {
  readonly named: { readonly places: readonly Mention[]; readonly deadlines: readonly Mention[] }
  readonly sites: Sites
  readonly vocabulary: Vocabulary
  readonly reader: ListReader
}

/** A project as read, with the clause that names it. */
type Read = { readonly mention: Mention; readonly clause: Slice }

const NOT_A_LIST = /单位|部门|来源|联系|责任|依据|附件|说明/
const NUMBERING = /^(?:[（(]?[\d一二三四五六七八九十]+[）)]|[\d]+[.．、](?!\d)|[一二三四五六七八九十]+是|第[一二三四五六七八九十]+[，,]|[①-⑳●•·▪■◆*-])\s*/

const mentionOf = (item: Item, phase: Phase | undefined, vocabulary: Vocabulary, rule: string): Mention => ({
  type: 'Project',
  span: { start: item.words.start, end: item.words.end },
  name: item.name,
  aliases: item.aliases,
  attributes: {
    category: categoryOf(item.name, vocabulary),
    ...(phase ? { phase } : {}),
    ...(item.count ? { count: item.count } : {}),
  },
  rule,
})

const plain = (words: Slice, vocabulary: Vocabulary): Item => ({ ...nameOf(words, vocabulary), over: [], shared: false })

type Collected = {
  readonly mentions: Mention[]
  readonly facts: Fact[]
  readonly nicknames: Read[]
  /** The one project of the clause before, for “慢行系统，构建甲、乙、丙3套慢行系统”. */
  topic: Read | undefined
  /** Places a clause asks to act: “鼓励甲溪、乙河等乡镇，…建设…电站”. */
  asked: readonly Mention[]
}

/** Adds an item as a project with all that its words, clause and surroundings say of it. */
const collect = (item: Item, clause: Clause, phase: Phase | undefined, around: Surroundings, context: Context, into: Collected): Read => {
  const { vocabulary, sites, named } = context
  const mention = mentionOf(item, phase, vocabulary, item.shared ? 'listed-with-shared-head' : around.listing ? 'listed-project' : 'governed-project')
  const span: Span = { start: clause.whole.start, end: clause.whole.end }
  const placed = placeRelations(mention, item, clause.whole, sites, vocabulary)
  into.mentions.push(mention, ...placed.places.filter((place) => !named.places.includes(place)))
  into.facts.push(...placed.facts)
  const said = new Set(placed.places.map((place) => place.name))
  const before = [...sites.within(clause.before), ...into.asked].filter((place) => !said.has(place.name))
  into.facts.push(...before.map((place) => relation('LOCATED_IN', mention, place, span, 'place-before-verb')))
  const { place, heading } = around
  if (place && heading && !said.has(place.name) && (around.listing || before.length === 0))
    into.facts.push(inheritedRelation('SERVES', mention, place, span, heading, 'heading-lends-place'))
  for (const due of named.deadlines)
    if (due.span.start >= clause.before.start && due.span.end <= clause.before.end + 1 && clause.before.text !== '') into.facts.push(relation('DUE', mention, due, span, 'dated-clause'))
  const read = { mention, clause: clause.whole }
  addBracket(item, clause, read, phase, around, context, into)
  return read
}

const addBracket = (item: Item, clause: Clause, read: Read, phase: Phase | undefined, around: Surroundings, context: Context, into: Collected): void => {
  const { members, whole } = bracketMembers(item, context.vocabulary)
  for (const member of members) {
    const inner = collect(plain(member, context.vocabulary), clause, phase, around, context, into)
    into.facts.push(partOf(inner.mention, read.mention, clause.whole, 'bracket-members'))
    const places = context.sites.within(read.mention.span).filter((place) => place.span.end <= member.start)
    into.facts.push(...places.map((place) => relation('LOCATED_IN', inner.mention, place, clause.whole, 'place-of-whole')))
  }
  if (whole) {
    const outer = collect(plain(whole, context.vocabulary), clause, phase, around, context, into)
    into.facts.push(partOf(read.mention, outer.mention, clause.whole, 'bracket-names-whole'))
  }
}

const LINES = new Set(['railway', 'highway', 'road', 'transit', 'waterway'])

/** A paragraph that builds a network by nickname (“3高4普”铁路网络) names its lines after it. */
const joinNetwork = (read: Read, clause: Clause, into: Collected): void => {
  const network = into.nicknames.findLast((each) => /网/.test(each.mention.name.replace(/[“"][^“”"]*[”"]/, '')))
  const category = network?.mention.attributes.category
  if (!network || isNickname(read.mention.name) || category === undefined || !LINES.has(String(category)) || category !== read.mention.attributes.category) return
  const lead = { start: network.clause.start, end: network.clause.end }
  into.facts.push(inheritedRelation('PART_OF', read.mention, network.mention, { start: clause.whole.start, end: clause.whole.end }, lead, 'lines-of-network'))
}

const readClause = (clause: Clause, around: Surroundings, segment: Segment, context: Context, into: Collected): void => {
  const { vocabulary, sites, reader } = context
  const spelled = memberClause(clause.whole)
  const parent = spelled && into.nicknames.find((each) => each.mention.name.includes(spelled.key))
  if (spelled && parent) {
    const phase = parent.mention.attributes.phase as Phase | undefined
    for (const item of itemsOf(spelled.list, reader)) {
      const read = collect(item, { ...clause, object: spelled.list }, phase, around, context, into)
      into.facts.push(partOf(read.mention, parent.mention, clause.whole, 'nickname-members'))
    }
    return
  }
  const items = itemsOf(clause.object, reader)
  const groups = new Map<string, Read>()
  const kept: { item: Item; read: Read }[] = []
  for (const item of items) {
    const placed = item.over.length > 0 || sites.within(item.words).length > 0 || sites.opening(item.words) !== undefined
    if (!isProject(item, { clause, listing: around.listing, size: items.length, placed, bare: item.over.length === 0 && !item.shared && sites.exactly(item.words) !== undefined, tokens: segment.tokens }, vocabulary)) continue
    const bareBuilding = clause.phase === undefined && /建设$/.test(item.words.text) ? 'advance' : undefined
    const read = collect(item, clause, clause.phase ?? bareBuilding, around, context, into)
    joinNetwork(read, clause, into)
    kept.push({ item, read })
    if (item.count) groups.set(item.name, read)
    if (isNickname(item.name)) into.nicknames.push(read)
  }
  for (const { item, read } of kept) {
    const group = item.group && groups.get(item.group.name)
    if (group && group !== read) into.facts.push(partOf(read.mention, group.mention, clause.whole, 'counted-group'))
    const topic = into.topic
    if (item.group && topic?.mention.name.endsWith(item.group.name)) into.facts.push(partOf(read.mention, topic.mention, clause.whole, 'members-of-topic'))
  }
  into.topic = kept.length === 1 ? kept[0]?.read : undefined
  if (kept.length === 0 && clause.verbs.some((verb) => verb.verb === '鼓励' || verb.verb === '支持')) into.asked = sites.within(clause.object)
}

/** Reads the projects of one paragraph's segments. */
export const readParagraph = (segments: readonly Segment[], context: Context): Found => {
  const into: Collected = { mentions: [], facts: [], nicknames: [], topic: undefined, asked: [] }
  for (const segment of segments) {
    if (segment.kind === 'heading') continue
    const around = surroundingsOf(segment, context.sites)
    const trimmed = part(slice(segment.text, segment.span.start), 0)
    const numbering = NUMBERING.exec(trimmed.text)?.[0].length ?? 0
    readSentence(part(trimmed, numbering), around, segment, context, into)
  }
  return { mentions: into.mentions, facts: into.facts }
}

const readSentence = (sentence: Slice, around: Surroundings, segment: Segment, context: Context, into: Collected): void => {
  const { label, body } = labelled(sentence)
  if (label && NOT_A_LIST.test(label.text)) return
  const lead = label && verbsAt(label.text, context.vocabulary)
  const leadPhase = lead && phaseOf(lead.verbs)
  const places = label ? context.sites.within(label) : []
  const lent = places.length === 1 && label ? { ...around, place: places[0] as Mention, heading: { start: label.start, end: label.end } } : around
  into.topic = undefined
  into.asked = []
  for (const clause of clausesOf(body, context.vocabulary)) {
    const governed = clause.phase === undefined && lead && leadPhase ? { ...clause, phase: leadPhase, verbs: lead.verbs } : clause
    readClause(governed, lent, segment, context, into)
  }
}
