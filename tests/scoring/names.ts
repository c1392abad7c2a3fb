/** When two written names count as the same: the rules of the gold's scorer. */

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s“”"'‘’《》〈〉「」·,，、。;；:：]/g, '')
    .replace(/[—–\-~～―]+/g, '-')
    .replace(/\(([^()]*)\)/g, '$1')

/** Drops a trailing 建设工程/项目 and a leading verb (实施, 新建 …) from a folded name. */
const relax = (folded: string): string =>
  folded.replace(/(等)?(建设)?(工程|项目)$/, '').replace(/^(实施|推进|加快|开工|新开工|新建|完工|建设)/, '')

export type NameMatching = 'strict' | 'relaxed'

/** The comparison key of a name: NFKC, lower case, no quotes, brackets, spaces or commas, one kind of dash. */
export const nameKey = (name: string | null | undefined): string => fold(String(name ?? ''))

/** Every key under which a name and its aliases may be met; relaxed adds those without 工程/项目 and leading verbs. */
export const nameForms = (
  name: string,
  aliases: readonly string[] = [],
  matching: NameMatching = 'relaxed',
): ReadonlySet<string> => {
  const forms = new Set<string>()
  for (const written of [name, ...aliases]) {
    if (!written) continue
    forms.add(fold(written))
    const shorter = relax(fold(written))
    if (matching === 'relaxed' && shorter.length >= 2) forms.add(shorter)
  }
  return forms
}

export const meet = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => {
  for (const form of one) if (other.has(form)) return true
  return false
}
