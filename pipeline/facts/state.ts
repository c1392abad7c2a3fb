/**
 * From resolved entities and facts to what one revision should say: records with ids made from content,
 * in an order that depends on nothing but the text. Here UTF-16 offsets become code points, once.
 */
import type { PlanRecord, RevisionFacts, RevisionRecord } from '../../graph/model.ts'
import { familyOf } from '../input/family.ts'
import type { PlanIdentity, Reading } from '../records.ts'
import { segmentFinder } from './resolve/segment-at.ts'
import type { Resolved } from './resolve.ts'
import { codePointOffsets } from './state/code-points.ts'
import { stateCommitments } from './state/commitments.ts'
import { entityRecord, mentionRecords } from './state/entities.ts'
import type { Quoting } from './state/evidence.ts'
import { relate } from './state/relations.ts'
import { indexSections } from './state/sections.ts'
import { mergeStatements } from './state/statements.ts'

/** How many sentences a text has, and what became of them. */
export type SentenceCounts = Pick<
  RevisionRecord,
  'sentences' | 'understood' | 'exhortation' | 'notUnderstood'
>

export const state = (reading: Reading, resolved: Resolved, coverage: SentenceCounts): RevisionFacts => {
  const { document, root, segments } = reading
  const { text } = document
  const plan = planRecord(reading.plan)
  const key = revisionKey(reading.plan.id, document.textSha256)
  const toCodePoint = codePointOffsets(text)
  const revision: RevisionRecord = {
    id: `revision:${key}`,
    plan: plan.id,
    label: document.textSha256.slice(0, 12),
    sha256: document.sha256,
    textSha256: document.textSha256,
    rules: resolved.rules,
    source: document.format,
    ...(reading.plan.issuedAt !== undefined && { issuedAt: reading.plan.issuedAt }),
    sentences: coverage.sentences,
    understood: coverage.understood,
    exhortation: coverage.exhortation,
    notUnderstood: coverage.notUnderstood,
  }
  const sections = indexSections(root, text, { id: revision.id, key }, toCodePoint)
  const quoting: Quoting = { text, sections, toCodePoint, segmentAt: segmentFinder(segments) }
  const commitments = stateCommitments(resolved.commitments, key, quoting)
  const jurisdiction = reading.plan.jurisdiction
  const { relations, targets } = relate({ plan: plan.id, jurisdiction, resolved, commitments, quoting })
  return {
    plan,
    revision,
    text,
    sections: sections.records,
    entities: resolved.entities.map(entityRecord),
    targets,
    commitments: commitments.all.map(({ record }) => record),
    statements: mergeStatements(relations, key),
    mentions: mentionRecords(resolved, quoting),
  }
}

/** `kaizhou/3f2a…`: the plan and the text, so that the same text of the same plan is the same revision. */
const revisionKey = (plan: string, textSha256: string): string => `${plan}/${textSha256.slice(0, 12)}`

const planRecord = ({ id, title, jurisdiction, periodStart, periodEnd }: PlanIdentity): PlanRecord => ({
  id: `plan:${id}`,
  title,
  jurisdiction,
  ...(periodStart !== undefined && { periodStart }),
  ...(periodEnd !== undefined && { periodEnd }),
  family: familyOf(title, jurisdiction),
})
