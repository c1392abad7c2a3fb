/** Finds the segment that holds a UTF-16 offset; segments are in text order and do not overlap. */
import type { Segment } from '../../records.ts'

export const segmentFinder = (segments: readonly Segment[]): ((offset: number) => Segment | undefined) => {
  return (offset) => {
    let [low, high] = [0, segments.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((segments[middle]?.span.start ?? Infinity) <= offset) low = middle + 1
      else high = middle
    }
    const segment = segments[low - 1]
    return segment && offset < segment.span.end ? segment : undefined
  }
}
