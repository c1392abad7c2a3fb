/**
 * From a plan's text to its facts: the whole pure core, read top to bottom.
 * The same document, identity and knowledge always give the same facts.
 */
import type { RevisionFacts } from '../graph/model.ts'
import { asAmendment, unreadChanges } from './amendment/as-amendment.ts'
import { findAmended } from './amendment/find-amended.ts'
import { type Amendment, readAmendment } from './amendment/read-amendment.ts'
import { simplified } from './document/simplified.ts'
import { structure } from './document/structure.ts'
import { check, type Rejected } from './facts/check.ts'
import { correct } from './facts/correct.ts'
import { findDeadlines } from './facts/deadlines.ts'
import { findDepartments } from './facts/departments.ts'
import { findDocuments } from './facts/documents.ts'
import { findEchoes } from './facts/echoes.ts'
import { findMilestones } from './facts/milestones.ts'
import { findPlaces } from './facts/places.ts'
import { findProjects } from './facts/projects.ts'
import { resolve } from './facts/resolve.ts'
import { type Coverage, findResponsibilities } from './facts/responsibilities.ts'
import { findByRules } from './facts/ruled.ts'
import { state } from './facts/state.ts'
import { findTargets } from './facts/targets.ts'
import type { Knowledge } from './knowledge.ts'
import type { Correction, Found, Note, PlanDocument, PlanIdentity, Reading } from './records.ts'
import { segment } from './tokens/segment.ts'

export type Extraction = {
  readonly facts: RevisionFacts
  readonly rejected: readonly Rejected[]
  readonly coverage: Coverage
  readonly notes: readonly Note[]
}

/** The text taken apart: its tree and its segments with their words. Traditional characters are read as simplified ones. */
export const read = (written: PlanDocument, plan: PlanIdentity, knowledge: Knowledge): Reading => {
  const text = simplified(written.text)
  const document = text === written.text ? written : { ...written, text }
  const root = structure(document)
  return { document, plan, root, segments: segment(document, root, knowledge) }
}

/** What every recogniser finds, and what became of each sentence. */
export const recognise = (
  reading: Reading,
  knowledge: Knowledge,
): { readonly found: readonly Found[]; readonly coverage: Coverage } => {
  const deadlines = findDeadlines(reading, knowledge)
  const documents = findDocuments(reading, knowledge)
  const places = findPlaces(reading, knowledge)
  const departments = findDepartments(reading, knowledge)
  const named = {
    deadlines: deadlines.mentions,
    documents: documents.mentions,
    places: places.mentions,
    departments: departments.mentions,
  }
  const projects = findProjects(reading, knowledge, named)
  const targets = findTargets(reading, knowledge, { ...named, projects: projects.mentions })
  const echoes = findEchoes(reading, projects.mentions)
  const milestones = findMilestones(reading, knowledge, { ...named, projects: projects.mentions })
  const before = [deadlines, documents, places, departments, projects, echoes, milestones]
  const ruled = findByRules(
    reading,
    knowledge,
    [...before, targets].flatMap(({ mentions }) => mentions),
  )
  const known = {
    ...named,
    projects: projects.mentions,
    indicators: targets.mentions,
    targets: targets.facts,
    stated: [...before, ruled].flatMap(({ facts }) => facts),
  }
  const duties = findResponsibilities(reading, knowledge, known)
  return { found: [...before, targets, ruled, duties], coverage: duties.coverage }
}

/** `corrections`: what people decided about the plan, applied to what is read. */
export const extract = (
  document: PlanDocument,
  plan: PlanIdentity,
  knowledge: Knowledge,
  corrections: readonly Correction[] = [],
): Extraction => {
  const amendment = plan.amends ? readAmendment(document.text) : undefined
  const shown = read(amendment ? { ...document, text: amendment.shown } : document, plan, knowledge)
  const recognised = recognise(shown, knowledge)
  const found = amendment
    ? [...recognised.found, amended(amendment, document, plan, knowledge)]
    : recognised.found
  const { coverage } = recognised
  const resolved = resolve(shown, found, knowledge)
  // What is quoted is quoted from the text itself.
  const reading = { ...shown, document }
  const facts = state(reading, resolved, coverage)
  const { kept, rejected } = check(correct({ reading, found, coverage, facts }, knowledge, corrections))
  return {
    facts: amendment ? asAmendment(kept, amendment) : kept,
    rejected,
    coverage,
    notes: [...document.notes, ...(amendment ? notesOf(kept, amendment) : [])],
  }
}

const amended = (
  { terms }: Amendment,
  document: PlanDocument,
  plan: PlanIdentity,
  knowledge: Knowledge,
): Found =>
  findAmended(simplified(document.text), terms, { plan, knowledge }, (text) => {
    const reading = read({ ...document, text }, plan, knowledge)
    return [findDeadlines, findDepartments].flatMap((find) => find(reading, knowledge).mentions)
  })

/** What was not read of an amendment is said at once: until somebody mends it, the plan's old wording stays in force. */
const notesOf = (facts: RevisionFacts, amendment: Amendment): readonly Note[] =>
  unreadChanges(facts, amendment).map(({ words, isPart, start, end }) => ({
    code: 'unread-change',
    reason: isPart
      ? `这一行只读懂了一部分，其余各格规划原来的说法仍在效力中：“${words}” Read in part; of the rest, what the plan said stays in force`
      : `这处调整没有读懂，规划原来的说法仍在效力中：“${words}” Not understood, so what the plan said stays in force`,
    span: { start, end },
  }))
