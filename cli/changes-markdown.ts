/** Changes of a plan as a Markdown document, to be handed on. */
import type { Change } from '../graph/diff/change.ts'
import { nameOf, shown } from './changes-table.ts'

const quoteLines = (label: string, quote: string | null, section: string | null): readonly string[] =>
  quote === null ? [] : [`  - ${label}：“${quote.replaceAll('\n', ' ')}”（${section}）`]

const entry = ({ kind, subject, place, ...change }: Change): readonly string[] => [
  `- **${subject.replaceAll('\n', ' ')}**${place === null ? '' : `（${place}）`}：${shown(kind, change.old)} → ${shown(kind, change.new)}`,
  ...quoteLines('旧', change.oldQuote, change.oldSection),
  ...quoteLines('新', change.newQuote, change.newSection),
]

/** A heading a kind of change, in the order in which they first come, and below it each with both quotes. */
export const writeMarkdown = (changes: readonly Change[]): string =>
  [...new Set(changes.map(({ kind }) => kind))]
    .flatMap((kind) => [
      `## ${nameOf(kind)}`,
      '',
      ...changes.filter((change) => change.kind === kind).flatMap(entry),
      '',
    ])
    .join('\n')
