import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { StoreError } from '../../graph/store-errors.ts'
import { delayAfter, isFinal, WRITE_POLICY } from '../../pipeline/run/policy.ts'
import { jobId } from '../../pipeline/run/request.ts'

describe('when to try again', () => {
  it('doubles the delay and leaves a share of it to chance', () => {
    const policy = { attempts: 5, delay: 100, jitter: 0.5 }
    expect([1, 2, 3].map((made) => delayAfter(made, policy, 1))).toEqual([100, 200, 400])
    expect([1, 2, 3].map((made) => delayAfter(made, policy, 0))).toEqual([50, 100, 200])
    expect(WRITE_POLICY.attempts).toBeGreaterThan(1)
  })

  it.each([
    ['unreachable', false],
    ['held', false],
    ['failed', false],
    ['schema-version', true],
    ['constraint', true],
  ] as const)('a store that is %s: final %s', (kind, final) => {
    expect(isFinal(new StoreError(kind, 'x'))).toBe(final)
  })
})

describe('the id of a job', () => {
  const plan = { id: '甲', title: '甲规划', jurisdiction: '丁省/丙山县', inferred: [] }

  it('is one for equal requests, wherever the file lies, and is fit for a queue', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (sha256, file) => {
        const id = jobId({ file, sha256, plan })
        expect(id).toBe(jobId({ file: '/elsewhere', sha256, plan }))
        expect(id).not.toMatch(/:|^\d+$/)
      }),
    )
  })

  it('is another for another text, plan or place in the order of revisions', () => {
    const base = { file: '/甲.txt', sha256: 'a', plan }
    const ids = [
      base,
      { ...base, sha256: 'b' },
      { ...base, plan: { ...plan, id: '乙' } },
      { ...base, supersedes: 'r1' },
    ].map(jobId)
    expect(new Set(ids).size).toBe(4)
  })
})
