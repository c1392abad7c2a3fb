/** Which departments a piece of a question means: by name, elided prefix, ending of the name, or the charge of the office. */
import { chargeOf } from './department-charges.ts'

/** How a name was found, the surest first. */
export const WAYS = ['name', 'short', 'ending', 'charge', 'like-charge', 'domain'] as const
export type Way = (typeof WAYS)[number]

export type NamedBody = { readonly name: string; readonly aliases: readonly string[] }

/** An ending that this many characters long may be told from another. */
const TELLING = 3
/** `level` is the 区 of 区水务局, empty where it is left out; the stem is what follows. */
type Stem = { readonly level: string; readonly stem: string }

/** 各乡镇人民政府（街道办事处） → 乡镇政府: brackets, 各 and 人民 may be left out. */
const plain = (form: string): string =>
  form
    .replace(/[（(][^）)]*[）)]$/, '')
    .replace(/^[各本我]/, '')
    .replaceAll('人民政府', '政府')

const isLevel = (character: string | undefined): boolean => /[省市区县州旗盟镇乡]/.test(character ?? '')

/** 丙山县水务局 → 水务局 of the level 县, beside the form itself; `longest` bounds what may stand before the stem. */
const stemsOf = (form: string, longest: number): readonly Stem[] => {
  const text = plain(form)
  const cuts = [...text].flatMap((character, at) =>
    at < longest && isLevel(character) && text.length - at > 2
      ? [{ level: character, stem: text.slice(at + 1) }]
      : [],
  )
  return [{ level: '', stem: text }, ...cuts]
}

/** A name may begin with a jurisdiction in full (重庆市开州区…); a question's piece only with the level itself. */
const IN_NAME = 12
const IN_PIECE = 1

const agree = (a: Stem, b: Stem): boolean => a.level === b.level || a.level === '' || b.level === ''

/** A name as it is compared: made once a question. */
type Form = { readonly form: string; readonly text: string; readonly stems: readonly Stem[] }

const formOf = (form: string, longest: number): Form => ({
  form,
  text: plain(form),
  stems: stemsOf(form, longest),
})

const wayBetween = (asked: Form, own: Form): Way | undefined => {
  if (asked.form === own.form) return 'name'
  const pairs = asked.stems.flatMap((a) => own.stems.filter((b) => agree(a, b)).map((b) => [a, b] as const))
  if (pairs.some(([a, b]) => a.stem === b.stem)) return 'short'
  // Of 主管部门 there are many: only its charge tells them apart.
  const isTelling = asked.form.length >= TELLING && !asked.form.endsWith('部门')
  if (isTelling && own.text.endsWith(asked.form)) return 'ending'
  const ways = pairs.flatMap(([a, b]) => likeness(a.stem, b.stem) ?? [])
  return WAYS.find((way) => ways.includes(way))
}

/** 发改委 and 发展改革委 have one charge; 发展改革部门 has it too; a 水利局 has the domain of a 水行政主管部门. */
const likeness = (asked: string, own: string): Way | undefined => {
  const [a, b] = [chargeOf(asked), chargeOf(own)]
  if (!a || !b) return undefined
  if (a.charge !== '' && a.charge === b.charge) return a.head === b.head ? 'charge' : 'like-charge'
  const isOffice = a.isOffice || b.isOffice
  return isOffice && a.domains.some((domain) => b.domains.includes(domain)) ? 'domain' : undefined
}

export type Meant<T> = { readonly way: Way; readonly departments: readonly T[] }

/** Gives a finder: the departments that a piece means in the surest way that finds any, or undefined. */
export const departmentFinder = <T extends NamedBody>(departments: readonly T[]) => {
  const known = departments.map((department) => ({
    department,
    forms: [department.name, ...department.aliases].map((form) => formOf(form, IN_NAME)),
  }))
  const lasts = new Set(known.flatMap(({ forms }) => forms.map(({ text }) => text.at(-1))))
  return (piece: string): Meant<T> | undefined => {
    const asked = formOf(piece, IN_PIECE)
    // Most pieces of a question end like no body and have no charge: they are not compared.
    if (!lasts.has(asked.text.at(-1)) && !asked.stems.some(({ stem }) => chargeOf(stem))) return undefined
    const found = known.map(({ department, forms }) => ({
      department,
      ways: forms.flatMap((own) => wayBetween(asked, own) ?? []),
    }))
    const way = WAYS.find((one) => found.some(({ ways }) => ways.includes(one)))
    if (way === undefined) return undefined
    return { way, departments: found.filter(({ ways }) => ways.includes(way)).map((one) => one.department) }
  }
}
