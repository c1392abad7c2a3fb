import type { Phase } from '../../../graph/model.ts'
import type { Fact, Found, Mention, Segment } from '../../records.ts'
import { isProject } from './accept.ts'
import { actedOn, type Clause, clausesOf, labelled, phaseOf, verbsAt } from './clauses.ts'
import { type Collected, type Context, collect, deadlinesOf, type Read } from './collect.ts'
import { type Item, itemsOf } from './items.ts'
import { isNickname, memberClause } from './members.ts'
import { bareCore } from './names.ts'
import { inheritedRelation, partOf, relation } from './relations.ts'
import { type Surroundings, surroundingsOf } from './setting.ts'
import { programme, single } from './shared-heads.ts'
import { cutAt, part, type Slice, slice } from './slice.ts'
import { cellsOf, readRow } from './tables.ts'
import { headOf } from './vocabulary.ts'

const NOT_A_LIST = /单位|部门|来源|联系|责任|依据|附件|说明/
const NUMBERING =
  /^(?:[（(]?[\d一二三四五六七八九十]+[）)]|[\d]+[.．、](?!\d)|[一二三四五六七八九十]+、|[一二三四五六七八九十]+是|第[一二三四五六七八九十]+[，,]|[①-⑳●•·▪■◆*-])\s*/

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
  if (item.count === undefined || headOf(bareCore(item.name, vocabulary), vocabulary)?.kind === 'action')
    return item
  return { ...item, name: item.name + verb.verb, aliases: [item.name, ...item.aliases] }
}

