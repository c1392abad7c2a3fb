/**
 * Finds what a plan undertakes, and who answers for it: commitments, RESPONSIBLE_FOR as duty notes and running text state it
 * and as the duties catalogue infers it, and what became of every sentence. Spans are UTF-16 code units into the document's text.
 */
import type { Knowledge } from '../knowledge.ts'
import type { Commitment, Fact, Found, Mention, Reading, Segment, Span } from '../records.ts'
import { jurisdictionOf } from './departments/names.ts'
import { departmentVocabulary } from './departments/vocabulary.ts'
import { answerFacts, answersAbove, noteAnswers, proseAnswers } from './responsibilities/answers.ts'
import { dutiesCatalogue } from './responsibilities/catalogue.ts'
import { commitmentWords } from './responsibilities/commitment-words.ts'
import { commitmentOf, type Known, reportedSegments } from './responsibilities/commitments.ts'
import { contextOf } from './responsibilities/context.ts'
import { type Coverage, coverageOf, evidenceIndex } from './responsibilities/coverage.ts'
import { dueFacts, dueNotes } from './responsibilities/due-notes.ts'
import { dutyWords } from './responsibilities/duty-words.ts'
import { freeSpans } from './responsibilities/free.ts'
import { indexMentions } from './responsibilities/index-mentions.ts'
import { findNotes } from './responsibilities/notes.ts'
import { isAside } from './responsibilities/pieces.ts'
import { type Duty, dutiesOf } from './responsibilities/scope.ts'
import { tellsPast } from './responsibilities/told.ts'
import { findTables } from './targets/tables.ts'

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

const knownOf = (reading: Reading, given: Given): Known => {
  const own = jurisdictionOf(reading.plan).places
  return {
    projects: indexMentions(given.projects.filter(({ type }) => type === 'Project')),
    indicators: indexMentions(given.indicators.filter(({ type }) => type === 'Indicator')),
    places: indexMentions(given.places.filter(({ type, name }) => type === 'Place' && !own.includes(name))),
    departments: indexMentions(given.departments),
    deadlines: indexMentions(given.deadlines),
  }
}

/** Spans of clauses that some fact was read from, with the rule that did. */
const evidenceOf = (
  given: Given,
  commitments: readonly Commitment[],
  duties: readonly Duty[],
  isReported: (span: Span) => boolean,
) => [
  ...[...given.targets, ...(given.stated ?? [])].flatMap(({ evidence, rule }) =>
    evidence.filter(({ part }) => part === 'clause').map(({ span }) => ({ span, rule })),
  ),
  ...commitments.map(({ span }) => ({ span, rule: 'commitment-clause' })),
  ...given.departments.filter(({ rule }) => rule === 'department-addressed'),
  ...duties.map(({ span, form }) => ({ span, rule: `duty-note-${form}` })),
  // What was built is no commitment; that the project stands there is what such a sentence gives.
  ...given.projects
    .filter(({ span }) => isReported(span))
    .map(({ span }) => ({ span, rule: 'reported-project' })),
]

/** Commitments made so far, one a span. */
const commitmentStore = (make: (span: Span) => Commitment) => {
  const made = new Map<string, Commitment>()
  const at = (span: Span): Commitment => {
    const key = `${span.start}-${span.end}`
    const commitment = made.get(key) ?? make(span)
    made.set(key, commitment)
    return commitment
  }
  const covering = (span: Span) =>
    [...made.values()].find((one) => one.span.start <= span.start && span.end <= one.span.end)
  const all = () => [...made.values()].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  return { at, covering, all }
}

