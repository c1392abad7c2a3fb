/** Places as the columns of a table name them: below 建设地点 each item of a cell is one, below 更新单元名称 the whole cell. */
import type { Knowledge } from '../../knowledge.ts'
import type { Fact, Segment, Span } from '../../records.ts'
import { covers } from '../../spans.ts'
import { cellsUnder, columnRoles } from '../table-columns.ts'
import { type Line, partOf } from './line.ts'
import type { Sighting } from './scan.ts'
import { isGeneric, type PlaceWords } from './words.ts'

/** The cells of a document's tables that name places, by the row they stand in. */
export type PlaceCells = {
  readonly units: ReadonlyMap<Segment, Span>
  readonly sites: ReadonlyMap<Segment, Span>
}

export const placeCells = (segments: readonly Segment[], knowledge: Knowledge): PlaceCells => {
  const roles = columnRoles(knowledge)
  return { units: cellsUnder(segments, roles, 'unit'), sites: cellsUnder(segments, roles, 'place') }
}

const NAME = /^[\p{Script=Han}A-Za-z0-9“”·]{3,14}$/u
/** 全县, 各乡镇, 城区等: no one place; 原址, 待定: none yet. */
const NO_PLACE =
  /^(?:全|各)[省市区县镇乡村]|^(?:原址|原有|现址|现有|现状|新址|选址|待定|县域|市域|区域)|等(?:$|[地处镇乡村街])|及其|[\u4e00-\u9fff]{2}(?:[及与]|和(?![平顺谐睦田县兴安乐美]))[\u4e00-\u9fff]{2}|多个|有关|相关|范围|若干|\d+[个处座]/
/** 公园北侧, 水库周边: what lies beside a place is called by it. */
const BESIDE = /(?:[东南西北]侧|周边|附近|旁|沿线|境内)$/

const kindOf = (name: string, words: PlaceWords): string =>
  words.suffixes.find(({ text }) => name.endsWith(text))?.kind ?? 'other'

/** 东门更新单元 is spoken of as 东门 or 东门单元 elsewhere. */
const unitForms = (name: string): readonly string[] => {
  const core = name.replace(/(?:城市)?(?:更新)?单元$/, '')
  return core.length > 2 && core !== name ? [core, `${core}单元`].filter((form) => form !== name) : []
}

const sighted = (start: number, name: string, kind: string, rule: string): Sighting => ({
  start,
  end: start + name.length,
  known: { name, kind, aliases: rule === 'unit-column' ? unitForms(name) : [], origin: 'learned' },
  rule,
})

/** The items of a cell that no known place covers: 公园路 behind 甲镇 in “甲镇公园路、乙桥头”. */
const unknownSites = (cell: string, start: number, known: readonly Sighting[], words: PlaceWords) =>
  [...cell.matchAll(/[^、，,；;\s]+/g)].flatMap((item): readonly Sighting[] => {
    const at = start + item.index
    const end = at + item[0].length
    const towns = known.filter((one) => /^(?:town|township|subdistrict|county|village)$/.test(one.known.kind))
    let from = at
    for (const one of towns) if (one.start === from && one.end <= end) from = one.end
    const rest = item[0].slice(from - at)
    const name = rest.replace(BESIDE, '')
    const covered = known.some((one) => one.start <= from && one.end >= from + name.length)
    const fits =
      NAME.test(name) && !NO_PLACE.test(name) && !isGeneric(name, words) && !words.ordinary.has(name)
    return covered || !fits ? [] : [sighted(from, name, kindOf(name, words), 'place-column')]
  })

/** What the place columns of a row name beyond the known places; they stand before those they cover. */
export const columnSightings = (
  segment: Segment,
  { units, sites }: PlaceCells,
  known: readonly Sighting[],
  words: PlaceWords,
): readonly Sighting[] => {
  const textOf = (span: Span): string =>
    segment.text.slice(span.start - segment.span.start, span.end - segment.span.start)
  const unit = units.get(segment)
  const named = unit && textOf(unit)
  const site = sites.get(segment)
  return [
    ...(unit && named && NAME.test(named) && !NO_PLACE.test(named)
      ? [sighted(unit.start, named, 'zone', 'unit-column')]
      : []),
    ...(site ? unknownSites(textOf(site), site.start, known, words) : []),
  ]
}

/** A unit lies in the towns and zones that its row's place column names. */
export const unitFacts = (line: Line, { units, sites }: PlaceCells): readonly Fact[] => {
  const unit = units.get(line.segment)
  const site = sites.get(line.segment)
  const part = unit && line.mentions.find(({ span }) => span.start === unit.start && span.end === unit.end)
  if (!part || !site) return []
  return line.mentions
    .filter(
      (whole) =>
        covers(site, whole.span) &&
        /^(?:town|township|subdistrict|zone)$/.test(String(whole.attributes.kind)),
    )
    .map((whole) => partOf(line, part, whole, 'unit-column'))
}
