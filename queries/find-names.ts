/** Finds in a question the names that a store knows, longest first, and what is left of it. */
import { departmentFinder, type Way } from './departments-meant.ts'
import { piecesOfQuestion } from './question-pieces.ts'
import { type Cue, cues, type Topic } from './question-table.ts'

/** A row of `entities-named`. */
export type KnownEntity = {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly pinyin: readonly string[]
  readonly forms: readonly string[]
  readonly beginnings: readonly string[]
  readonly firstDay: string | null
  readonly lastDay: string | null
  /** Of a place: the jurisdictions of plans that it is or holds. */
  readonly governs: readonly string[]
}

export type NameInQuestion = {
  readonly topic: Topic
  /** As the store has it: pinyin in lower case; several entities may bear it (浦里 begins three places). */
  readonly form: string
  /** As the question has it. */
  readonly written: string
  readonly entities: readonly KnownEntity[]
  readonly start: number
  /** Whether the form is a full name, alias or pinyin, not only a beginning. */
  readonly isWhole: boolean
  /** Pinyin read as the Chinese name it stands for. */
  readonly read?: string
  /** Places of the same pinyin that are written otherwise. */
  readonly alike?: readonly KnownEntity[]
  /** How a department was found that is not named in full. */
  readonly way?: Way
}

const TOPICS: Readonly<Record<string, Topic>> = {
  Place: 'place',
  Project: 'project',
  Indicator: 'indicator',
  Department: 'department',
  Document: 'document',
  Deadline: 'deadline',
}

/** Fills what has been read, so that it is not read again and offsets stay. */
export const mask = (text: string, start: number, length: number): string =>
  text.slice(0, start) + '\u0000'.repeat(length) + text.slice(start + length)

const isLatin = (text: string): boolean => /^[a-z ]+$/i.test(text)

/** Where a form stands in a text: Chinese anywhere, Latin as whole words with any spacing and case. */
export const locate = (text: string, form: string): { start: number; length: number } | undefined => {
  if (!isLatin(form)) {
    const start = text.indexOf(form)
    return start < 0 ? undefined : { start, length: form.length }
  }
  const letters = [...form.replaceAll(' ', '')].join(' ?')
  const found = new RegExp(`(?<![a-z])${letters}(?![a-z])`, 'i').exec(text)
  return found ? { start: found.index, length: found[0].length } : undefined
}

type Candidate = { readonly form: string; readonly entity: KnownEntity; readonly way?: Way }

const take = (text: string, candidates: readonly Candidate[], isWhole: boolean) => {
  const names: NameInQuestion[] = []
  let left = text
  const forms = [...new Set(candidates.map(({ form }) => form))].sort((a, b) => b.length - a.length)
  for (const form of forms) {
    const place = locate(left, form)
    if (!place) continue
    const borne = candidates.filter((one) => one.form === form)
    const entities = borne.map((one) => one.entity)
    const way = borne.find((one) => one.way !== undefined)?.way
    for (const topic of new Set(entities.map((one) => TOPICS[one.type])))
      if (topic)
        names.push({
          topic,
          form,
          written: left.slice(place.start, place.start + place.length),
          entities: entities.filter((one) => TOPICS[one.type] === topic),
          start: place.start,
          isWhole,
          ...(topic === 'department' && way !== undefined ? { way } : {}),
        })
    left = mask(left, place.start, place.length)
  }
  return { names, left }
}

/** Cue words in a text, each stretch read once, longest first; and the text without them. */
export const takeCues = (text: string): { readonly found: readonly Cue[]; readonly left: string } => {
  const found: Cue[] = []
  let left = text
  for (const word of new Set(cues.map((cue) => cue.word))) {
    const first = locate(left, word)
    if (first) found.push(...cues.filter((cue) => cue.word === word))
    for (let place = first; place; place = locate(left, word)) left = mask(left, place.start, place.length)
  }
  return { found, left }
}

/** Departments go by many short names: 发改委 for 区发展改革委. */
const shortDepartments = (question: string, entities: readonly KnownEntity[]): readonly Candidate[] => {
  const meant = departmentFinder(entities.filter(({ type }) => type === 'Department'))
  return piecesOfQuestion(question).pieces.flatMap((form) => {
    const found = meant(form)
    if (!found || found.way === 'name') return []
    return found.departments.map((entity) => ({ form, entity, way: found.way }))
  })
}

/** Whole names and short ones of departments first, then cue words, then beginnings of places in what is left. */
export const findNames = (question: string, entities: readonly KnownEntity[]) => {
  const whole = take(
    question,
    [
      ...entities.flatMap((entity) => entity.forms.map((form) => ({ form, entity }))),
      ...shortDepartments(question, entities),
    ],
    true,
  )
  const { found, left } = takeCues(whole.left)
  const begun = take(
    left,
    entities.flatMap((entity) => entity.beginnings.map((form) => ({ form, entity }))),
    false,
  )
  const names = [...whole.names, ...begun.names].sort((a, b) => a.start - b.start)
  return { names, cues: found, left: begun.left }
}
