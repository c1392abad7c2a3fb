/** Ids made from content: the same parts always give the same id. */
import { createHash } from 'node:crypto'

/** `prefix:` and 20 hexadecimal digits of the parts' SHA-256. */
export const contentId = (prefix: string, ...parts: readonly (string | number)[]): string =>
  `${prefix}:${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 20)}`

/** Text by which two plain values can be compared: keys sorted, absent and null alike. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const entries = Object.entries(value).filter(([, item]) => item !== undefined && item !== null)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
    .join(',')}}`
}

/** SHA-256 of a value's canonical text, hexadecimal. */
export const digest = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex')
