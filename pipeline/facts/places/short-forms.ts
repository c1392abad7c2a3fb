/** The shorter forms of the names that a document builds itself. */
import type { Book, Known } from './book.ts'
import { isGeneric, type PlaceWords } from './words.ts'

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
export const withShortForms = (
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
export const withoutShorterTwins = (learned: readonly Known[]): readonly Known[] => {
  const names = new Map(learned.map((known) => [known.name, known]))
  return learned
    .filter((known) => !names.has(`${known.name}域`))
    .map((known) =>
      names.has(known.name.replace(/域$/, '')) && /域$/.test(known.name)
        ? { ...known, aliases: [...known.aliases, known.name.replace(/域$/, '')] }
        : known,
    )
}
