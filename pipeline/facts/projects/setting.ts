import type { Mention, Section, Segment, Span } from '../../records.ts'
import type { Sites } from './sites.ts'

/** What the sections above a segment lend to the projects in it. */
export type Surroundings = {
  /** projects: a box or table of projects; tasks: an annex of tasks; prose: everything else. */
  readonly listing: 'projects' | 'tasks' | 'prose'
  /** The one place that the nearest heading with a place names. */
  readonly place?: Mention
  readonly heading?: Span
}

const PROJECTS = /项目|工程|建设任务/
const FIGURES = /指标|目标值/

const TASKS = /实事|任务清单|任务分解|工作目标|任务表/

const listingOf = (above: readonly Section[]): Surroundings['listing'] => {
  const titled = above.filter((section) => section.title && !FIGURES.test(section.title))
  if (
    titled.some(
      (section) => (section.kind === 'box' || section.kind === 'table') && PROJECTS.test(section.title ?? ''),
    )
  )
    return 'projects'
  return titled.some((section) => TASKS.test(section.title ?? '')) ? 'tasks' : 'prose'
}

/** Reads what the sections above lend; the document's outermost section (its title) lends nothing. */
export const surroundingsOf = (segment: Segment, sites: Sites): Surroundings => {
  const above = segment.sections.slice(1)
  const listing = listingOf(segment.sections)
  for (const section of [...above].reverse()) {
    if (!section.titleSpan || section.titleSpan.start >= segment.span.start) continue
    const places = sites.within(section.titleSpan)
    const [place] = places
    if (place && places.length === 1) return { listing, place, heading: section.titleSpan }
    if (section.kind === 'box') break
  }
  return { listing }
}
