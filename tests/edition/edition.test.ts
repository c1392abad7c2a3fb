import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { applyEdits, readEdits } from '../../corpus/kaizhou/made-up-edition/make.ts'
import { diff } from '../../graph/diff/diff.ts'
import type { RevisionFacts } from '../../graph/model.ts'
import { extract } from '../../pipeline/extract.ts'
import { strengthRank } from '../../pipeline/facts/responsibilities/strength-rank.ts'
import { identify } from '../../pipeline/input/identify.ts'
import { readDocument } from '../../pipeline/input/read.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'

const corpus = new URL('../../corpus/kaizhou/', import.meta.url)
const knowledge = loadKnowledge()
const given = JSON.parse(readFileSync(new URL('plan.json', corpus), 'utf8'))
const factsOf = (file: string): RevisionFacts => {
  const document = readDocument(readFileSync(new URL(file, corpus)), 'plan.txt')
  return extract(document, identify(document, given), knowledge).facts
}
const [real, edition] = [factsOf('plan.txt'), factsOf('made-up-edition/plan.txt')]
const rank = strengthRank(knowledge)
const edits = readEdits()

describe('the made-up newer edition of the Kaizhou plan', () => {
  it('is the real plan with the documented edits', () => {
    expect(readFileSync(new URL('made-up-edition/plan.txt', corpus), 'utf8')).toBe(
      applyEdits(readFileSync(new URL('plan.txt', corpus), 'utf8'), edits),
    )
  })

  it('differs from the real plan in exactly what its edits say', () => {
    const reported = diff(real, edition, rank).map(({ kind, subject, old, new: next }) => ({
      kind,
      subject,
      old,
      new: next,
    }))
    const expected = edits.flatMap(({ changes }) => changes)
    const key = (change: object) => JSON.stringify(change)
    expect(new Set(reported.map(key))).toEqual(new Set(expected.map(key)))
    expect(reported).toHaveLength(expected.length)
  })

  it('quotes both texts word by word', () => {
    for (const { oldQuote, newQuote } of diff(real, edition, rank)) {
      if (oldQuote) expect(real.text).toContain(oldQuote)
      if (newQuote) expect(edition.text).toContain(newQuote)
    }
  })

  it('does not differ from itself', () => {
    expect(diff(edition, edition, rank)).toEqual([])
  })
})
