/** The book of names: every written form of every place that the document may speak of. */

export type Origin = 'self' | 'ancestor' | 'within' | 'outside' | 'region' | 'learned'
export type Known = {
  readonly name: string
  readonly kind: string
  readonly aliases: readonly string[]
  readonly code?: string
  readonly origin: Origin
}

/** full: stands for itself; short: needs clean edges; beside: only next to another place. */
export type Guard = 'full' | 'short' | 'beside'
export type Form = { readonly text: string; readonly known: Known; readonly guard: Guard }
export type Book = {
  readonly forms: ReadonlyMap<string, Form>
  /** Lengths of the forms that begin with a character, longest first. */
  readonly lengths: ReadonlyMap<string, readonly number[]>
  /** Whether the towns of the jurisdiction are known, so that others are doubtful. */
  readonly hasTowns: boolean
}

/** A book in which the first entry of a form wins. */
export const makeBook = (entries: Iterable<Form>): Book => {
  const forms = new Map<string, Form>()
  const lengths = new Map<string, number[]>()
  for (const form of entries) {
    if (form.text.length < 2 || forms.has(form.text)) continue
    forms.set(form.text, form)
    const first = form.text[0] ?? ''
    const known = lengths.get(first) ?? []
    if (!known.includes(form.text.length))
      lengths.set(
        first,
        [...known, form.text.length].sort((a, b) => b - a),
      )
  }
  const hasTowns = [...forms.values()].some(
    ({ known }) => known.origin === 'within' && /^(?:town|township|subdistrict)$/.test(known.kind),
  )
  return { forms, lengths, hasTowns }
}

/** Every form that begins at `at`, longest first. */
export const formsAt = (book: Book, text: string, at: number): readonly Form[] =>
  (book.lengths.get(text[at] ?? '') ?? []).flatMap(
    (length) => book.forms.get(text.slice(at, at + length)) ?? [],
  )

/** Every form that ends at `end`, longest first. */
export const formsEnding = (book: Book, text: string, end: number): readonly Form[] => {
  const found: Form[] = []
  for (let length = Math.min(16, end); length >= 2; length--) {
    const form = book.forms.get(text.slice(end - length, end))
    if (form) found.push(form)
  }
  return found
}
