/** From bytes to text: byte order marks first, then strict UTF-8, then detection with a strict decoder. */
import jschardet from 'jschardet'
import { DocumentError } from './document-error.ts'

export type Decoded = { readonly text: string; readonly encoding: string; readonly detected: boolean }

const MARKS: readonly { readonly encoding: string; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]

/** How many bytes detection looks at; more does not change its answer and costs time. */
const SAMPLE = 64 * 1024

/** Decodes strictly: bytes that no encoding explains are a DocumentError, never replacement characters. */
export const decode = (bytes: Uint8Array, name: string): Decoded => {
  const mark = MARKS.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte))
  if (mark) {
    const text = attempt(bytes, mark.encoding)
    if (text === undefined)
      throw new DocumentError(
        'undecodable',
        `Unexpected bytes in ${name}, expected ${mark.encoding} as its byte order mark says: save it again as UTF-8`,
      )
    return { text, encoding: mark.encoding, detected: false }
  }
  const wide = wideEncoding(bytes)
  for (const encoding of wide ? [wide] : ['utf-8', ...detected(bytes)]) {
    const text = attempt(bytes, encoding)
    if (text !== undefined && isText(text)) return { text, encoding, detected: encoding !== 'utf-8' }
  }
  if (isBinary(bytes))
    throw new DocumentError('binary', `Unexpected binary data in ${name}, expected a .txt or .md text`)
  throw new DocumentError(
    'undecodable',
    `Unexpected bytes in ${name}, expected UTF-8, UTF-16, GB18030 or Big5: save it again as UTF-8`,
  )
}

const attempt = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    // TextDecoder says "not this encoding" by throwing; the next candidate is tried.
    return undefined
  }
}

/** UTF-16 without a mark: every other byte of its digits, blanks and line ends is zero. */
const wideEncoding = (bytes: Uint8Array): string | undefined => {
  if (bytes.length % 2 !== 0 || bytes.length < 2) return undefined
  let even = 0
  let odd = 0
  const length = Math.min(bytes.length, SAMPLE)
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even++
    if (bytes[index + 1] === 0) odd++
  }
  if (odd > 0 && even === 0) return 'utf-16le'
  if (even > 0 && odd === 0) return 'utf-16be'
  return undefined
}

const detected = (bytes: Uint8Array): string[] => {
  const guess = jschardet.detect(Buffer.from(bytes.subarray(0, SAMPLE))).encoding?.toLowerCase()
  const first = guess === 'big5' ? 'big5' : guess?.startsWith('utf-16') ? guess : 'gb18030'
  return [first, 'gb18030', 'big5', 'utf-16le', 'utf-16be'].filter(
    (name, index, all) => all.indexOf(name) === index,
  )
}

/** Text may hold a stray control character, but not many, nor signs that only a wrong guess yields. */
const isText = (text: string): boolean => {
  let strange = 0
  for (let at = 0; at < text.length; at++) if (isControl(text.charCodeAt(at))) strange++
  return strange <= text.length / 1000 && unlikely(text) <= text.length / 20
}

/** C0 controls other than white space and escape, and the two noncharacters. */
const isControl = (code: number): boolean =>
  code < 9 || (code > 13 && code < 32 && code !== 27) || code === 0xfffe || code === 0xffff

/** Characters that a wrong guess yields and plan texts do not: private use, unassigned, rare scripts. */
const unlikely = (text: string): number => text.match(/[\p{Co}\p{Cn}]/gu)?.length ?? 0

const isBinary = (bytes: Uint8Array): boolean => {
  const sample = bytes.subarray(0, SAMPLE)
  return sample.some((byte) => byte === 0) || sample.filter((byte) => byte < 9).length > sample.length / 100
}
