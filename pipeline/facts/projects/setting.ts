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

const PROJECTS = /项目|工程|建设任务|基础设施|交通|水利|能源|管网|城市更新/
/** An annex that lists projects: 附件2 重点项目清单. */
const LIST_OF_PROJECTS = /(?:项目|工程)(?:清单|一览|表|库|名单|计划|安排|汇总)/
const FIGURES = /指标|目标值/

const TASKS = /实事|任务清单|任务分解|工作目标|任务表/

const listingOf = (
  above: readonly Section[],
  titleOf: (section: Section) => string | undefined,
): Surroundings['listing'] => {
  const titled = above
    .map((section) => ({ kind: section.kind, title: titleOf(section) }))
    .filter(({ title }) => title && !FIGURES.test(title))
  const lists = ({ kind, title = '' }: (typeof titled)[number]) =>
    ((kind === 'box' || kind === 'table') && PROJECTS.test(title)) ||
    (kind === 'part' && LIST_OF_PROJECTS.test(title))
  if (titled.some(lists)) return 'projects'
  return titled.some((section) => TASKS.test(section.title ?? '')) ? 'tasks' : 'prose'
}

/** Reads what the sections above lend; the document's outermost section (its title) lends nothing. */
export const surroundingsOf = (
  segment: Segment,
  sites: Sites,
  titleOf: (section: Section) => string | undefined,
): Surroundings => {
  const above = segment.sections.slice(1)
  const listing = listingOf(segment.sections, titleOf)
  for (const section of [...above].reverse()) {
    if (!section.titleSpan || section.titleSpan.start >= segment.span.start) continue
    // “3.打通中心城区断头路20条” is a task itself; it places nothing but that
    if (section.kind === 'section' && /\d/.test(section.title ?? '')) continue
    // “推进京津冀协同发展” speaks of a region of the country; what is built under it need not lie all over it
    const places = sites.within(section.titleSpan).filter((place) => place.rule !== 'region-name')
    const [place] = places
    if (place && places.length === 1) return { listing, place, heading: section.titleSpan }
    if (section.kind === 'box') break
  }
  return { listing }
}

const ANNEX = /^附/

/** Titles of sections; an annex that has a number only (附件1) is called by the first line in it. */
export const titlesOf = (segments: readonly Segment[]): ((section: Section) => string | undefined) => {
  const first = new Map<Section, string>()
  for (const segment of segments)
    for (const section of segment.sections)
      if (
        !section.title &&
        ANNEX.test(section.number ?? '') &&
        !first.has(section) &&
        !ANNEX.test(segment.text.trim())
      )
        first.set(section, segment.text.trim())
  return (section) => section.title ?? first.get(section)
}
