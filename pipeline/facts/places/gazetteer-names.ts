/** What the gazetteer knows, with the words by which a plan speaks of its own jurisdiction. */
import type { Gazetteer } from '../../gazetteer/gazetteer.ts'
import type { PlanIdentity } from '../../records.ts'
import type { Known } from './book.ts'
import { knownDivisions } from './divisions.ts'

const unit = (name: string): string | undefined =>
  /(?:自治区|自治州|[省市州区县旗])$/.exec(name)?.[0].slice(-1)

/** The jurisdiction itself answers to 全区, 我区; one above it to 全市 unless the jurisdiction is a 市 too. */
const withCollectives = (known: Known, path: readonly string[]): Known => {
  const own = unit(known.name)
  const nearest = [...path].reverse().find((name) => unit(name) === own)
  if (!own || nearest !== known.name) return known
  const joined = path.slice(0, path.indexOf(known.name) + 1).join('')
  const collectives =
    known.origin === 'self' ? [`全${own}`, `我${own}`, `本${own}`, joined] : [`全${own}`, joined]
  return {
    ...known,
    aliases: [...new Set([...known.aliases, ...collectives.filter((alias) => alias !== known.name)])],
  }
}

const selfOutsideGazetteer = (path: readonly string[]): readonly Known[] => {
  const name = path[path.length - 1]
  if (!name) return []
  const short = name.replace(/(?:[省市区县旗州]|新区)$/, '')
  const kind = /省$|自治区$/.test(name) ? 'province' : /[市州]$/.test(name) ? 'city' : 'county'
  return [{ name, kind, aliases: short.length >= 2 && short !== name ? [short] : [], origin: 'self' }]
}

/** What the gazetteer knows, seen from the plan's jurisdiction, nearest first. */
export const gazetteerNames = (plan: PlanIdentity, gazetteer: Gazetteer): readonly Known[] => {
  const path = plan.jurisdiction.split('/').filter((name) => name !== '')
  const known = knownDivisions(plan.jurisdiction, gazetteer)
  const all = known.some((entry) => entry.origin === 'self')
    ? known
    : [...selfOutsideGazetteer(path), ...known]
  return all.map((entry) =>
    entry.origin === 'self' || entry.origin === 'ancestor' ? withCollectives(entry, path) : entry,
  )
}
