/** A decision in words and as it is kept with a revision. */
import type { Correction, Decision } from '../../records.ts'

const WORDS: Readonly<Record<Decision, string>> = {
  merge: '合并',
  'keep-apart': '保持分开',
  rename: '改名',
  'reject-statement': '否定陈述',
  'set-department': '指定部门',
}

/** `合并 甲溪水库 · 甲溪水库工程（张三，2026-03-01：同一工程）` */
export const sayCorrection = (correction: Correction): string => {
  const { decision, subject, predicate, object, role, author, date, reason } = correction
  const parts = [subject, predicate, object, role].filter((part) => part !== undefined)
  return `${WORDS[decision]} ${parts.join(' · ')}（${author}，${date}：${reason}）`
}

/** The text in which a decision is kept: equal decisions, equal texts. */
export const writeCorrection = (correction: Correction): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(correction)
        .filter(([, value]) => value !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  )

/** Decisions from the texts in which they are kept. */
export const readCorrections = (kept: readonly string[]): readonly Correction[] =>
  kept.map((text) => JSON.parse(text) as Correction)

/** In an order that depends on nothing but what was decided. */
export const inFixedOrder = (corrections: readonly Correction[]): readonly Correction[] =>
  corrections
    .map((correction) => ({ correction, text: writeCorrection(correction) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ correction }) => correction)
