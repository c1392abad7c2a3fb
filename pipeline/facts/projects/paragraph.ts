import type { Found, Mention, Segment } from '../../records.ts'
import { readClause } from './clause-projects.ts'
import { type Clause, clausesOf, labelled } from './clauses.ts'
import { type Collected, type Context, collect, deadlinesOf } from './collect.ts'
import { relation } from './relations.ts'
import { type Surroundings, surroundingsOf } from './setting.ts'
import { single } from './shared-heads.ts'
import { cutAt, part, type Slice, slice } from './slice.ts'
import { cellsOf, readRow } from './tables.ts'
import { phaseOf, verbsAt } from './verbs.ts'

const NOT_A_LIST = /单位|部门|来源|联系|责任|依据|附件|说明/
const NUMBERING =
  /^(?:[（(]?[\d一二三四五六七八九十]+[）)]|[\d]+[.．、](?!\d)|[一二三四五六七八九十]+、|[一二三四五六七八九十]+是|第[一二三四五六七八九十]+[，,]|[①-⑳●•·▪■◆*-])\s*/

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
  return /^(?:是|要|将|以|应|位于|作为|重点|主要|立足|依托|围绕|聚焦|坚持|突出|发挥|加快|推进|着力|大力|：|，)/.test(
    sentence.text.slice(place.span.end - sentence.start),
  )
    ? place
    : undefined
}

/** A remark of its own in brackets: “（完工水闸：甲闸、乙闸。在建水闸：丙闸。）” */
const ENCLOSED = /^[（(]([^（()）]+)[）)][。；]?$/

const readSentence = (
  sentence: Slice,
  around: Surroundings,
  segment: Segment,
  context: Context,
  into: Collected,
): void => {
  const inner = ENCLOSED.exec(sentence.text)?.[1]
  if (inner) {
    for (const each of cutAt(part(sentence, 1, 1 + inner.length), /。/g))
      readSentence(each, around, segment, context, into)
    return
  }
  // a bracket that another sentence closes, or has opened
  const from = /^[（(](?![^（()）]*[）)])/.test(sentence.text) ? 1 : 0
  const to = /^[^（(]*[）)][。；]?$/.exec(sentence.text)
    ? /[）)][。；]?$/.exec(sentence.text)?.index
    : undefined
  const { label, body } = labelled(part(sentence, from, to ?? sentence.text.length))
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
  into.askedOnce = false
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

/** “一、供水工程” across a table names what the rows below are. */
const isGroup = (row: Segment): boolean => {
  const cells = row.cells ?? []
  return cells.length > 2 && cells.filter(({ start, end }) => end > start).length === 1
}

/** A row of a table: its name cell under what the other columns say, or else each cell by itself. */
const readTableRow = (row: Segment, around: Surroundings, context: Context, into: Collected): void => {
  const table = row.sections.findLast((section) => section.kind === 'table')
  const known = table && context.tables.get(table)
  if (known?.header === row || (known && isGroup(row))) return
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
    const stated = { ...clause, ...(phase ? { phase } : {}) }
    readClause(stated, { ...around, listing }, row, context, into)
    // every cell of a column of projects is one, though its words may read as a place or a plain list
    const unread = !into.mentions.slice(mentions).some(({ type }) => type === 'Project')
    if (unread && read.role === 'project' && isName(clause.whole.text))
      collect(single(clause.whole, context.vocabulary), stated, phase, { ...around, listing }, context, into)
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

/** A name and not a sum, a group's heading or a sentence. */
const isName = (text: string): boolean =>
  /^[^。；：\n]{4,40}$/.test(text) &&
  !/^(?:合计|小计|总计|共计|其中|备注|[\d.]+$)|[合小总共]计$|^.{2,5}类$/.test(text)

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
  const into: Collected = {
    mentions: [],
    facts: [],
    nicknames: [],
    topic: undefined,
    asked: [],
    askedOnce: false,
    due: [],
  }
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
