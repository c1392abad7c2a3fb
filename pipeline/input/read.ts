/** From a file's bytes to a PlanDocument: the normalised text of CONTRACT.md and what was decided on the way. */
import { createHash } from 'node:crypto'
import type { Note, PlanDocument } from '../records.ts'
import { decode } from './decode.ts'
import { DocumentError } from './document-error.ts'

/** The largest file that is read: 50 MB. */
export const MAXIMUM_BYTES = 50 * 1024 * 1024

/** Reads one file; `name` (its path or base name) gives the format and appears in errors. Throws DocumentError. */
export const readDocument = (bytes: Uint8Array, name: string): PlanDocument => {
  const format = formatOf(name)
  if (bytes.length === 0)
    throw new DocumentError('empty', `Unexpected empty file ${name}, expected the text of a plan`)
  if (bytes.length > MAXIMUM_BYTES)
    throw new DocumentError(
      'too-large',
      `Unexpected size of ${name}, expected at most 50 MB: split it by chapters`,
    )
  const { text: decoded, encoding, detected } = decode(bytes, name)
  const text = normalise(decoded)
  if (text.trim() === '')
    throw new DocumentError('empty', `Unexpected blank file ${name}, expected the text of a plan`)
  const notes: Note[] = detected
    ? [
        {
          code: 'encoding-detected',
          reason: `按 ${encoding} 编码读出 ${name}，如有乱码请另存为 UTF-8。 Read as ${encoding}, which its bytes suggest.`,
        },
      ]
    : []
  return { text, format, encoding, sha256: sha256(bytes), textSha256: sha256(text), notes }
}

/** Drops a byte order mark and writes CR and CRLF as LF; nothing else changes. */
export const normalise = (text: string): string => text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')

const formatOf = (name: string): PlanDocument['format'] => {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  if (extension === 'txt') return 'txt'
  if (extension === 'md' || extension === 'markdown') return 'md'
  throw new DocumentError('unknown-format', `Unexpected kind of file ${name}, expected .txt or .md`)
}

const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex')
