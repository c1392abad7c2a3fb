/** Canonical name, written forms and readable id of a group of mentions. */
import type { EntityType } from '../../../graph/model.ts'
import type { Mention } from '../../records.ts'
import type { Geography } from './geography.ts'
import type { Jurisdiction } from './jurisdiction.ts'
import { nameKey, projectStem, withoutTail } from './name-key.ts'

/** Types whose short names mean something only within a jurisdiction. */
const SCOPED: ReadonlySet<EntityType> = new Set(['Place', 'Project', 'Department'])
const SHORTENED: ReadonlySet<EntityType> = new Set(['Place', 'Department', 'Document'])

const withoutJurisdiction = (
  type: EntityType,
  names: readonly string[],
  { prefixes, shortPrefixes }: Jurisdiction,
): readonly string[] => {
  // “丙山机场” says more than “机场”, “丙山乙河新区” no more than “乙河新区”
  const short = type === 'Place' ? shortPrefixes : []
  const bare = names.filter(
    (name) =>
      !prefixes.some((prefix) => name.startsWith(prefix) && name !== prefix) &&
      !short.some((prefix) => name.startsWith(prefix) && names.includes(name.slice(prefix.length))),
  )
  return bare.length > 0 ? bare : names
}

/** The fullest name: without the jurisdiction before it, a project without 工程 after it; then the longest, then the first. */
export const canonicalName = (mentions: readonly Mention[], jurisdiction: Jurisdiction): string => {
  const names = [...new Set(mentions.map(({ name }) => name))]
  const type = mentions[0]?.type ?? 'Place'
  const candidates = SCOPED.has(type) ? withoutJurisdiction(type, names, jurisdiction) : names
  const length = (name: string) => [...nameKey(name)].length
  const plain = candidates.filter((name) => projectStem(nameKey(name)) === nameKey(name))
  const best = type === 'Project' && plain.length > 0 ? plain : candidates
  return best.reduce((kept, name) => (length(name) > length(kept) ? name : kept))
}

/** Every other written form. The words at a mention count where they shorten the name, not where they are a list's item. */
export const writtenForms = (mentions: readonly Mention[], name: string, text: string): readonly string[] => {
  const forms = new Set<string>()
  for (const mention of mentions) {
    forms.add(mention.name)
    for (const alias of mention.aliases) forms.add(alias)
    const written = text.slice(mention.span.start, mention.span.end)
    if (SHORTENED.has(mention.type) && nameKey(name).includes(nameKey(written))) forms.add(written)
  }
  const key = nameKey(name)
  return [...forms]
    .filter(
      (form) => form !== name && (nameKey(form) !== key || !form.includes(name)) && nameKey(form) !== '',
    )
    .sort()
}

export type Identity = { readonly id: string; readonly scope?: string }

/** Project ids leave 工程 out, so that a revision that adds it speaks of the same project. */
const idName = (type: EntityType, name: string): string => (type === 'Project' ? withoutTail(name) : name)

export const identityOf = (
  mentions: readonly Mention[],
  name: string,
  jurisdiction: Jurisdiction,
  geography: Geography,
): Identity => {
  const type = mentions[0]?.type ?? 'Place'
  if (!SCOPED.has(type)) return { id: `${type.toLowerCase()}:${name}` }
  const outside = type === 'Place' ? mentions.map(geography).find((path) => path !== undefined) : undefined
  const path = outside ?? [jurisdiction.path, idName(type, name)].filter((part) => part !== '').join('/')
  const scope = path.split('/').slice(0, -1).join('/')
  return {
    id: `${type.toLowerCase()}:${path}`,
    ...(scope !== '' && { scope: outside === undefined ? jurisdiction.path : scope }),
  }
}
