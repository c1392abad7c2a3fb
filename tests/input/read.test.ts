import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DocumentError } from '../../pipeline/input/document-error.ts'
import { MAXIMUM_BYTES, normalise, readDocument } from '../../pipeline/input/read.ts'

const TEXT = '丙山县水安全规划\n第一章 总体要求\n到2025年，建成甲溪水库，供水普及率达到95%以上。\n'
/** TEXT's first words in encodings that Node does not write. */
const GBK = Buffer.from('b1fbc9bdcfd8cbaeb0b2c8abb9e6bbaea3acbdaccfe7', 'hex')
const BIG5 = Buffer.from('a4fea473bfa4a4f4a677a5fea457b565a141a5d2', 'hex')

const utf16 = (text: string, bigEndian: boolean): Buffer => {
  const bytes = Buffer.from(text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

const code = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof DocumentError) return error.code
    throw error
  }
  return 'none'
}

describe('reading bytes', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${TEXT}`), 'utf-8'],
    ['UTF-16 LE with a mark', utf16(`\ufeff${TEXT}`, false), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16(`\ufeff${TEXT}`, true), 'utf-16be'],
    ['UTF-16 LE without', utf16(TEXT, false), 'utf-16le'],
    ['UTF-16 BE without', utf16(TEXT, true), 'utf-16be'],
  ])('reads %s', (_name, bytes, encoding) => {
    expect(readDocument(bytes, '规划.txt')).toMatchObject({ text: TEXT, encoding })
  })

  it.each([
    ['GB18030', GBK, 'gb18030', /丙山县水安全规划/],
    ['Big5', BIG5, 'big5', /山縣水安全/],
  ])('reads %s and notes that it was detected', (_name, bytes, encoding, text) => {
    const document = readDocument(bytes, '规划.txt')
    expect(document.encoding).toBe(encoding)
    expect(document.text).toMatch(text)
    expect(document.notes.map((note) => note.code)).toEqual(['encoding-detected'])
  })

  it('writes CRLF and CR as LF and changes nothing else', () => {
    expect(normalise('甲\r\n乙\r丙\n　丁 \t')).toBe('甲\n乙\n丙\n　丁 \t')
  })

  it('gives the same text for every encoding of it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[一-龥，。0-9a-z\n]{20,80}$/), (text) => {
        if (text.trim() === '') return
        const texts = [Buffer.from(text), utf16(`\ufeff${text}`, true)].map(
          (bytes) => readDocument(bytes, 'a.md').text,
        )
        expect(texts).toEqual([text, text])
      }),
    )
  })

  it.each([
    ['empty', Buffer.alloc(0), 'a.txt'],
    ['empty', Buffer.from(' \n　\n'), 'a.txt'],
    ['binary', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 0xff, 0, 0xff]), 'a.txt'],
    ['undecodable', Buffer.from([0xef, 0xbb, 0xbf, 0xff, 0xff]), 'a.txt'],
    ['undecodable', Buffer.concat([Buffer.from(TEXT), Buffer.from([0xff, 0x80, 0xfe, 0xff])]), 'a.txt'],
    ['unknown-format', Buffer.from(TEXT), 'a.docx'],
    ['too-large', Buffer.alloc(MAXIMUM_BYTES + 1, 65), 'a.txt'],
  ])('refuses what is %s in one line', (fault, bytes, name) => {
    expect(code(() => readDocument(bytes, name))).toBe(fault)
  })
})
