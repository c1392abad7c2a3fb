/** Deadlines that moved, of a project or of a commitment. */
import { changed, type Explained, type Quoted } from './change.ts'

/** One change where the deadlines of a thing differ: the first that went against the first that came. */
export const movedDeadline = (
  subject: string,
  olds: ReadonlyMap<string, Quoted>,
  news: ReadonlyMap<string, Quoted>,
): readonly Explained[] => {
  const gone = [...olds].find(([name]) => !news.has(name))
  const come = [...news].find(([name]) => !olds.has(name))
  if (!gone && !come) return []
  const values = { old: gone?.[0] ?? null, new: come?.[0] ?? null }
  const quotes = { old: gone?.[1] ?? [...olds.values()][0], new: come?.[1] ?? [...news.values()][0] }
  return [changed('deadline_moved', subject, null, values, quotes)]
}
