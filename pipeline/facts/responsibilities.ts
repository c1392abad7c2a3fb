/**
 * Finds what a plan undertakes, and who answers for it: commitments, RESPONSIBLE_FOR as duty notes and running text state it
 * and as the duties catalogue infers it, and what became of every sentence. Spans are UTF-16 code units into the document's text.
 */
import type { Knowledge } from '../knowledge.ts'
import type { Commitment, Evidence, Fact, Found, Mention, Reading, Segment, Span } from '../records.ts'
import { jurisdictionOf } from './departments/names.ts'
import { departmentVocabulary } from './departments/vocabulary.ts'
import { dutiesCatalogue } from './responsibilities/catalogue.ts'
import { type CommitmentWords, commitmentWords } from './responsibilities/commitment-words.ts'
import {
  clausesOf,
  commitmentOf,
  firstVerb,
  hasFirmClause,
  isReported,
  type Known,
  tidy,
} from './responsibilities/commitments.ts'
import { type Coverage, coverageOf, evidenceIndex } from './responsibilities/coverage.ts'
import { dutyWords, type Role } from './responsibilities/duty-words.ts'
import { indexMentions, onceByName } from './responsibilities/index-mentions.ts'
import { findNotes } from './responsibilities/notes.ts'
import { proseDuties } from './responsibilities/prose-duties.ts'
import { type Duty, dutiesOf } from './responsibilities/scope.ts'

export type { Coverage } from './responsibilities/coverage.ts'

export type Given = {
  readonly deadlines: readonly Mention[]
  readonly documents: readonly Mention[]
  readonly places: readonly Mention[]
  readonly departments: readonly Mention[]
  readonly projects: readonly Mention[]
  readonly indicators: readonly Mention[]
  readonly targets: readonly Fact[]
  /** Every other fact that was read, so that its sentence counts as understood. */
  readonly stated?: readonly Fact[]
}

type Answer = {
  readonly department: Mention
  readonly role: Role
  readonly commitment: Commitment
  readonly evidence: readonly [Evidence, ...Evidence[]]
  readonly rule: string
  readonly basis: 'stated' | 'inherited'
}

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end

/** RESPONSIBLE_FOR the commitment, and for each project that the clause is about. */
const answerFacts = (answer: Answer, known: Known): readonly Fact[] => {
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

const noteAnswers = (
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

/** Commitments of the sentences that no note governs. */
const freeCommitments = (
  reading: Reading,
  free: readonly Segment[],
  words: CommitmentWords,
  known: Known,
  isAnchored: (span: Span) => boolean,
): readonly Commitment[] =>
  free.flatMap((segment) => {
    const anchored = isAnchored(segment.span)
    const rule = words.exhortation(segment.text.trim(), anchored, 'first')
    if (rule !== undefined && !hasFirmClause(segment.text, words)) return []
    return clausesOf(segment).flatMap((clause): readonly Commitment[] => {
      const span = tidy(reading, clause)
      const holdsProject = known.projects(span).length > 0
      const verb = firstVerb(reading.document.text.slice(span.start, span.end), words)
      if (
        (!verb && !holdsProject) ||
        (isReported(segment, words) && !holdsProject) ||
        span.end - span.start < 4
      )
        return []
      return [commitmentOf(reading.document.text, span, words, known)]
    })
  })

/** What a plan undertakes and who answers for it, with an account of every sentence. */
export const findResponsibilities = (
  reading: Reading,
  knowledge: Knowledge,
  given: Given,
): Found & { readonly coverage: Coverage } => {
  const text = reading.document.text
  const words = commitmentWords(knowledge)
  const own = jurisdictionOf(reading.plan).places
  const known: Known = {
    projects: indexMentions(given.projects.filter(({ type }) => type === 'Project')),
    indicators: indexMentions(given.indicators.filter(({ type }) => type === 'Indicator')),
    places: indexMentions(given.places.filter(({ type, name }) => type === 'Place' && !own.includes(name))),
    departments: indexMentions(given.departments),
    deadlines: indexMentions(given.deadlines),
  }
  const made = new Map<string, Commitment>()
  const commitmentAt = (span: Span): Commitment => {
    const key = `${span.start}-${span.end}`
    const commitment = made.get(key) ?? commitmentOf(text, span, words, known)
    made.set(key, commitment)
    return commitment
  }
  const departmentAt = (span: Span) =>
    known.departments(span).find((mention) => mention.span.start === span.start)
  const duties = dutiesOf(findNotes(reading, knowledge), text, dutyWords(knowledge))
  const noted = noteAnswers(duties, commitmentAt, departmentAt)
  const governed = duties.flatMap((duty) => [duty.span, ...duty.governed.map(({ span }) => span)])
  const isGoverned = evidenceIndex(governed.map((span) => ({ span, rule: 'duty-note' })))
  const documents = indexMentions(given.documents)
  const isAnchored = (span: Span): boolean =>
    [known.projects, known.indicators, known.departments, known.deadlines, documents].some(
      (within) => within(span).length > 0,
    ) || /\d/.test(text.slice(span.start, span.end))
  const sentences = reading.segments.filter((segment) => segment.kind !== 'heading')
  const ungoverned = sentences.filter((segment) => isGoverned(segment.span) === undefined)
  for (const commitment of freeCommitments(reading, ungoverned, words, known, isAnchored))
    commitmentAt(commitment.span)
  const inProse = sentences.flatMap((segment) => {
    const inNote = isGoverned(segment.span) !== undefined
    const noteBodies = new Set(
      noted
        .filter(({ commitment }) => overlaps(commitment.span, segment.span))
        .map(({ department }) => department.name),
    )
    const bodies = known
      .departments(segment.span)
      .filter(({ span }) => !duties.some((duty) => overlaps(duty.span, span)))
    return proseDuties(segment, bodies, text, departmentVocabulary(knowledge))
      .filter(({ department }) => !inNote || !noteBodies.has(department.name))
      .map(({ department, role, span, rule }): Answer => {
        const covering = [...made.values()].find(
          (commitment) => !inNote && commitment.span.start <= span.start && span.end <= commitment.span.end,
        )
        return {
          department,
          role,
          commitment: covering ?? commitmentAt(span),
          evidence: [{ span, part: 'clause' }],
          rule,
          basis: 'stated',
        }
      })
  })
  const answers = [...noted, ...inProse]
  const answered = new Set(answers.map(({ commitment }) => commitment.span))
  const catalogue = dutiesCatalogue(knowledge, jurisdictionOf(reading.plan), given.departments)
  const commitments = [...made.values()].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  )
  const facts = [
    ...answers.flatMap((answer) => answerFacts(answer, known)),
    ...commitments.filter(({ span }) => !answered.has(span)).flatMap(catalogue.inferred),
  ]
  const evidenced = evidenceIndex([
    ...[...given.targets, ...(given.stated ?? [])].flatMap(({ evidence, rule }) =>
      evidence.filter(({ part }) => part === 'clause').map(({ span }) => ({ span, rule })),
    ),
    ...commitments.map(({ span }) => ({ span, rule: 'commitment-clause' })),
    ...given.departments
      .filter(({ rule }) => rule === 'department-addressed')
      .map(({ span, rule }) => ({ span, rule })),
    ...duties.map(({ span, form }) => ({ span, rule: `duty-note-${form}` })),
  ])
  const coverage = coverageOf(
    reading,
    evidenced,
    (segment) =>
      words.exhortation(segment.text.trim(), isAnchored(segment.span)) ??
      (isReported(segment, words) && !isAnchored(segment.span) ? 'reported-under-heading' : undefined),
  )
  return { mentions: [], facts, commitments, coverage }
}
