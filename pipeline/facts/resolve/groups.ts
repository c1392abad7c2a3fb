/** Joins keys that name one thing, and remembers why. */

export type Merge = { readonly kept: string; readonly joined: string; readonly reason: string }

export type Groups = {
  readonly find: (key: string) => string
  readonly join: (kept: string, joined: string, reason: string) => void
  readonly merges: readonly Merge[]
}

/**
 * Union–find over strings: the group of `joined` is taken into that of `kept`. A join that would bring the two keys of a pair
 * in `apart` together is left out.
 */
export const createGroups = (apart: readonly (readonly [string, string])[] = []): Groups => {
  const above = new Map<string, string>()
  const merges: Merge[] = []
  const find = (key: string): string => {
    let root = key
    for (let next = above.get(root); next !== undefined; next = above.get(root)) root = next
    return root
  }
  const isApart = (one: string, other: string): boolean =>
    apart.some((pair) => {
      const roots = pair.map(find)
      return roots.includes(one) && roots.includes(other)
    })
  const join = (kept: string, joined: string, reason: string): void => {
    const [one, other] = [find(kept), find(joined)]
    if (one === other || isApart(one, other)) return
    above.set(other, one)
    merges.push({ kept, joined, reason })
  }
  return { find, join, merges }
}
