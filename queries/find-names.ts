/** Finds in a question the names that a store knows, longest first, and what is left of it. */
import { type Cue, cues, type Topic } from './question-table.ts'

/** A row of `entities-named`. */
export type KnownEntity = {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly forms: readonly string[]
  readonly beginnings: readonly string[]
  readonly firstDay: string | null
  readonly lastDay: string | null
}

export type NameInQuestion = {
  readonly topic: Topic
  /** As the question has it; several entities may bear it (浦里 begins three places). */
  readonly form: string
  readonly entities: readonly KnownEntity[]
  readonly start: number
  /** Whether the form is a full name, alias or pinyin, not only a beginning. */
  readonly isWhole: boolean
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

type Candidate = { readonly form: string; readonly entity: KnownEntity }

const take = (text: string, candidates: readonly Candidate[], isWhole: boolean) => {
  const names: NameInQuestion[] = []
  let left = text
  const forms = [...new Set(candidates.map(({ form }) => form))].sort((a, b) => b.length - a.length)
  for (const form of forms) {
    const place = locate(left, form)
    if (!place) continue
    const entities = candidates.filter((one) => one.form === form).map((one) => one.entity)
    for (const topic of new Set(entities.map((one) => TOPICS[one.type])))
      if (topic)
        names.push({
          topic,
          form,
          entities: entities.filter((one) => TOPICS[one.type] === topic),
          start: place.start,
          isWhole,
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
    const place = locate(left, word)
    if (!place) continue
    found.push(...cues.filter((cue) => cue.word === word))
    left = mask(left, place.start, place.length)
  }
  return { found, left }
}

/** Whole names first, then cue words, then beginnings of places in what is left. */
export const findNames = (question: string, entities: readonly KnownEntity[]) => {
  const whole = take(
    question,
    entities.flatMap((entity) => entity.forms.map((form) => ({ form, entity }))),
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
