/** Finds indicators and their figures, in sentences and in tables. */
import type { Knowledge } from '../knowledge.ts'
import type { Evidence, Fact, Found, Mention, Reading, Segment, Span, Target } from '../records.ts'
import { backIn } from './targets/back.ts'
import type { Proposal } from './targets/proposal.ts'
import { readSentence } from './targets/prose.ts'
import { type TableTarget, targetsOfTable } from './targets/table-targets.ts'
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

const indicator = (proposal: Proposal, span: Span, nature?: string): Mention => ({
  type: 'Indicator',
  span,
  name: proposal.name,
  aliases: proposal.aliases,
  attributes: { unit: proposal.unit, ...(nature ? { nature } : {}) },
  rule: proposal.rule,
})

const figure = (proposal: Proposal) => ({
  value: proposal.value,
  ...(proposal.max === undefined ? {} : { max: proposal.max }),
  comparator: proposal.comparator,
  unit: proposal.unit,
})

const moved = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by })

const fact = (
  subject: Mention,
  object: Target,
  evidence: readonly [Evidence, ...Evidence[]],
  rule: string,
): Fact => ({
  predicate: 'HAS_TARGET',
  subject,
  object,
  evidence,
  rule,
  basis: evidence.some((e) => e.part === 'heading') ? 'inherited' : 'stated',
})

const REACHED = /(?:已|累计(?!下降|降低|增长|减少|提高|提升|削减)|截至|同比|完成了|实现了|达到了|突破了|了$)/

const kindOf = (proposal: Proposal, when: When, back: boolean, clause: string): Target['kind'] => {
  if (proposal.left) return back ? 'historic' : 'baseline'
  // “‘十三五’期间每年新增2万人”: a rate of the past, not where things stand
  if (when.historic && (when.year !== undefined || /每年|年均/.test(clause))) return 'historic'
  if (when.past) return 'baseline'
  if (when.year === undefined && (back || REACHED.test(clause))) return 'baseline'
  return 'target'
}

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

const factsOf = (proposal: Proposal, segment: Segment, scope: Scope): readonly Fact[] => {
  const offset = segment.span.start
  const when = proposal.left
    ? leftBehind(segment.text, proposal.at)
    : scope.years(segment, proposal.at, proposal.nth, proposal.floor)
  const { text } = segment
  const clause = text.slice(proposal.span.start, proposal.span.end)
  const kind = kindOf(proposal, when, scope.back(segment), clause)
  const span = moved(proposal.span, offset)
  const inherited = when.due && (when.due.span.start < offset || when.due.span.start >= segment.span.end)
  const evidence: readonly [Evidence, ...Evidence[]] =
    inherited && when.due
      ? [
          { span, part: 'clause' },
          { span: when.due.span, part: 'heading' },
        ]
      : [{ span, part: 'clause' }]
  const mention = indicator(proposal, moved(proposal.nameSpan, offset))
  const found = proposal.places.flatMap((place) => scope.places.get(place.start + offset) ?? [])
  const places: readonly (Mention | undefined)[] = found.length > 0 ? found : [undefined]
  return places.map((place) =>
    fact(
      mention,
      {
        span,
        ...figure(proposal),
        ...(when.year === undefined ? {} : { year: when.year }),
        kind,
        ...(place ? { place } : {}),
        ...(when.due && kind === 'target' ? { due: when.due } : {}),
      },
      evidence,
      proposal.rule,
    ),
  )
}

const tableFact = (target: TableTarget, deadlines: readonly Mention[]): Fact => {
  const { proposal, value, column } = target
  const due = deadlines.find((d) => d.span.start >= column.span.start && d.span.end <= column.span.end)
  const mention = indicator(proposal, proposal.nameSpan, target.nature)
  const object: Target = {
    span: value.span,
    ...figure(proposal),
    ...(target.year === undefined ? {} : { year: target.year }),
    kind: target.kind,
    ...(target.nature ? { nature: target.nature } : {}),
    ...(due && target.kind === 'target' ? { due } : {}),
  }
  const evidence: readonly [Evidence, ...Evidence[]] = [
    { span: proposal.nameSpan, part: 'clause' },
    { span: value.span, part: 'clause' },
    { span: column.span, part: 'heading' },
  ]
  return fact(mention, object, evidence, proposal.rule)
}

const inTable = (at: number, tables: readonly IndicatorTable[]): boolean =>
  tables.some(({ span }) => at >= span.start && at < span.end)

/**
 * Indicator mentions and one HAS_TARGET fact a figure, indicator and place. The object carries value, max, comparator,
 * unit as written, year (from the sentence, the paragraph, or the headings), kind, nature, and the place and deadline it names.
 */
export const findTargets = (reading: Reading, knowledge: Knowledge, named: Named): Found => {
  const words = targetWords(knowledge)
  const tables = findTables(reading.document.text, reading.plan, knowledge)
  const years = yearsIn(reading, knowledge, named.deadlines, words)
  const places = new Map(
    named.places.toSorted((a, b) => a.span.end - b.span.end).map((place) => [place.span.start, place]),
  )
  const scope: Scope = { reading, words, years, back: backIn(reading, words), places }
  const prose = reading.segments.flatMap((segment) => {
    const placeAt = (start: number): number => {
      const place = places.get(segment.span.start + start)
      return place ? place.span.end - place.span.start : 0
    }
    return readSentence(segment.text, knowledge, words, placeAt).flatMap((p) =>
      inTable(p.at + segment.span.start, tables) ? [] : factsOf(p, segment, scope),
    )
  })
  const tabled = tables
    .flatMap((table) => targetsOfTable(table, reading.plan, knowledge))
    .map((target) => tableFact(target, named.deadlines))
  const facts = [...tabled, ...prose]
  return { mentions: [...new Set(facts.map((f) => f.subject as Mention))], facts }
}
