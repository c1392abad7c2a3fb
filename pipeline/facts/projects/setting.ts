import type { Mention, Section, Segment, Span } from '../../records.ts'
import type { Sites } from './sites.ts'

/** What the sections above a segment lend to the projects in it. */
export type Surroundings = {
  /** It stands in a box, table or annex of projects. */
  readonly listing: boolean
  /** The one place that the nearest heading with a place names. */
  readonly place?: Mention
  readonly heading?: Span
}

const PROJECTS = /项目|工程|建设任务|重点任务清单|实事/
const FIGURES = /指标|目标值/

const isListing = (section: Section): boolean =>
  (section.kind === 'box' || section.kind === 'table') && PROJECTS.test(section.title ?? '') && !FIGURES.test(section.title ?? '')

/** Reads what the sections above lend; the document's outermost section (its title) lends nothing. */
export const surroundingsOf = (segment: Segment, sites: Sites): Surroundings => {
  const above = segment.sections.slice(1)
  const listing = above.some(isListing)
  for (const section of [...above].reverse()) {
    if (!section.titleSpan || section.titleSpan.start >= segment.span.start) continue
    const places = sites.within(section.titleSpan)
    const [place] = places
    if (place && places.length === 1) return { listing, place, heading: section.titleSpan }
    if (section.kind === 'box') break
  }
  return { listing }
}
