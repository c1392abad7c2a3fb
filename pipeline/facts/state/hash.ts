/** Short content hashes for ids: the same content, the same id. */
import { createHash } from 'node:crypto'

/** 16 hexadecimal digits over the parts; absent parts count as empty. */
export const contentHash = (...parts: readonly (string | number | undefined)[]): string =>
  createHash('sha256')
    .update(parts.map((part) => part ?? '').join('\u0000'))
    .digest('hex')
    .slice(0, 16)
