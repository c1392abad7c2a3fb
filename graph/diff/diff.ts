/**
 * What changed between two revisions (or two plans), in the plan's own terms. Pure: two revisions' facts in,
 * changes out. One change is reported once, under its most telling kind.
 */
import type { RevisionFacts } from '../model.ts'
import type { Change, ChangeKind, Explained, Quoted } from './change.ts'
import { changed } from './change.ts'
import { diffCommitments, type StrengthRank } from './commitments.ts'
import { diffProjects } from './projects.ts'
import { diffTargets } from './targets.ts'
import { wordingKey } from './text.ts'
import { type RevisionView, viewOf } from './view.ts'

const DROPPED: ReadonlySet<ChangeKind> = new Set(['target_dropped', 'project_dropped', 'commitment_dropped'])
/** Kinds that say no more than that the wording differs; they give way to any finer change in the same words. */
const COARSE: ReadonlySet<ChangeKind> = new Set([
  'commitment_reworded',
  'commitment_added',
  'commitment_dropped',
])

const overlaps = (one: Quoted | undefined, other: Quoted | undefined): boolean =>
  !!one && !!other && one.start < other.end && other.start < one.end

const diffDocuments = (old: RevisionView, next: RevisionView): readonly Explained[] => {
  const keys = (view: RevisionView) => new Set([...view.documents.keys()].map(wordingKey))
  const [before, after] = [keys(old), keys(next)]
  const gone = [...old.documents].filter(([name]) => !after.has(wordingKey(name)))
  const come = [...next.documents].filter(([name]) => !before.has(wordingKey(name)))
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => {
    const [from, to] = [gone[index], come[index]]
    return changed(
      'document_changed',
      to?.[0] ?? from?.[0] ?? '',
      null,
      { old: from?.[0] ?? null, new: to?.[0] ?? null },
      { old: from?.[1], new: to?.[1] },
    )
  })
}

/** Drops coarse changes whose words a finer change explains on either side. */
const mostTelling = (all: readonly Explained[]): readonly Explained[] => {
  const fine = all.filter(({ change }) => !COARSE.has(change.kind))
  return all.filter(
    (item) =>
      !COARSE.has(item.change.kind) ||
      !fine.some((other) => overlaps(item.old, other.old) || overlaps(item.new, other.new)),
  )
}

/** Marks dropped things whose old sentence still stands in the new text: not understood there, not dropped. */
const markStillThere = (next: RevisionView, all: readonly Explained[]): readonly Change[] => {
  const text = wordingKey(next.text)
  return all.map(({ change }) =>
    DROPPED.has(change.kind) && change.oldQuote
      ? { ...change, stillInText: text.includes(wordingKey(change.oldQuote)) }
      : change,
  )
}

/** The changes from the old facts to the new ones, in the order of the texts within each kind. */
export const diff = (old: RevisionFacts, next: RevisionFacts, rank: StrengthRank): readonly Change[] => {
  const [before, after] = [viewOf(old), viewOf(next)]
  const all = [
    ...diffTargets(before.targets, after.targets),
    ...diffProjects(before.projects, after.projects),
    ...diffCommitments(before.commitments, after.commitments, rank),
    ...diffDocuments(before, after),
  ]
  return markStillThere(after, mostTelling(all))
}
