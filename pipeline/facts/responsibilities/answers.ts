/** Who answers for which commitment: as duty notes say it, and as running text does. */
import type { Commitment, Evidence, Fact, Mention, Segment, Span } from '../../records.ts'
import { overlaps } from '../../spans.ts'
import type { Vocabulary } from '../departments/vocabulary.ts'
import type { Known } from './commitments.ts'
import type { Role } from './duty-words.ts'
import { onceByName } from './index-mentions.ts'
import { OVER_ABOVE, proseDuties } from './prose-duties.ts'
import type { Duty } from './scope.ts'

export type Answer = {
  readonly department: Mention
  readonly role: Role
  readonly commitment: Commitment
  readonly evidence: readonly [Evidence, ...Evidence[]]
  readonly rule: string
  readonly basis: 'stated' | 'inherited'
}

/** RESPONSIBLE_FOR the commitment, and for each project that the clause is about. */
export const answerFacts = (answer: Answer, known: Known): readonly Fact[] => {
  const { department, role, commitment, evidence, rule, basis } = answer
  const base = {
    predicate: 'RESPONSIBLE_FOR',
    subject: department,
    evidence,
    rule,
    basis,
    qualifiers: { role },
  } as const
  return [
    { ...base, object: commitment },
    ...onceByName(known.projects(commitment.span)).map((object) => ({ ...base, object })),
  ]
}

/** The answers that duty notes give; `commitmentAt` makes or finds the commitment of a span. */
export const noteAnswers = (
  duties: readonly Duty[],
  commitmentAt: (span: Span) => Commitment,
  departmentAt: (span: Span) => Mention | undefined,
): readonly Answer[] => {
  const answers: Answer[] = []
  const standing: Mention[] = []
  for (const duty of duties) {
    for (const { span, inherited } of duty.governed) {
      const commitment = commitmentAt(span)
      const clause: Evidence = { span, part: 'clause' }
      const own = duty.units.flatMap((unit): readonly Answer[] => {
        const department = departmentAt(unit.span)
        const note: Evidence = { span: duty.span, part: inherited ? 'heading' : 'clause' }
        return department
          ? [
              {
                department,
                role: unit.role,
                commitment,
                evidence: [clause, note],
                rule: `duty-note-${duty.form}`,
                basis: inherited ? 'inherited' : 'stated',
              },
            ]
          : []
      })
      answers.push(...own)
      for (const department of standing)
        if (!own.some((answer) => answer.department.name === department.name))
          answers.push({
            department,
            role: 'lead',
            commitment,
            evidence: [clause, { span: department.span, part: 'heading' }],
            rule: 'duty-standing',
            basis: 'inherited',
          })
    }
    const stood = duty.standing ? departmentAt(duty.standing) : undefined
    if (stood) standing.push(stood)
  }
  return answers
}

/** 甲局牵头，: who leads, not what. */
const BARE_ROLE = /(?:牵头|负责|主办|承办|实施|组织)[，,。；;]?$/

type Prose = {
  readonly text: string
  readonly vocabulary: Vocabulary
  readonly known: Known
  readonly duties: readonly Duty[]
  readonly noted: readonly Answer[]
  /** A commitment that already holds the span, when no note governs its sentence. */
  readonly covering: (span: Span) => Commitment | undefined
  readonly commitmentAt: (span: Span) => Commitment
  readonly isGoverned: (span: Span) => boolean
}

/** The answers that one sentence of running text gives; where a note governs it, only for bodies the note does not name. */
export const proseAnswers = (segment: Segment, prose: Prose): readonly Answer[] => {
  const { text, vocabulary, known, duties, noted, covering, commitmentAt, isGoverned } = prose
  const inNote = isGoverned(segment.span)
  const bodies = known
    .departments(segment.span)
    .filter(({ span }) => !duties.some((duty) => overlaps(duty.span, span)))
  if (bodies.length === 0) return []
  const named = noted.filter(({ commitment }) => overlaps(commitment.span, segment.span))
  const noteBodies = new Set(named.map(({ department }) => department.name))
  const said = proseDuties(segment, bodies, text, vocabulary)
  // 严格执行预案，甲办统一调度泵站，乙局、丙局负责预警: each clause is a duty of its own; 甲局牵头，乙局配合，开展执法 is one
  const isWhole = ({ role, span }: { role: string; span: Span }) =>
    role === 'lead' && !BARE_ROLE.test(text.slice(span.start, span.end))
  const several = new Set(said.map(({ span }) => span.start)).size > 1 && said.every(isWhole)
  return said
    .filter(({ department }) => !inNote || !noteBodies.has(department.name))
    .map(({ department, role, span, rule }): Answer => {
      const commitment = (inNote || several ? undefined : covering(span)) ?? commitmentAt(span)
      return { department, role, commitment, evidence: [{ span, part: 'clause' }], rule, basis: 'stated' }
    })
}

/** The same bodies for every commitment above in the section, where a sentence says 以上任务由…组织实施. */
export const answersAbove = (
  own: readonly Answer[],
  segment: Segment,
  commitments: readonly Commitment[],
): readonly Answer[] => {
  const within = segment.sections
    .slice(1)
    .toReversed()
    .map((section) =>
      commitments.filter(({ span }) => span.start >= section.span.start && span.end <= segment.span.start),
    )
  const above = within.find((held) => held.length > 0) ?? []
  return own
    .filter(({ rule }) => rule === OVER_ABOVE)
    .flatMap((answer) =>
      above.map((commitment): Answer => {
        const said = answer.evidence[0].span
        return {
          ...answer,
          commitment,
          evidence: [
            { span: commitment.span, part: 'clause' },
            { span: said, part: 'heading' },
          ],
          basis: 'inherited',
        }
      }),
    )
}
