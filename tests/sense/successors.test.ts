/** Plans that really succeed each other, compared: read by a person, what is said here is what a person would say. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Change } from '../../graph/diff/change.ts'
import { diff } from '../../graph/diff/diff.ts'
import { indicatorKey } from '../../graph/diff/indicator-name.ts'
import type { RevisionFacts } from '../../graph/model.ts'
import { extract } from '../../pipeline/extract.ts'
import { strengthRank } from '../../pipeline/facts/responsibilities/strength-rank.ts'
import { identify } from '../../pipeline/input/identify.ts'
import { readDocument } from '../../pipeline/input/read.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'

const shared = join(import.meta.dirname, '../../../shared')
const named = (folder: string, start: string): string => {
  const inFolder = join(shared, folder)
  const file = existsSync(inFolder) ? readdirSync(inFolder).find((name) => name.startsWith(start)) : undefined
  return join(inFolder, file ?? start)
}

const PAIRS = [
  ['the 14th and the 15th national plan', named('plans', '25-'), named('plans', '26-')],
  [
    'the reports of one city for 2025 and 2026',
    named('reports', '南宁市-2025'),
    named('reports', '南宁市-2026'),
  ],
] as const

/** What the texts say of both periods, and what was done about it. */
const TOLD: Readonly<Record<string, readonly Partial<Change>[]>> = {
  [PAIRS[0][0]]: [
    { kind: 'target_lowered', subject: '新增建设用地规模', old: 2950, new: 2600 },
    { kind: 'target_raised', subject: '高等教育毛入学率', old: 60, new: 65 },
    { kind: 'target_raised', subject: '森林覆盖率', old: 24.1, new: 25.8 },
    { kind: 'comparator', subject: '城镇调查失业率', old: '<=', new: '<' },
  ],
  [PAIRS[1][0]]: [
    { kind: 'target_raised', subject: '一般公共预算收入', old: 3, new: 3.5 },
    { kind: 'baseline', subject: '社会消费品零售总额', old: '0.3%', new: '4.1%' },
  ],
}

describe.skipIf(PAIRS.some((pair) => pair.slice(1).some((file) => !existsSync(file)))).each(PAIRS)(
  '%s',
  (name, ...files) => {
    let changes: readonly Change[] = []
    let texts: readonly string[] = []

    beforeAll(() => {
      const knowledge = loadKnowledge()
      const facts = files.map((file): RevisionFacts => {
        const document = readDocument(readFileSync(file), file)
        return extract(document, identify(document, {}), knowledge).facts
      })
      texts = facts.map(({ text }) => text)
      changes = diff(facts[0] as RevisionFacts, facts[1] as RevisionFacts, strengthRank(knowledge))
    }, 120_000)

    it('says what a reader of both texts would say', () => {
      for (const told of TOLD[name] ?? []) expect(changes).toContainEqual(expect.objectContaining(told))
    })

    it('quotes both texts verbatim', () => {
      for (const { oldQuote, newQuote } of changes) {
        if (oldQuote !== null) expect(texts[0]).toContain(oldQuote)
        if (newQuote !== null) expect(texts[1]).toContain(newQuote)
      }
    })

    it('does not take the next period for another year, nor a report of one year for a change', () => {
      const years = changes.filter(({ kind }) => kind === 'target_year')
      expect(years.filter((change) => change.old === null || change.new === null)).toEqual([])
      const reported = changes.filter(({ kind }) => kind === 'baseline')
      expect(reported.filter((change) => change.old === null || change.new === null)).toEqual([])
    })

    it('does not drop a target that it adds again under another form of its name', () => {
      const keyed = (kind: Change['kind'], side: 'old' | 'new') =>
        changes
          .filter((change) => change.kind === kind)
          .map(({ subject, place, ...rest }) => `${indicatorKey(subject)} ${place} ${rest[side]}`)
      const added = new Set(keyed('target_added', 'new'))
      expect(keyed('target_dropped', 'old').filter((one) => added.has(one))).toEqual([])
    })
  },
)