/** What a plan undertakes and who answers for it, with an account of every sentence. */
export const findResponsibilities = (
  reading: Reading,
  knowledge: Knowledge,
  given: Given,
): Found & { readonly coverage: Coverage } => {
  const text = reading.document.text
  const words = commitmentWords(knowledge)
  const known = knownOf(reading, given)
  const labels = dutyWords(knowledge)
  const duties = dutiesOf(findNotes(reading, knowledge), text, labels)
  const dated = dueNotes(reading, duties, known, labels)
  const commitments = commitmentStore((span) => {
    const made = commitmentOf(text, span, words, known)
    const beside = dated.find((note) => note.span.start === span.start && note.span.end === span.end)
    return beside && !made.due ? { ...made, due: beside.due } : made
  })
  const departmentAt = (span: Span) =>
    known.departments(span).find((mention) => mention.span.start === span.start)
  const noted = noteAnswers(duties, commitments.at, departmentAt)

  const governed = duties.flatMap((duty) => [duty.span, ...duty.governed.map(({ span }) => span)])
  const governing = evidenceIndex(governed.map((span) => ({ span, rule: 'duty-note' })))
  const isGoverned = (span: Span) => governing(span) !== undefined
  const isAnchored = anchoring(text, known, given)
  const told = reading.segments.filter(({ kind, text: own }) => kind !== 'row' && tellsPast(own))
  const reported = new Set([...reportedSegments(reading, words), ...told])
  const telling = evidenceIndex([...reported].map(({ span }) => ({ span, rule: 'reported' })))
  const isReported = (span: Span) => telling(span) !== undefined
  const sentences = reading.segments.filter((segment) => segment.kind !== 'heading')
  // 用水总量控制 in a table of indicators is a name, though it ends like a deed.
  const tables = findTables(text, reading.plan, knowledge)
  const isFigure = ({ start, end }: Span) =>
    tables.some(({ span }) => span.start <= start && end <= span.end + 1)
  const free = sentences.filter(
    (segment) => !reported.has(segment) && !isGoverned(segment.span) && !isFigure(segment.span),
  )
  const isLabelOnly = (own: string) => {
    const label = labels.opensLabel.exec(own)
    return label !== null && isAside(label[1] ?? '', own.slice(label[0].length), labels)
  }
  for (const span of freeSpans(reading, free, words, known, isAnchored, isLabelOnly)) commitments.at(span)

  const prose = {
    text,
    vocabulary: departmentVocabulary(knowledge),
    known,
    duties,
    noted,
    covering: commitments.covering,
    commitmentAt: commitments.at,
    isGoverned,
  }
  const spoken = sentences.filter((segment) => !reported.has(segment))
  const said = spoken.flatMap((segment) => {
    const own = proseAnswers(segment, prose)
    return [...own, ...answersAbove(own, segment, commitments.all())]
  })
  const answers = [...noted, ...said]
  const answered = new Set(answers.map(({ commitment }) => commitment))
  const catalogue = dutiesCatalogue(knowledge, jurisdictionOf(reading.plan), given.departments)
  const unanswered = commitments.all().filter((commitment) => !answered.has(commitment))
  const facts = [
    ...answers.flatMap((answer) => answerFacts(answer, known)),
    ...unanswered.flatMap(catalogue.inferred),
    ...dueFacts(dated, known),
  ]
  const evidenced = evidenceIndex([
    ...evidenceOf(given, commitments.all(), duties, isReported),
    ...dated.map(({ due }) => ({ span: due.span, rule: 'due-note' })),
    ...contextOf(reading, given),
  ])
  const coverage = coverageOf(reading, evidenced, (segment) => {
    const rule = words.exhortation(segment.text.trim(), isAnchored(segment.span))
    return rule ?? reportedRule(segment, reported, isAnchored)
  })
  return { mentions: [], facts, commitments: commitments.all(), coverage }
}

/** Whether a span names something concrete: a figure, a project, a body, a date, a document. */
const anchoring = (text: string, known: Known, given: Given): ((span: Span) => boolean) => {
  const documents = indexMentions(given.documents)
  const all = [known.projects, known.indicators, known.departments, documents]
  // “十四五”时期…面临新挑战: the time that a plan is for dates nothing.
  const dated = (span: Span) => known.deadlines(span).some(({ name }) => !name.endsWith('时期'))
  return (span) =>
    all.some((within) => within(span).length > 0) ||
    dated(span) ||
    /\d/.test(text.slice(span.start, span.end))
}

const reportedRule = (
  segment: Segment,
  reported: ReadonlySet<Segment>,
  isAnchored: (span: Span) => boolean,
): string | undefined =>
  reported.has(segment) && !isAnchored(segment.span) ? 'reported-under-heading' : undefined