/** An area, or areas, and nothing done but 建设: “甲带和乙带建设”. */
const onlyAreas = (item: Item, context: Context): boolean => {
  if (item.over.length > 0 || item.shared) return false
  if (context.sites.exactly(item.words)) return true
  const pieces = cutAt(item.words, /[和与及]/g)
  return pieces.every(
    (piece, index) =>
      context.sites.exactly(
        index === pieces.length - 1 && piece.text.endsWith('建设')
          ? part(piece, 0, piece.text.length - 2)
          : piece,
      ) !== undefined,
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

/** Openings whose places hold for the clause that follows. */
const ASKING = /^(?:重点)?(?:聚焦|围绕|鼓励|支持|在)/

/** “对…进行…” states a deed whose verb is not one of the list's: it is being done. */
const asDeed = (clause: Clause): Clause =>
  actedOn(clause.whole)
    ? {
        ...clause,
        phase: 'advance',
        continued: false,
        verbs: [{ verb: '实施', phase: 'advance', strong: true }],
      }
    : clause

const readClause = (
  given: Clause,
  around: Surroundings,
  segment: Segment,
  context: Context,
  into: Collected,
): void => {
  const clause = asDeed(given)
  if (readMembers(clause, around, context, into)) return
  // “推动甲地建设成为核心区、交通枢纽” says what a place is to become, not what is built
  if (/成为|打造成|建设成/.test(clause.object.text)) return
  const items = clauseItems(clause, context).map((item) => withDeed(item, clause, context))
  const counted = new Map<string, Read>()
  const kept: { readonly item: Item; readonly read: Read }[] = []
  // the county's own name makes nothing specific: “健康甲县建设”
  const tokens = segment.tokens.filter((token) => !context.sites.isOwnName(token.text))
  const dated = deadlinesOf(clause, context.named.deadlines, into).length > 0
  for (const item of items) {
    const placed = isPlaced(item, clause, context)
    const setting = {
      clause,
      listing: around.listing,
      size: items.length,
      placed,
      dated,
      bare: onlyAreas(item, context),
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
  if (kept.length === 0 && ASKING.test(clause.whole.text)) into.asked = context.sites.within(clause.whole)
}

/** The deadline of a clause that says nothing else: “到2025年，…”. */
const onlyDeadline = (clause: Slice, { named }: Context): Mention | undefined =>
  named.deadlines.find(
    (due) =>
      clause.start <= due.span.start &&
      due.span.end <= clause.end &&
      clause.text.length - (due.span.end - due.span.start) <= 2,
  )

/** The place that a sentence opens with as its subject: “甲城市带是…，提速建设…”, “乙镇要…”. */
const subjectOf = (sentence: Slice, context: Context): Mention | undefined => {
  const place = context.sites.opening(sentence)
  if (!place || context.sites.isOwn(place)) return undefined
  return /^(?:是|要|将|以|应|位于|作为|重点|主要|：|，)/.test(
    sentence.text.slice(place.span.end - sentence.start),
  )
    ? place
    : undefined
}

const readSentence = (
  sentence: Slice,
  around: Surroundings,
  segment: Segment,
  context: Context,
  into: Collected,
): void => {
  const { label, body } = labelled(sentence)
  if (label && NOT_A_LIST.test(label.text)) return
  const lead = label && verbsAt(label.text, context.vocabulary)
  const places = label ? context.sites.within(label) : []
  const lent =
    label && places.length === 1
      ? { ...around, place: places[0] as Mention, heading: { start: label.start, end: label.end } }
      : around
  if (label && labelled(body).label) {
    readSentence(body, lent, segment, context, into)
    return
  }
  const subject = subjectOf(body, context)
  into.topic = undefined
  into.asked = subject ? [subject] : []
  into.due = []
  for (const clause of clausesOf(body, context.vocabulary)) {
    const phase = lead && phaseOf(lead.verbs)
    const governed =
      clause.phase === undefined && lead && phase ? { ...clause, phase, verbs: lead.verbs } : clause
    readClause(governed, lent, segment, context, into)
    const due = onlyDeadline(clause.whole, context)
    into.due = due ? [due] : deadlinesOf(clause, context.named.deadlines, into)
  }
}

/** A row of a table: its name cell under what the other columns say, or else each cell by itself. */
const readTableRow = (row: Segment, around: Surroundings, context: Context, into: Collected): void => {
  const table = row.sections.findLast((section) => section.kind === 'table')
  const known = table && context.tables.get(table)
  if (known?.header === row) return
  const read = known && readRow(row, known.columns, context)
  if (!read) {
    if (!known)
      for (const cell of cellsOf(row))
        if (cell.text.length > 5) readSentence(cell, { ...around, listing: 'prose' }, row, context, into)
    return
  }
  into.asked = []
  into.due = []
  const named = read.role === 'project' ? [asNamed(read.name)] : clausesOf(read.name, context.vocabulary)
  for (const { phase: own, ...clause } of named) {
    const phase = read.phase ?? own
    const listing = clause.verbs.length === 0 ? 'projects' : 'tasks'
    const [facts, mentions] = [into.facts.length, into.mentions.length]
    readClause({ ...clause, ...(phase ? { phase } : {}) }, { ...around, listing }, row, context, into)
    const said = new Set(into.facts.slice(facts).map((fact) => fact.object))
    for (const project of into.mentions.slice(mentions).filter(({ type }) => type === 'Project')) {
      const places = read.places.filter((place) => !said.has(place))
      into.facts.push(
        ...places.map((place) => relation('LOCATED_IN', project, place, row.span, 'place-column')),
      )
      into.facts.push(...read.due.map((due) => relation('DUE', project, due, row.span, 'due-column')))
    }
  }
}

/** A cell of project names is taken as it stands: 丙山灌区续建配套工程 is not “续建…”. */
const asNamed = (name: Slice): Clause => ({
  whole: name,
  before: part(name, 0, 0),
  verbs: [],
  object: name,
  continued: false,
})

/** “甲溪镇。依托…”: a first sentence that is nothing but a place heads its paragraph. */
const leadPlace = (sentence: Slice, context: Context): Mention | undefined => {
  const bare = part(sentence, 0, sentence.text.replace(/[。：:]$/, '').length)
  const place = context.sites.exactly(bare)
  return place && !context.sites.isOwn(place) ? place : undefined
}

/** A numbered heading low in the tree may itself be a task: “3.打通断头路20条”; titles of chapters and boxes never are. */
const isTask = ({ sections, span }: Segment): boolean => {
  const own = sections.findLast(
    (section) =>
      section.kind !== 'paragraph' &&
      section.titleSpan &&
      section.titleSpan.end >= span.start &&
      section.titleSpan.start <= span.end,
  )
  return own?.kind === 'section' && own.number !== undefined && !/章|节|篇/.test(own.number)
}

/** Reads the projects of one paragraph's segments. */
export const readParagraph = (segments: readonly Segment[], context: Context): Found => {
  const into: Collected = { mentions: [], facts: [], nicknames: [], topic: undefined, asked: [], due: [] }
  let lead: Mention | undefined
  for (const segment of segments) {
    if (segment.kind === 'heading' && !isTask(segment)) continue
    const trimmed = part(slice(segment.text, segment.span.start), 0)
    const sentence = part(trimmed, NUMBERING.exec(trimmed.text)?.[0].length ?? 0)
    if (segment.kind === 'row') {
      readTableRow(segment, surroundingsOf(segment, context.sites, context.titleOf), context, into)
      continue
    }
    const first = leadPlace(sentence, context)
    if (first) {
      lead = first
      continue
    }
    const above = surroundingsOf(segment, context.sites, context.titleOf)
    const around =
      lead && above.listing !== 'projects' ? { ...above, place: lead, heading: lead.span } : above
    readSentence(sentence, around, segment, context, into)
  }
  return { mentions: into.mentions, facts: into.facts }
}
