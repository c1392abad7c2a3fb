/** Makes what a driver gives into JSON values that look the same whatever store they come from. Pure. */
import type { Plain } from './store.ts'

/** What a driver's own object stands for: a map that goes on to be made plain, text, or nothing special. */
export type Unwrap = (value: object) => Readonly<Record<string, unknown>> | string | undefined

/** A node as a plain map: its properties and labels, without the store's own id. */
export const nodeMap = (properties: object, labels: readonly string[]): Record<string, unknown> => ({
  ...properties,
  labels,
})

/** A relationship as a plain map: its properties and type. */
export const relationshipMap = (properties: object, type: string): Record<string, unknown> => ({
  ...properties,
  type,
})

/** Any value of a driver as JSON: big integers become numbers or, past 2⁵³, text; dates ISO text; NaN and ±Infinity text. */
export const toPlain = (value: unknown, unwrap: Unwrap): Plain => {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map((item) => toPlain(item, unwrap))
  if (ArrayBuffer.isView(value)) return [...(value as unknown as Iterable<number>)]
  if (typeof value !== 'object') return String(value)
  const unwrapped = unwrap(value)
  if (typeof unwrapped === 'string') return unwrapped
  const entries = Object.entries(unwrapped ?? value)
  return Object.fromEntries(entries.map(([key, item]) => [key, toPlain(item, unwrap)]))
}
