/** What carrying out requests promises, whichever runner does it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { exportJsonl } from '../../graph/export/jsonl.ts'
import { openStore } from '../../graph/open-store.ts'
import type { GraphStore } from '../../graph/store.ts'
import { StoreError } from '../../graph/store-errors.ts'
import { readDocument } from '../../pipeline/input/read.ts'
import { type Knowledge, loadKnowledge } from '../../pipeline/knowledge.ts'
import { type Handlers, type IngestSummary, makeHandlers } from '../../pipeline/run/handlers.ts'
import type { RetryPolicy } from '../../pipeline/run/policy.ts'
import type { IngestRequest } from '../../pipeline/run/request.ts'
import type { JobRecord, Runner } from '../../pipeline/run/runner.ts'

/** Opens a runner, with what works for it, on a queue of its own. */
export type RunnerFactory = {
  readonly open: (handlers: Handlers, policy: RetryPolicy) => Promise<Runner>
}

const QUICK: RetryPolicy = { attempts: 3, delay: 5, jitter: 0.5 }
const TEXT = `第一章 总体要求
第一节 主要目标
到2025年，常住人口城镇化率达到60%。
第二节 重点任务
开工建设甲溪水库，由区水利局牵头，区财政局配合。
`

const summaryOf = (request: IngestRequest): IngestSummary => ({
  outcome: 'committed',
  inForce: true,
  written: 1,
  removed: 0,
  file: request.file,
  plan: request.plan.id,
  title: request.plan.title,
  revision: 'revision:1',
  counts: {},
  coverage: { sentences: 1, understood: 1, exhortation: 0, notUnderstood: 0 },
  rejected: 0,
  corrections: { given: 0, unmatched: [] },
  notes: [],
})

const exported = async (store: GraphStore): Promise<string> => {
  const lines: string[] = []
  for await (const line of exportJsonl(store)) lines.push(line)
  return lines.join('\n')
}

