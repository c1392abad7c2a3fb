/** Entities and their mentions as records. */
import type { EntityRecord, MentionRecord } from '../../../graph/model.ts'
import { pinyinForms } from '../../pinyin.ts'
import type { Resolved, ResolvedEntity } from '../resolve.ts'
import type { Quoting } from './evidence.ts'

export const entityRecord = ({
  id,
  type,
  name,
  aliases,
  stems,
  scope,
  properties,
}: ResolvedEntity): EntityRecord => ({
  id,
  type,
  name,
  aliases,
  pinyin: pinyinForms([name, ...stems]),
  ...(scope !== undefined && { scope }),
  properties,
})

/** Every mention once, in text order; those whose words lie in no section are left out by check. */
export const mentionRecords = (
  { entities }: Resolved,
  { text, sections, toCodePoint }: Quoting,
): readonly MentionRecord[] => {
  const records = new Map<string, MentionRecord>()
  for (const { id, mentions } of entities) {
    for (const { span } of mentions) {
      // A body that only the duties catalogue names stands nowhere in the text.
      if (span.start === span.end) continue
      const record: MentionRecord = {
        entity: id,
        section: sections.holding(span) ?? '',
        start: toCodePoint(span.start),
        end: toCodePoint(span.end),
        text: text.slice(span.start, span.end),
      }
      records.set(`${id}|${record.start}|${record.end}`, record)
    }
  }
  return [...records.values()].sort(
    (a, b) => a.start - b.start || a.end - b.end || (a.entity < b.entity ? -1 : 1),
  )
}
