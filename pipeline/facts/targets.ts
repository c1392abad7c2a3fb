/** Finds indicators and their figures, in sentences and in tables. */
import type { Knowledge } from '../knowledge.ts'
import type { Evidence, Fact, Found, Mention, Reading, Segment, Span, Target } from '../records.ts'
import { backIn } from './targets/back.ts'
import { fact, figureOf, indicator, moved } from './targets/facts.ts'
import { findPlaceTables } from './targets/place-tables.ts'
import type { Proposal } from './targets/proposal.ts'
import { readSentence } from './targets/prose.ts'
import { placeFact, placeOfCell, tableFact } from './targets/table-facts.ts'
import { targetsOfTable } from './targets/table-targets.ts'
import { findTables, type IndicatorTable } from './targets/tables.ts'
import { targetWords, type Words } from './targets/words.ts'
import { type When, type Years, yearsIn } from './targets/years.ts'

type Named = {
  readonly deadlines: readonly Mention[]
  readonly documents: readonly Mention[]
  readonly places: readonly Mention[]
  readonly departments: readonly Mention[]
  readonly projects: readonly Mention[]
}

const REACHED = /(?:已|累计(?!下降|降低|增长|减少|提高|提升|削减)|截至|同比|完成了|实现了|达到了|突破了|了$)/

const kindOf = (proposal: Proposal, when: When, back: boolean, clause: string): Target['kind'] => {
  if (proposal.left) return back ? 'historic' : 'baseline'
  // “‘十三五’期间每年新增2万人”: a rate of the past, not where things stand
  if (when.historic && (when.year !== undefined || /每年|年均/.test(clause))) return 'historic'
  if (when.past) return 'baseline'
  if (when.year === undefined && (back || REACHED.test(clause))) return 'baseline'
  return 'target'
}

