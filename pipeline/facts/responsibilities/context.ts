/** Sentences and rows that state nothing by themselves and are understood: the heads of tables, and lists of places. */
import type { Mention, Reading, Span } from '../../records.ts'
import { indexMentions, onceByName } from './index-mentions.ts'

type Told = { readonly span: Span; readonly rule: string }

/** So many places make a list, and so much of the sentence must be their names. */
const FEWEST_PLACES = 3
const SHARE = 0.5

/** Head rows, whose titles name what stands below, and sentences that name places one after another and little else. */
export const contextOf = (
  reading: Reading,
  { places }: { readonly places: readonly Mention[] },
): readonly Told[] => {
  const within = indexMentions(places)
  return reading.segments.flatMap((segment): readonly Told[] => {
    const leaf = segment.sections.at(-1)
    if (segment.kind === 'row') return leaf?.titleSpan ? [{ span: segment.span, rule: 'table-head' }] : []
    const named = onceByName(within(segment.span))
    const covered = named.reduce((sum, { span }) => sum + span.end - span.start, 0)
    const isList = named.length >= FEWEST_PLACES && covered >= segment.text.trim().length * SHARE
    return isList ? [{ span: segment.span, rule: 'places-listed' }] : []
  })
}
