/** What became of the projects: added, dropped, advanced, slipped, recounted, moved, given to other places. */
import { PHASES } from '../model.ts'
import { changed, type Explained } from './change.ts'
import { movedDeadline } from './deadlines.ts'
import { isRenamed } from './renames.ts'
import { wordingKey } from './text.ts'
import type { ProjectView } from './view.ts'

/** Pairs projects by id, then by any shared written form. */
const pairProjects = (olds: readonly ProjectView[], news: readonly ProjectView[]) => {
  const byId = new Map(news.map((view) => [view.entity.id, view]))
  const byForm = new Map<string, ProjectView>()
  for (const view of news)
    for (const form of [view.entity.name, ...view.entity.aliases])
      if (!byForm.has(wordingKey(form))) byForm.set(wordingKey(form), view)
  const taken = new Set<ProjectView>()
  const pairs: (readonly [ProjectView, ProjectView])[] = []
  const take = (old: ProjectView, next: ProjectView | undefined): boolean => {
    if (!next || taken.has(next)) return false
    taken.add(next)
    pairs.push([old, next])
    return true
  }
  const left = olds.filter((old) => !take(old, byId.get(old.entity.id)))
  const oldOnly = left.filter(
    (old) =>
      ![old.entity.name, ...old.entity.aliases].some((form) => take(old, byForm.get(wordingKey(form)))),
  )
  return { pairs, oldOnly, newOnly: news.filter((view) => !taken.has(view)) }
}

const changesOfPair = (
  [old, next]: readonly [ProjectView, ProjectView],
  isSuccession: boolean,
): readonly Explained[] => {
  const subject = next.entity.name
  const quotes = { old: old.quoted, new: next.quoted }
  const explains = { old: old.mentions, new: next.mentions }
  const found: Explained[] = []
  if (isRenamed(old.entity, next.entity) && !isSuccession)
    found.push(
      changed(
        'commitment_reworded',
        subject,
        null,
        { old: old.entity.name, new: subject },
        {
          old: old.quoted,
          new: next.mentions.findLast(({ quote }) => quote === subject) ?? next.mentions.at(-1),
        },
      ),
    )
  // “口袋公园12个”, then “口袋公园9个”: the next plan's are others, so none of them got ahead or fell behind
  const isOther = isSuccession && (old.count !== undefined || next.count !== undefined)
  if (old.phase && next.phase && old.phase !== next.phase && !isOther) {
    const kind = PHASES.indexOf(next.phase) > PHASES.indexOf(old.phase) ? 'phase_advanced' : 'phase_slipped'
    found.push(changed(kind, subject, null, { old: old.phase, new: next.phase }, quotes, explains))
  }
  if (old.count !== next.count && old.count && next.count)
    found.push(changed('count_changed', subject, null, { old: old.count, new: next.count }, quotes, explains))
  for (const [place, quoted] of next.places)
    if (!old.places.has(place))
      found.push(
        changed(
          'place_added',
          subject,
          place,
          { old: null, new: place },
          { old: old.quoted, new: quoted },
          explains,
        ),
      )
  for (const [place, quoted] of old.places)
    if (!next.places.has(place))
      found.push(
        changed(
          'place_removed',
          subject,
          place,
          { old: place, new: null },
          { old: quoted, new: next.quoted },
          explains,
        ),
      )
  for (const [name, quoted] of next.ownDuties)
    if (!old.departments.has(name))
      found.push(
        changed(
          'department_added',
          subject,
          null,
          { old: null, new: name },
          { old: old.quoted, new: quoted },
        ),
      )
  for (const [name, quoted] of old.ownDuties)
    if (!next.departments.has(name))
      found.push(
        changed(
          'department_removed',
          subject,
          null,
          { old: name, new: null },
          { old: quoted, new: next.quoted },
        ),
      )
  return [...found, ...movedDeadline(subject, old.deadlines, next.deadlines)]
}

/** The changes between two revisions' projects; `isSuccession` where they are of successive plans. */
export const diffProjects = (
  olds: readonly ProjectView[],
  news: readonly ProjectView[],
  isSuccession = false,
): readonly Explained[] => {
  const { pairs, oldOnly, newOnly } = pairProjects(olds, news)
  return [
    ...pairs.flatMap((pair) => changesOfPair(pair, isSuccession)),
    ...oldOnly.map((view) =>
      changed(
        'project_dropped',
        view.entity.name,
        null,
        { old: view.entity.name, new: null },
        { old: view.quoted },
        { old: view.mentions },
      ),
    ),
    ...newOnly.map((view) =>
      changed(
        'project_added',
        view.entity.name,
        null,
        { old: null, new: view.entity.name },
        { new: view.quoted },
        { new: view.mentions },
      ),
    ),
  ]
}
