/** The document's own jurisdiction as names are written with it, and without it. */

export type Jurisdiction = {
  /** Names from the outermost down to the document's own: 辰州省, 丙山县. */
  readonly parts: readonly string[]
  readonly path: string
  /** Ways in which its full name opens another name, longest first: 辰州省丙山县, 丙山县. */
  readonly prefixes: readonly string[]
  /** The same without its suffix: 丙山. Too short names have none. */
  readonly shortPrefixes: readonly string[]
  /** 县 of 丙山县: how its own bodies are prefixed (县水利局). */
  readonly suffix: string
}

export const jurisdictionOf = (path: string): Jurisdiction => {
  const parts = path.split('/').filter((part) => part !== '')
  const own = parts.at(-1) ?? ''
  const prefixes = parts.map((_, index) => parts.slice(index).join(''))
  const short = [...own].length > 2 ? own.slice(0, -1) : ''
  return {
    parts,
    path: parts.join('/'),
    prefixes: prefixes.filter((prefix) => prefix !== ''),
    shortPrefixes: short === '' ? [] : [short],
    suffix: own.slice(-1),
  }
}
