/** How two spans of one text lie to one another. */
import type { Span } from './records.ts'

export const overlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end

export const covers = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end