export const runnerContract = ({ open }: RunnerFactory): void => {
  let folder: string
  let runner: Runner | undefined

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'guitu-run-'))
  })
  afterEach(async () => {
    await runner?.close()
    runner = undefined
    rmSync(folder, { recursive: true, force: true })
  })

  const requestFor = (name: string, text = TEXT, plan = name): IngestRequest => {
    const file = join(folder, `${name}.txt`)
    writeFileSync(file, text)
    const { sha256 } = readDocument(readFileSync(file), file)
    const identity = {
      id: plan,
      title: `丙山县${plan}规划`,
      jurisdiction: '丁省/丙山县',
      periodStart: 2021,
      periodEnd: 2025,
    }
    return { file, sha256, plan: { ...identity, inferred: [] } }
  }
  const doing = (handlers: Partial<Handlers>): Handlers => ({
    extract: async (_request, tell) => tell('extract'),
    write: async (request, tell) => {
      tell('write')
      return summaryOf(request)
    },
    ...handlers,
  })
  const start = async (handlers: Partial<Handlers>): Promise<Runner> => {
    runner = await open(doing(handlers), QUICK)
    return runner
  }
  const run = async (to: Runner, requests: readonly IngestRequest[]): Promise<readonly JobRecord[]> =>
    to.settle(await to.submit(requests))

  it('completes every request and gives what became of it, in order', async () => {
    const jobs = await run(await start({}), [requestFor('甲'), requestFor('乙')])
    expect(jobs.map(({ state, result }) => [state, result?.plan])).toEqual([
      ['completed', '甲'],
      ['completed', '乙'],
    ])
  })

  it('tells that a job ended', async () => {
    const to = await start({})
    const told: string[] = []
    await to.settle(await to.submit([requestFor('甲')]), ({ state }) => told.push(state))
    expect(told.at(-1)).toBe('completed')
  })

  it('gives equal requests one job', async () => {
    const to = await start({})
    const ids = await to.submit([requestFor('甲'), requestFor('甲')])
    expect(new Set(ids).size).toBe(1)
    await to.settle(ids)
    expect(await to.jobs()).toHaveLength(1)
  })

  it('runs a request anew that had ended', async () => {
    let written = 0
    const to = await start({ write: async (request) => ({ ...summaryOf(request), written: ++written }) })
    await run(to, [requestFor('甲')])
    const [again] = await run(to, [requestFor('甲')])
    expect(again?.result?.written).toBe(2)
  })

  it('does not extract a second time what failed, and shows why', async () => {
    let tried = 0
    const extract = async (): Promise<void> => {
      tried++
      throw new Error('Unexpected sign in 甲')
    }
    const to = await start({ extract })
    await run(to, [requestFor('甲')])
    const [job] = await to.jobs()
    expect(job).toMatchObject({ state: 'failed', reason: 'Unexpected sign in 甲' })
    expect(tried).toBe(1)
  })

  it('goes on with the other requests when one fails', async () => {
    const extract = async ({ plan }: IngestRequest): Promise<void> => {
      if (plan.id === '甲') throw new Error('Unexpected sign')
    }
    const jobs = await run(await start({ extract }), [requestFor('甲'), requestFor('乙')])
    expect(jobs.map(({ state }) => state)).toEqual(['failed', 'completed'])
  })

  it('tries a write again that failed for the moment', async () => {
    let tried = 0
    const write = async (request: IngestRequest): Promise<IngestSummary> => {
      if (++tried < 3) throw new StoreError('unreachable', 'No Neo4j answers')
      return summaryOf(request)
    }
    const [job] = await run(await start({ write }), [requestFor('甲')])
    expect(job?.state).toBe('completed')
    expect(tried).toBe(3)
  })

  it('gives a write up after the last attempt', async () => {
    let tried = 0
    const write = async (): Promise<IngestSummary> => {
      tried++
      throw new StoreError('unreachable', 'No Neo4j answers')
    }
    const [job] = await run(await start({ write }), [requestFor('甲')])
    expect(job).toMatchObject({ state: 'failed', reason: 'No Neo4j answers' })
    expect(tried).toBe(QUICK.attempts)
  })

  it('does not try a write again that will never succeed', async () => {
    let tried = 0
    const write = async (): Promise<IngestSummary> => {
      tried++
      throw new StoreError('schema-version', 'The store has another version')
    }
    const [job] = await run(await start({ write }), [requestFor('甲')])
    expect(job).toMatchObject({ state: 'failed', reason: 'The store has another version' })
    expect(tried).toBe(1)
  })

  it.each(['extract', 'write'] as const)('sets a job that failed to %s to work again', async (stage) => {
    let broken = true
    const fail = async (): Promise<never> => {
      throw new StoreError('constraint', 'Broken')
    }
    const good = doing({})
    const to = await start({
      [stage]: (request: IngestRequest, tell: () => void) => (broken ? fail() : good[stage](request, tell)),
    })
    const ids = await to.submit([requestFor('甲')])
    await to.settle(ids)
    broken = false
    expect(await to.retry()).toEqual(ids)
    expect((await to.settle(ids))[0]?.state).toBe('completed')
  })

  it('retries none but failed jobs', async () => {
    const to = await start({})
    await run(to, [requestFor('甲')])
    expect(await to.retry()).toEqual([])
  })

  it('never writes one plan twice at a time', async () => {
    let now = 0
    let most = 0
    const write = async (request: IngestRequest): Promise<IngestSummary> => {
      most = Math.max(most, ++now)
      await new Promise((resolve) => setImmediate(resolve))
      now--
      return summaryOf(request)
    }
    const to = await start({ write })
    await run(to, [requestFor('甲', TEXT, '同'), requestFor('乙', `${TEXT}新建乙河水厂。\n`, '同')])
    expect(most).toBe(1)
  })

  it('stops waiting when asked to', async () => {
    const to = await start({})
    const ids = await to.submit([requestFor('甲')])
    await expect(to.settle(ids, undefined, AbortSignal.abort())).rejects.toThrow(/abort/i)
  })

  describe('with the real handlers', () => {
    let knowledge: Knowledge
    beforeAll(() => {
      knowledge = loadKnowledge()
    })
    const clock = (): Date => new Date('2026-01-01T00:00:00Z')
    const storeAt = async (name: string): Promise<{ handlers: Handlers; store: GraphStore }> => {
      mkdirSync(join(folder, name))
      const store = await openStore(join(folder, name, 'store'), { mode: 'write' })
      return { store, handlers: makeHandlers({ withStore: (work) => work(store), knowledge, clock }) }
    }

    it('writes what the handlers write when they are called by hand, and nothing the second time', async () => {
      const request = requestFor('甲')
      const byHand = await storeAt('by-hand')
      await byHand.handlers.write(request, () => undefined)
      const byRunner = await storeAt('by-runner')
      const to = await start(byRunner.handlers)
      const [first] = await run(to, [request])
      expect(first?.reason).toBeUndefined()
      expect(await exported(byRunner.store)).toBe(await exported(byHand.store))
      const [second] = await run(to, [request])
      expect(second?.result?.outcome).toBe('unchanged')
      await byHand.store.close()
      await byRunner.store.close()
    })

    it('reads with the decisions that come with a request, and with those that the store keeps where none come', async () => {
      const corrections = [
        {
          decision: 'set-department',
          subject: '甲溪水库',
          object: '区发展改革委',
          author: '张三',
          date: '2026-03-01',
          reason: '职能调整',
        },
      ] as const
      const request = requestFor('甲')
      const { handlers, store } = await storeAt('store')
      const to = await start(handlers)
      const [first] = await run(to, [{ ...request, corrections }])
      expect(first?.result).toMatchObject({ outcome: 'committed', corrections: { given: 1, unmatched: [] } })
      const corrected = await exported(store)
      expect(corrected).toContain('"rule":"correction"')
      const [again] = await run(to, [request])
      expect(again?.result?.outcome).toBe('unchanged')
      const [newer] = await run(to, [requestFor('甲', `${TEXT}新建乙河水厂。\n`)])
      expect(newer?.result).toMatchObject({ inForce: true, corrections: { given: 1, unmatched: [] } })
      const [taken] = await run(to, [{ ...requestFor('甲'), corrections: [] }])
      expect(taken?.result).toMatchObject({ outcome: 'changed', inForce: false, corrections: { given: 0 } })
      await store.close()
    })

    it('refuses a file that has changed or gone since it was asked for', async () => {
      const { handlers, store } = await storeAt('store')
      const [changed, gone] = [requestFor('甲'), requestFor('乙')]
      writeFileSync(changed.file, `${TEXT}改`)
      rmSync(gone.file)
      const jobs = await run(await start(handlers), [changed, gone])
      expect(jobs.map(({ state }) => state)).toEqual(['failed', 'failed'])
      expect(jobs[0]?.reason).toMatch(/Unexpected content of .*甲\.txt/)
      expect(jobs[1]?.reason).toMatch(/Unexpected lack of .*乙\.txt/)
      await store.close()
    })
  })
}