/** “达到86.5%（约束性）”. */
const NATURE = /^(?:[^，。；、（(]{0,4})?[（([【](预期性|约束性)(?:指标)?[）)\]】]/

type Scope = {
  readonly reading: Reading
  readonly words: Words
  readonly years: Years
  readonly back: (segment: Segment) => boolean
  readonly places: ReadonlyMap<number, Mention>
}

// “从2020年的75.6%提高到78%”: the figure left behind has a year only where one stands beside it
const leftBehind = (text: string, at: number): When => {
  const year = /(20[0-9]{2})年(?:底|末)?的?$/.exec(text.slice(0, at))?.[1]
  return { past: true, historic: false, ...(year ? { year: Number(year) } : {}) }
}

/** “甲溪镇：新建工程3处；乙河镇：…”: the place that opens the part of the sentence. */
const leadPlace = ({ text, span }: Segment, at: number, { places }: Scope): readonly Mention[] => {
  const opened = /(?:^|[；。])[\s（(0-9）).．、]*([^，。；：:\s（(]{2,12})[：:][^；。]*$/.exec(
    text.slice(0, at),
  )
  if (!opened?.[1]) return []
  const start = opened.index + opened[0].indexOf(opened[1])
  const place = places.get(span.start + start)
  return place && place.span.end === span.start + start + opened[1].length ? [place] : []
}

const factsOf = (proposal: Proposal, segment: Segment, scope: Scope): readonly Fact[] => {
  const offset = segment.span.start
  const when = proposal.left
    ? leftBehind(segment.text, proposal.at)
    : scope.years(segment, proposal.at, proposal.nth, proposal.floor)
  const { text } = segment
  const clause = text.slice(proposal.span.start, proposal.span.end)
  const kind = kindOf(proposal, when, scope.back(segment), clause)
  const nature = NATURE.exec(text.slice(proposal.span.end))?.[1]
  const span = moved(proposal.span, offset)
  const inherited = when.due && (when.due.span.start < offset || when.due.span.start >= segment.span.end)
  const evidence: readonly [Evidence, ...Evidence[]] =
    inherited && when.due
      ? [
          { span, part: 'clause' },
          { span: when.due.span, part: 'heading' },
        ]
      : [{ span, part: 'clause' }]
  const mention = indicator(proposal, moved(proposal.nameSpan, offset), nature)
  const named = proposal.places.flatMap((place) => scope.places.get(place.start + offset) ?? [])
  const found = named.length > 0 ? named : leadPlace(segment, proposal.at, scope)
  const places: readonly (Mention | undefined)[] = found.length > 0 ? found : [undefined]
  return places.map((place) =>
    fact(
      mention,
      {
        span,
        ...figureOf(proposal),
        ...(when.year === undefined ? {} : { year: when.year }),
        kind,
        ...(nature ? { nature } : {}),
        ...(place ? { place } : {}),
        ...(when.due && kind === 'target' ? { due: when.due } : {}),
      },
      evidence,
      proposal.rule,
    ),
  )
}

const inTable = (at: number, tables: readonly Pick<IndicatorTable, 'span'>[]): boolean =>
  tables.some(({ span }) => at >= span.start && at < span.end)

/** What a cell of a row states, in the row's offsets: no name runs on from one cell to the next. */
const readCell = (
  segment: Segment,
  cell: Span,
  knowledge: Knowledge,
  words: Words,
  placeAt: (start: number) => number,
): readonly Proposal[] => {
  const by = cell.start - segment.span.start
  const text = segment.text.slice(by, cell.end - segment.span.start)
  return readSentence(text, knowledge, words, (start) => placeAt(start + by)).map((proposal) => ({
    ...proposal,
    span: moved(proposal.span, by),
    nameSpan: moved(proposal.nameSpan, by),
    at: proposal.at + by,
    ...(proposal.floor === undefined ? {} : { floor: proposal.floor + by }),
    places: proposal.places.map((place) => moved(place, by)),
  }))
}

/** “到2017年，漏损率控制在12%以内；到2020年，控制在10%以内。” */
const goesOn = (before: Segment, next: Segment): boolean =>
  next.index === before.index + 1 &&
  next.sections.at(-1) === before.sections.at(-1) &&
  /；\s*$/.test(before.text)

/** A proposal of the sentence before in the offsets of the next; its places were named there and are not said again. */
const withinNext = (
  last: { readonly segment: Segment; readonly proposal: Proposal },
  next: Segment,
): Proposal => {
  const by = last.segment.span.start - next.span.start
  const { nameSpan } = last.proposal
  return {
    ...last.proposal,
    nameSpan: moved(nameSpan, by),
    places: last.proposal.places.map((place) => moved(place, by)),
  }
}

/**
 * Indicator mentions and one HAS_TARGET fact a figure, indicator and place. The object carries value, max, comparator,
 * unit as written, year (from the sentence, the paragraph, or the headings), kind, nature, and the place and deadline it names.
 */
export const findTargets = (reading: Reading, knowledge: Knowledge, named: Named): Found => {
  const words = targetWords(knowledge)
  const tables = findTables(reading.document.text, reading.plan, knowledge)
  const placed = findPlaceTables(reading.document.text, (at) => inTable(at, tables), {
    plan: reading.plan,
    knowledge,
    words,
  })
  const years = yearsIn(reading, knowledge, named.deadlines, words)
  const places = new Map(
    named.places.toSorted((a, b) => a.span.end - b.span.end).map((place) => [place.span.start, place]),
  )
  const scope: Scope = { reading, words, years, back: backIn(reading, words), places }
  let last: { readonly segment: Segment; readonly proposal: Proposal } | undefined
  const prose = reading.segments.flatMap((segment) => {
    const before = last && goesOn(last.segment, segment) ? withinNext(last, segment) : undefined
    const placeAt = (start: number): number => {
      const place = places.get(segment.span.start + start)
      return place ? place.span.end - place.span.start : 0
    }
    const proposals =
      segment.kind === 'row' && segment.cells
        ? segment.cells.flatMap((cell) => readCell(segment, cell, knowledge, words, placeAt))
        : readSentence(segment.text, knowledge, words, placeAt, before)
    const final = proposals.at(-1)
    last = final ? { segment, proposal: final } : undefined
    return proposals.flatMap((p) =>
      inTable(p.at + segment.span.start, [...tables, ...placed]) ? [] : factsOf(p, segment, scope),
    )
  })
  const tabled = tables
    .flatMap((table) => targetsOfTable(table, reading.plan, knowledge))
    .map((target) => tableFact(target, named.deadlines))
  const placeOf = placeOfCell(places)
  const segmentAt = (at: number) => reading.segments.find(({ span }) => span.end > at)
  const rows = placed.flatMap(({ span, targets }) => {
    const segment = segmentAt(span.start)
    const when = segment && years(segment, 0)
    return targets.map((target) => placeFact(target, when, placeOf))
  })
  const facts = [...tabled, ...rows, ...prose]
  const own = rows.flatMap(({ object }) => ('value' in object && object.place ? [object.place] : []))
  const known = new Set(named.places)
  return {
    mentions: [...new Set([...facts.map((f) => f.subject as Mention), ...own.filter((m) => !known.has(m))])],
    facts,
  }
}
