/** From the gazetteer and a document's own words to its book of names. */

import type { Gazetteer } from '../../gazetteer/gazetteer.ts'
import type { PlanIdentity, Segment } from '../../records.ts'
import { type Book, type Form, type Known, makeBook } from './book.ts'
import { acronyms, asKnown, byShortForm, mergeHomophones, urbanCore } from './coined.ts'
import { formsOf, knownDivisions } from './divisions.ts'
import { learnNames } from './learn.ts'
import { sharedSuffix } from './sharing.ts'
import type { PlaceWords } from './words.ts'
import { isGeneric } from './words.ts'

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

type Count = { readonly known: Known; count: number }

const tally = (segments: readonly Segment[], book: Book, words: PlaceWords): Map<string, Count> => {
  const counts = new Map<string, Count>()
  const add = (known: Known): void => {
    const entry = counts.get(known.name)
    if (entry) entry.count++
    else counts.set(known.name, { known, count: 1 })
  }
  for (const segment of segments)
    for (const learned of learnNames(segment, book, words)) {
      add(learned.known)
      for (const item of sharedSuffix(segment, learned, book, words)) add(item.known)
    }
  return counts
}

/** Drops a name that is another one with words run into its front: 品质提升浦里新区 beside 浦里新区. */
const withoutRunIns = (counts: Map<string, Count>): readonly Count[] =>
  [...counts.values()].filter(({ known, count }) => {
    for (let cut = 1; cut <= known.name.length - 3; cut++) {
      const tail = counts.get(known.name.slice(cut))
      if (tail && tail.count >= count) return false
    }
    return true
  })

const baseOf = (known: Known, words: PlaceWords): string | undefined => {
  const suffix = words.suffixes.find((candidate) => known.name.endsWith(candidate.text))
  const base = suffix?.short && known.name.slice(0, -suffix.text.length)
  return base &&
    base.length >= 2 &&
    base.length <= 3 &&
    !/^[半一二三四五六七八九十两]/.test(base) &&
    !isGeneric(base, words) &&
    !words.common.has(base)
    ? base
    : undefined
}

/** Gives each learned zone and town its short form, where only one of them could be meant. */
const withShortForms = (
  learned: readonly Known[],
  counts: ReadonlyMap<string, number>,
  book: Book,
  words: PlaceWords,
): readonly Known[] => {
  const owners = new Map<string, number>()
  for (const known of learned) {
    const base = baseOf(known, words)
    if (base) owners.set(base, (owners.get(base) ?? 0) + 1)
  }
  const names = new Set(learned.map((known) => known.name))
  // 甲乙丙 stands for the 甲乙丙…示范区 that the document speaks of more than of the 甲乙丙片区.
  const speaksOf = (known: Known): number => counts.get(known.name) ?? 0
  const heir = (base: string): Known | undefined =>
    learned
      .filter((other) => other.name.startsWith(base))
      .reduce<Known | undefined>(
        (best, other) => (best && speaksOf(best) >= speaksOf(other) ? best : other),
        undefined,
      )
  const heirs = new Map(
    [...owners.keys()].flatMap((base) => (base.length >= 3 ? [[heir(base)?.name ?? '', base] as const] : [])),
  )
  return learned.map((known) => {
    const base = heirs.get(known.name) ?? baseOf(known, words)
    const full = names.has(`${known.name}域`) ? undefined : known
    const short =
      base &&
      (owners.get(base) === 1 || heirs.get(known.name) === base) &&
      (heirs.get(known.name) === base || base.length < 3) &&
      !book.forms.has(base) &&
      !names.has(base) &&
      /^(?:zone|town|township|subdistrict|village)$/.test(known.kind)
    return full && short ? { ...known, aliases: [...known.aliases, base] } : known
  })
}

/** X示范区 beside X示范区域 is the same place, written shorter. */
const withoutShorterTwins = (learned: readonly Known[]): readonly Known[] => {
  const names = new Map(learned.map((known) => [known.name, known]))
  return learned
    .filter((known) => !names.has(`${known.name}域`))
    .map((known) =>
      names.has(known.name.replace(/域$/, '')) && /域$/.test(known.name)
        ? { ...known, aliases: [...known.aliases, known.name.replace(/域$/, '')] }
        : known,
    )
}

const learnedForms = (known: Known): readonly Form[] => [
  { text: known.name, known, guard: known.name.length <= 2 ? 'short' : 'full' },
  ...known.aliases.map((text): Form => ({ text, known, guard: text.length > 4 ? 'full' : 'short' })),
]

type Shelf = {
  readonly near: readonly Known[]
  readonly far: readonly Known[]
  readonly fixed: readonly Form[]
  readonly full: readonly Form[]
  readonly loose: readonly Form[]
}

/** The gazetteer's forms by strength: what stands firm, full names of others, and what the document's own names outrank. */
const shelve = (plan: PlanIdentity, gazetteer: Gazetteer, words: PlaceWords): Shelf => {
  const divisions = gazetteerNames(plan, gazetteer)
  const province = divisions.find((known) => known.origin === 'self')?.code?.slice(0, 2)
  const sameProvince = (known: Known): boolean =>
    province !== undefined && known.code?.slice(0, 2) === province
  const forms = (names: readonly Known[]): readonly Form[] =>
    names.flatMap((known) => formsOf(known, words, sameProvince))
  const near = divisions.filter((known) => known.origin !== 'outside')
  const far = divisions.filter((known) => known.origin === 'outside')
  const loose = forms(far)
  return {
    near,
    far: far.filter((known) => sameProvince(known) || known.kind === 'city'),
    fixed: [...forms(near), ...forms(words.regions)],
    full: loose.filter((form) => form.guard === 'full'),
    loose,
  }
}

/** Names in full first, then short ones, so that no short form hides a full one. */
const inOrder = (names: readonly Known[]): readonly Form[] => {
  const forms = names.map(learnedForms)
  return [...forms.flatMap((own) => own.slice(0, 1)), ...forms.flatMap((own) => own.slice(1))]
}

/** The document's book of names: what the gazetteer knows, then what two readings of the document's own names add. */
export const bookOfNames = (
  segments: readonly Segment[],
  plan: PlanIdentity,
  gazetteer: Gazetteer,
  words: PlaceWords,
): Book => {
  const { near, far, fixed, full, loose } = shelve(plan, gazetteer, words)
  const self = near.find((known) => known.origin === 'self')
  const text = segments.map((segment) => segment.text).join('\n')
  const coined = [...urbanCore(text, self, words.urbanCores), ...acronyms(segments, self, [...near, ...far])]
  const within = byShortForm(near)
  const firm = makeBook([...fixed, ...full])
  const coinedForms = inOrder(coined).map((form): Form => ({ ...form, guard: 'short' }))
  let book = makeBook([...fixed, ...full, ...coinedForms, ...loose])
  for (let round = 0; round < 2; round++) {
    const counts = withoutRunIns(tally(segments, book, words)).filter(
      ({ known }) => !firm.forms.has(known.name),
    )
    const older = counts.flatMap(({ known }): readonly Form[] => {
      const town = asKnown(known, within)
      return town ? [{ text: known.name, known: town, guard: 'full' }] : []
    })
    const own = counts.filter(({ known }) => !asKnown(known, within))
    const named = withShortForms(
      withoutShorterTwins(mergeHomophones(own)),
      new Map(own.map((entry) => [entry.known.name, entry.count])),
      firm,
      words,
    )
    book = makeBook([...fixed, ...full, ...older, ...coinedForms, ...inOrder(named), ...loose])
  }
  return book
}
