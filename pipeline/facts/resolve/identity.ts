/** Canonical name, written forms and readable id of a group of mentions. */
import type { EntityType } from '../../../graph/model.ts'
import type { Mention } from '../../records.ts'
import { outsidePath } from './base-key.ts'
import type { Jurisdiction } from './jurisdiction.ts'
import { nameKey, projectStem } from './name-key.ts'

/** Types whose short names mean something only within a jurisdiction. */
const SCOPED: ReadonlySet<EntityType> = new Set(['Place', 'Project', 'Department'])
const SHORTENED: ReadonlySet<EntityType> = new Set(['Place', 'Department', 'Document'])

const withoutJurisdiction = (
  names: readonly string[],
  { prefixes, shortPrefixes }: Jurisdiction,
): readonly string[] => {
  const bare = names.filter(
    (name) =>
      !prefixes.some((prefix) => name.startsWith(prefix) && name !== prefix) &&
      !shortPrefixes.some((prefix) => name.startsWith(prefix) && names.includes(name.slice(prefix.length))),
  )
  return bare.length > 0 ? bare : names
}

/** The fullest name: without the jurisdiction before it, a project without 工程 after it; then the longest, then the first. */
export const canonicalName = (mentions: readonly Mention[], jurisdiction: Jurisdiction): string => {
  const names = [...new Set(mentions.map(({ name }) => name))]
  const type = mentions[0]?.type ?? 'Place'
  const candidates = SCOPED.has(type) ? withoutJurisdiction(names, jurisdiction) : names
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

const jurisdictionPath = (name: string, { parts }: Jurisdiction): string | undefined => {
  const index = parts.indexOf(name)
  return index < 0 ? undefined : parts.slice(0, index + 1).join('/')
}

export type Identity = { readonly id: string; readonly scope?: string }

/** Project ids leave 工程 out, so that a revision that adds it speaks of the same project. */
const idName = (type: EntityType, name: string): string =>
  type === 'Project' && projectStem(nameKey(name)) !== nameKey(name)
    ? name.slice(0, name.length - (nameKey(name).length - projectStem(nameKey(name)).length))
    : name

export const identityOf = (
  mentions: readonly Mention[],
  name: string,
  jurisdiction: Jurisdiction,
): Identity => {
  const type = mentions[0]?.type ?? 'Place'
  const label = type.toLowerCase()
  if (!SCOPED.has(type)) return { id: `${label}:${idName(type, name)}` }
  if (type === 'Place') {
    const outside = mentions
      .map((mention) => outsidePath(mention, jurisdiction))
      .find((path) => path !== undefined)
    const path = outside ?? jurisdictionPath(name, jurisdiction)
    if (path) {
      const scope = path.split('/').slice(0, -1).join('/')
      return { id: `place:${path}`, ...(scope && { scope }) }
    }
  }
  return {
    id: `${label}:${jurisdiction.path}/${idName(type, name)}`,
    ...(jurisdiction.path && { scope: jurisdiction.path }),
  }
}
