/** Bodies in running text: by level and charge, by class where they act, and by names learnt elsewhere in the document. */
import { overlaps } from '../../spans.ts'
import type { Jurisdiction } from './names.ts'
import {
  actingCentres,
  actingCompanies,
  acts,
  blockedLeft,
  blockedRight,
  chargedBodies,
  classBodies,
  type Found,
  groupsAndCommittees,
  level,
  organs,
} from './subjects.ts'
import type { Vocabulary } from './vocabulary.ts'

/** 乙市甲江生态环境局 in a county's list. */
const OFFICE_OF_HIGHER = '[\\u4e00-\\u9fa5]{2,4}市[\\u4e00-\\u9fa5]{2,3}(?:生态环境|公安|税务|气象)(?:分)?局'

const LEVEL_HEAD = /^(?:省|市|州|区|县|旗)/

/**
 * Where a body of a level that is not this document's begins: with the place before it (丙山县民政局), or nowhere when the
 * words before it do not end there.
 */
const foreignStart = (
  text: string,
  at: number,
  written: string,
  jurisdiction: Jurisdiction,
): number | undefined => {
  const own = LEVEL_HEAD.exec(written)?.[0]
  if (own === undefined || jurisdiction.places.length === 0) return at
  if (jurisdiction.places.some((place) => place.endsWith(own))) return at
  const run = /[\u4e00-\u9fa5]*$/.exec(text.slice(0, at))?.[0] ?? ''
  if (run === '') return at
  return run.length <= 4 ? at - run.length : undefined
}

/** 区 + 规划资源 + 局, and the elided ones that follow it in a list. */
const knownBodies = (text: string, jurisdiction: Jurisdiction, vocabulary: Vocabulary): readonly Found[] => {
  const found: Found[] = []
  const places =
    jurisdiction.places.length > 0 ? `(?:${[...jurisdiction.places].reverse().join('|')})` : '(?!)'
  const known = new RegExp(`(?:${places}${level}?|${level}(?:级|委|政府)?)${vocabulary.knownSource}`, 'g')
  const elided = new RegExp(
    `[、和及与]((?:${OFFICE_OF_HIGHER})|${vocabulary.elidedSource})(?=[、，。；（）等和与及负牵配要应按])`,
    'y',
  )
  for (const match of text.matchAll(known)) {
    const end = match.index + match[0].length
    if (blockedLeft(text, match.index, vocabulary) || blockedRight(text, end, match[0], vocabulary)) continue
    if (vocabulary.onlyActing(match[0]) && !acts(text, match.index, end, vocabulary)) continue
    const isOfState = match[0].startsWith('国家') && jurisdiction.places.length > 0
    if (isOfState && !acts(text, match.index, end, vocabulary)) continue
    const start = foreignStart(text, match.index, match[0], jurisdiction)
    if (start === undefined) continue
    found.push({ span: { start, end }, rule: 'department-known-form' })
    elided.lastIndex = end
    for (let next = elided.exec(text); next; next = elided.exec(text))
      found.push({
        span: { start: next.index + 1, end: next.index + next[0].length },
        rule: 'department-elided-in-list',
      })
  }
  return found
}

const learntBodies = (text: string, learnt: readonly string[]): readonly Found[] =>
  learnt.flatMap((name) => {
    const found: Found[] = []
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
      found.push({ span: { start: at, end: at + name.length }, rule: 'department-learnt' })
    return found
  })

const withoutOverlaps = (found: readonly Found[]): readonly Found[] => {
  const kept: Found[] = []
  const order = [...found].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  for (const item of order) if (!kept.some((other) => overlaps(item.span, other.span))) kept.push(item)
  return kept
}

/**
 * The bodies one sentence names, in order, none overlapping; spans count from the sentence's start.
 * `learnt` are written forms found in the document's duty notes.
 */
export const bodiesInProse = (
  text: string,
  jurisdiction: Jurisdiction,
  vocabulary: Vocabulary,
  learnt: readonly string[],
): readonly Found[] =>
  withoutOverlaps([
    ...knownBodies(text, jurisdiction, vocabulary),
    ...actingCentres(text, vocabulary),
    ...actingCompanies(text, vocabulary),
    ...classBodies(text, vocabulary),
    ...chargedBodies(text, vocabulary),
    ...organs(text, jurisdiction, vocabulary),
    ...groupsAndCommittees(text, vocabulary),
    ...learntBodies(text, learnt),
  ])
