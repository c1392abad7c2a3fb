/** Says what became of a text: outcome, counts per type, coverage. */

import { resolve } from 'node:path'
import type { IngestSummary } from '../../pipeline/run/handlers.ts'
import type { Context } from '../context.ts'
import { heading, labelled } from '../labels.ts'
import { drawTable } from '../table.ts'
import { inferredNotes, type Prepared } from './prepare.ts'

const OUTCOMES: Record<IngestSummary['outcome'], string> = {
  committed: '已读入 ingested',
  changed: '已按现行规则更新 brought up to date',
  unchanged: '已在效力中，无需改动 already in force, nothing to change',
  withdrawn: '此版本已撤回，保持撤回 withdrawn, and stays so',
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '0 %' : `${((100 * part) / whole).toFixed(1)} %`

/** Sentences understood, exhortation, not understood, with their shares. */
export const drawCoverage = ({
  sentences,
  understood,
  exhortation,
  notUnderstood,
}: IngestSummary['coverage']): string =>
  [
    `句子 sentences ${sentences}`,
    `已理解 understood ${understood} (${percent(understood, sentences)})`,
    `号召性 exhortation ${exhortation} (${percent(exhortation, sentences)})`,
    `未理解 not understood ${notUnderstood} (${percent(notUnderstood, sentences)})`,
  ].join(' · ')

/** The counts of sentences as a revision's record has them. */
export const coverageOf = (properties: Readonly<Record<string, unknown>>): IngestSummary['coverage'] => ({
  sentences: Number(properties.sentences ?? 0),
  understood: Number(properties.understood ?? 0),
  exhortation: Number(properties.exhortation ?? 0),
  notUnderstood: Number(properties.notUnderstood ?? 0),
})

const outcomeOf = ({ outcome, inForce }: IngestSummary): string =>
  outcome === 'unchanged' && !inForce
    ? '已在图库中，但不在效力中 in the store, but not in force'
    : OUTCOMES[outcome]

const drawAmended = ({ amended }: IngestSummary): readonly string[] => {
  if (!amended) return []
  const { retired, unmatched } = amended
  return [
    `这次修订使 ${retired} 条陈述失效 statements out of force by this amendment`,
    ...(unmatched.length === 0
      ? []
      : [
          '修订的这些话在规划里没有找到对应（或没有写明年份），没有内容因它失效，请核对 its words that meet nothing in the plan, or give no year; nothing went out of force by them:',
          ...unmatched.map((words) => `  “${words}”`),
        ]),
  ]
}

export const drawIngested = (one: IngestSummary, room: number): string => {
  const counts = Object.entries(one.counts)
  const head = `${one.title}\n${outcomeOf(one)} · ${one.revision}`
  const table = drawTable(
    [
      [heading('type'), heading('found')],
      ...counts.map(([type, found]) => [labelled('type', type), String(found)]),
    ],
    room,
  )
  const rejected = one.rejected > 0 ? [`核对未过、未写入 rejected: ${one.rejected}`] : []
  return [
    head,
    ...one.notes,
    table.trimEnd(),
    drawCoverage(one.coverage),
    ...drawAmended(one),
    ...drawCorrections(one.corrections),
    ...rejected,
  ].join('\n')
}

/** How many decisions of people were applied, and each that met nothing. */
export const drawCorrections = ({ given, unmatched }: IngestSummary['corrections']): readonly string[] =>
  given === 0
    ? []
    : [
        `人工更正 corrections ${given}，其中起作用 of these applied ${given - unmatched.length}`,
        ...unmatched.map((one) => `更正没有着落 correction without effect: ${one}`),
      ]

/** Prints what became of the texts, with what was inferred of each. */
export const sayIngested = (
  { json, output }: Context,
  prepared: readonly Prepared[],
  ingested: readonly IngestSummary[],
): void => {
  const withNotes = ingested.map((one) => {
    const source = prepared.find(({ file }) => resolve(file) === one.file)
    return { ...one, notes: [...(source ? inferredNotes(source) : []), ...one.notes] }
  })
  if (json) output.json(withNotes)
  else for (const one of withNotes) output.answer(drawIngested(one, output.room))
}
