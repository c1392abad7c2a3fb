import { describe, expect, it } from 'vitest'
import { findEchoes } from '../../pipeline/facts/echoes.ts'
import type { Reading, Token } from '../../pipeline/records.ts'
import { aReading, mention, spanOf } from './a-reading.ts'

/** The second line as one sentence with these words and tags; the first names 甲溪大道. */
const found = (...words: readonly string[]) => {
  const reading = aReading('新建甲溪大道。', words.map((word) => word.split('/')[0]).join(''))
  let start = reading.segments[1]?.span.start ?? 0
  const tokens = words.map((word): Token => {
    const [text = '', tag = ''] = word.split('/')
    const span = { start, end: start + text.length }
    start = span.end
    return { span, text, tag }
  })
  const segments = reading.segments.map((segment, index) => (index === 1 ? { ...segment, tokens } : segment))
  const known: Reading = { ...reading, segments }
  return { reading, echoes: findEchoes(known, [mention(reading, 'Project', '甲溪大道')]).mentions }
}

describe('a project that is named again', () => {
  it.each([
    ['before a verb', ['甲溪/ns', '大道/n', '位于/v', '乙河镇/ns', '。/x']],
    ['at the end', ['建成/v', '甲溪/ns', '大道/n']],
    ['before a mark', ['甲溪大道/n', '、/x', '乙河大道/n']],
  ])('is mentioned %s', (_, words) => {
    const { reading, echoes } = found(...words)
    expect(echoes.map(({ span, rule }) => [span, rule])).toEqual([
      [spanOf(reading, '甲溪大道', 1), 'known-name'],
    ])
  })
  it.each([
    ['where its name goes on', ['甲溪/ns', '大道/n', '北延/n', '工程/n']],
    ['where its name begins within a word', ['丙甲溪/ns', '大道/n', '。/x']],
  ])('is not mentioned %s', (_, words) => {
    expect(found(...words).echoes).toEqual([])
  })
})
