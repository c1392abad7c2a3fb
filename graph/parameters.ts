/** Checks what is sent to a store: JSON values only, so that both engines read the same. */
import type { Parameters, Plain } from './store.ts'
import { storeErrors } from './store-errors.ts'

const refuse = (path: string, why: string): never => {
  throw storeErrors.parameter(path, new Error(why))
}

const plain = (value: unknown, path: string): Plain => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return refuse(path, `${value} is not a finite number`)
    // Beyond 2⁵³ the engines round differently.
    return Number.isInteger(value) && !Number.isSafeInteger(value)
      ? refuse(path, `${value} is beyond 2⁵³`)
      : value
  }
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map((item, index) => plain(item, `${path}[${index}]`))
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, plain(item, `${path}.${key}`)]),
    )
  return refuse(
    path,
    `it is ${value === undefined ? 'undefined' : `a ${value?.constructor?.name ?? typeof value}`}`,
  )
}

/** The same parameters, as JSON values; a Date becomes its ISO string, anything else that is not JSON is refused. */
export const plainParameters = (parameters: Readonly<Record<string, unknown>>): Parameters =>
  Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, plain(value, `$${key}`)]))
