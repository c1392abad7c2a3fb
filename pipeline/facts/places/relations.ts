/** All relations between places, and from places to levels and functions, line by line. */
import type { Fact, Mention, Reading } from '../../records.ts'
import { tableFacts } from './functions.ts'
import { type Lead, leads, lentParts } from './lent.ts'
import { levelsStated, levelsUnder, rankedLevel } from './levels.ts'
import type { Line } from './line.ts'
import { adjacent, centreOf, lists, locatedIn, membersOfClass } from './part-of.ts'

const lineFacts = (
  line: Line,
  lead: Lead | undefined,
  level: Mention | undefined,
  classes: readonly string[],
): readonly Fact[] => [
  ...adjacent(line),
  ...locatedIn(line, lead?.alone ? lead.mention : undefined),
  ...lists(line),
  ...membersOfClass(line),
  ...centreOf(line),
  ...lentParts(line, lead?.mention),
  ...(level ? levelsUnder(line, level) : levelsStated(line, classes)),
]

/** One fact for each predicate, subject and object in one line: the first rule that states it. */
const distinct = (facts: readonly Fact[]): readonly Fact[] => {
  const seen = new Set<string>()
  return facts.filter((fact) => {
    if (fact.subject === 'plan' || !('name' in fact.object)) return true
    const key = [fact.predicate, fact.subject.name, fact.object.name].join('\n')
    return seen.has(key) ? false : seen.add(key) !== undefined
  })
}

/** The relations that a document's lines state, in the text's order. `lines` holds every segment of the reading. */
export const placeFacts = (
  reading: Reading,
  lines: readonly Line[],
  classes: readonly string[],
): readonly Fact[] => {
  const leadFor = leads(
    reading.document.text,
    lines.flatMap((line) => line.mentions),
  )
  const facts: Fact[] = []
  let level: Mention | undefined
  let leaf = lines[0]?.segment.sections.at(-1)
  for (const line of lines) {
    if (line.segment.sections.at(-1) !== leaf) level = undefined
    leaf = line.segment.sections.at(-1)
    level = rankedLevel(line.segment) ?? level
    facts.push(...distinct(lineFacts(line, leadFor(line.segment), level, classes)))
  }
  return [...facts, ...tableFacts(reading.document.text, lines)]
}
