/**
 * Finds the plans, laws and reports a document cites: in 《》, and in plain words beside them or by their kind
 * (甲县第十五次党代会报告). Spans are UTF-16 code units into the document's text.
 */
import type { Knowledge } from '../knowledge.ts'
import type { Fact, Found, Mention, Reading, Span } from '../records.ts'
import { definedName, markedTitles, plainTitles, type Title } from './documents/titles.ts'
import { documentWords } from './documents/words.ts'

const squeeze = (name: string) => name.replace(/\s+/g, '')

/** A title's other forms: without its period or edition in brackets, and what 以下简称 gives. */
const aliasesOf = (title: Title, text: string): readonly string[] => {
  const short = title.name.replace(/[（(][^（）()]*[）)]$/, '')
  return [
    ...new Set([short, ...definedName(text.slice(title.evidence.end, title.evidence.end + 60))]),
  ].filter((alias) => alias !== title.name && alias.length >= 2)
}

const mentionOf = (title: Title, text: string): Mention => ({
  type: 'Document',
  span: title.span,
  name: title.name,
  aliases: aliasesOf(title, text),
  attributes: {},
  rule: title.rule,
})

/** Later 《简称》 and “简称” are the document they were defined as. */
const resolveShort = (mentions: readonly Mention[]): readonly Mention[] => {
  const full = new Map<string, Mention>()
  for (const mention of mentions)
    for (const alias of mention.aliases) if (!full.has(alias)) full.set(alias, mention)
  return mentions.map((mention) => {
    const long = full.get(mention.name)
    return long && long.name !== mention.name
      ? { ...mention, name: long.name, aliases: long.aliases }
      : mention
  })
}

const citation = (mention: Mention, evidence: Span): Fact => ({
  predicate: 'CITES',
  subject: 'plan',
  object: mention,
  evidence: [{ span: evidence, part: 'clause' }],
  rule: mention.rule,
  basis: 'stated',
})

/** All documents a text names, and that the plan cites them; the plan's own title is not a citation. */
export const findDocuments = (reading: Reading, knowledge: Knowledge): Found => {
  const words = documentWords(knowledge)
  const text = reading.document.text
  const titles = reading.segments.flatMap(({ text: sentence, span }) => {
    const marked = markedTitles(sentence, words)
    return [...marked, ...plainTitles(sentence, marked, words)].map(
      (title): Title => ({
        ...title,
        name: squeeze(title.name),
        span: { start: title.span.start + span.start, end: title.span.end + span.start },
        evidence: { start: title.evidence.start + span.start, end: title.evidence.end + span.start },
      }),
    )
  })
  const sorted = [...titles].sort((a, b) => a.span.start - b.span.start)
  const mentions = resolveShort(sorted.map((title) => mentionOf(title, text)))
  const own = squeeze(reading.plan.title)
  const isOwn = ({ name, aliases }: Mention) => name === own || aliases.includes(own)
  const facts = mentions.flatMap((mention, index): readonly Fact[] => {
    const title = sorted[index]
    return title && !isOwn(mention) ? [citation(mention, title.evidence)] : []
  })
  return { mentions, facts }
}
