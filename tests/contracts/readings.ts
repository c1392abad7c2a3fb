/** Three small editions of an invented plan, read by two versions of the rules, with and without decisions of people. */
import { createHash } from 'node:crypto'
import type { RevisionFacts } from '../../graph/model.ts'
import { extract } from '../../pipeline/extract.ts'
import { type Knowledge, loadKnowledge } from '../../pipeline/knowledge.ts'
import type { Correction, PlanDocument } from '../../pipeline/records.ts'

const knowledge = loadKnowledge()
/** Today's rules, and older ones that knew of no catalogue of duties. */
export const TODAY: Knowledge = { ...knowledge, version: 'rules-today' }
export const OLDER: Knowledge = {
  ...knowledge,
  version: 'rules-older',
  table: (name) => (name === 'duties' ? [] : knowledge.table(name)),
}
/** Rules that read everything as today's do. */
export const SAME: Knowledge = { ...knowledge, version: 'rules-same' }

const WORKS = ['甲溪水库', '丁台污水处理厂', '戊滩水厂', '己口水库']
const textOf = (works: readonly string[], share: number): string =>
  [
    '第一章 主要目标',
    `到2025年，森林覆盖率达到${share}%。`,
    '第二章 重点任务',
    `新开工${works.join('、')}。`,
    '加强水源地保护（县水利局牵头，县财政局配合）。',
    '',
  ].join('\n')

export const EDITIONS = [
  { issuedAt: '2021-01-01', text: textOf(WORKS, 55) },
  { issuedAt: '2022-01-01', text: textOf(WORKS.slice(1), 56) },
  { issuedAt: '2023-01-01', text: textOf([...WORKS.slice(2), '庚山水库'], 56) },
] as const

const by = { author: '张三', date: '2026-03-01', reason: '核对原件' } as const
/** Sets of decisions: none, one that meets something in every edition, two of which one meets nothing in the last. */
export const DECISIONS: readonly (readonly Correction[])[] = [
  [],
  [{ decision: 'set-department', subject: '加强水源地保护', object: '县生态环境局', ...by }],
  [
    { decision: 'rename', subject: '丁台污水处理厂', object: '丁台净水厂', ...by },
    { decision: 'reject-statement', subject: '森林覆盖率', predicate: 'HAS_TARGET', object: '56%', ...by },
  ],
]

const identity = {
  id: 'bingshan',
  title: '丙山县规划',
  jurisdiction: '辰州省/丙山县',
  periodStart: 2021,
  periodEnd: 2025,
  inferred: [],
}

const documentOf = (text: string): PlanDocument => {
  const sha256 = createHash('sha256').update(text).digest('hex')
  return { text, format: 'txt', encoding: 'utf-8', sha256, textSha256: sha256, notes: [] }
}

const AMENDMENT = `关于调整《丙山县规划（2021—2025年）》部分内容的通知
一、增补内容
新建子溪水厂。
二、取消项目
戊滩水厂不再实施。
`

/** The facts of a text that amends the plan: a project more, a project less. */
export const amendmentBy = (rules: Knowledge): RevisionFacts =>
  extract(documentOf(AMENDMENT), { ...identity, issuedAt: '2024-01-01', amends: true }, rules).facts

const kept = new Map<string, RevisionFacts>()

/** The facts of an edition under rules and decisions; each is read once. */
export const factsFor = (
  which: number,
  rules: Knowledge,
  corrections: readonly Correction[],
): RevisionFacts => {
  const key = JSON.stringify([which, rules.version, corrections])
  const { issuedAt, text } = EDITIONS[which] as (typeof EDITIONS)[number]
  const facts =
    kept.get(key) ?? extract(documentOf(text), { ...identity, issuedAt }, rules, corrections).facts
  kept.set(key, facts)
  return facts
}
