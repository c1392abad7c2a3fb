/** The level of each town in the settlement system. */
import type { Fact, Mention, Segment } from '../../records.ts'
import { clauseOver, type Line, listFrom, listTo } from './line.ts'

const isUnit = (mention: Mention): boolean =>
  /^(?:town|township|subdistrict|village)$/.test(String(mention.attributes.kind))

/** A level as a mention, at the words that name it. */
export const levelMention = (name: string, start: number, end: number): Mention => ({
  type: 'Level',
  span: { start, end },
  name,
  aliases: [],
  attributes: {},
  rule: 'level-name',
})

const ranked =
  /^(?:第?[一二三四五六0-9]+(?:级|类|层级|层次)|[一二三]级)\s*[：:]?\s*[^。：:；]{2,12}(?=[。：:；]?$|。)/

/** A paragraph's opening “第二级：区域重点镇。”, as a level. */
export const rankedLevel = (segment: Segment): Mention | undefined => {
  const words = ranked.exec(segment.text)?.[0]
  return words ? levelMention(words, segment.span.start, segment.span.start + words.length) : undefined
}

/** A count behind a list (5个镇) that disagrees with what was found lowers the confidence. */
const countAgrees = (line: Line, run: readonly Mention[]): boolean => {
  const last = run[run.length - 1]
  if (!last) return true
  const stated = /^(?:等)?([0-9]+)个/.exec(
    line.segment.text.slice(last.span.end - line.segment.span.start),
  )?.[1]
  return stated === undefined || Number(stated) === run.length
}

const toFacts = (
  line: Line,
  run: readonly Mention[],
  level: Mention,
  rule: string,
  lent: boolean,
): readonly Fact[] =>
  run.filter(isUnit).map((town) => ({
    predicate: 'HAS_LEVEL',
    subject: town,
    object: level,
    evidence: lent
      ? [clauseOver(line, [town]), { span: level.span, part: 'heading' }]
      : [clauseOver(line, [town, level])],
    rule,
    basis: lent ? 'inherited' : 'stated',
    ...(countAgrees(line, run) ? {} : { confidence: 0.6 }),
  }))

/** Every list of two or more towns under a ranked opening. */
export const levelsUnder = (line: Line, level: Mention): readonly Fact[] => {
  const facts: Fact[] = []
  for (let index = 0; index < line.mentions.length; ) {
    const run = listFrom(line, index)
    if (run.filter(isUnit).length >= 2) facts.push(...toFacts(line, run, level, 'ranked-list', true))
    index += Math.max(1, run.length)
  }
  return facts
}

/** “重点镇包括甲镇、乙镇” and “甲镇、乙镇等重点镇”. */
export const levelsStated = (line: Line, classes: readonly string[]): readonly Fact[] => {
  const { text, span } = line.segment
  return line.mentions.flatMap((mention, index) => {
    const before = text.slice(0, mention.span.start - span.start)
    const after = text.slice(mention.span.end - span.start)
    const opening = classes.find((name) =>
      [`${name}包括`, `${name}为`, `${name}：`, `${name}:`, `${name}有`].some((words) =>
        before.endsWith(words),
      ),
    )
    if (opening) {
      const start = span.start + before.lastIndexOf(opening)
      return toFacts(
        line,
        listFrom(line, index),
        levelMention(opening, start, start + opening.length),
        'class-list',
        false,
      )
    }
    const closing = classes.find((name) => new RegExp(`^等?(?:[0-9]+个)?${name}`).test(after))
    if (!closing || (!after.startsWith('等') && !/^[0-9]/.test(after))) return []
    const start = mention.span.end + after.indexOf(closing)
    return toFacts(
      line,
      listTo(line, index),
      levelMention(closing, start, start + closing.length),
      'class-list',
      false,
    )
  })
}
