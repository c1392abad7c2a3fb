/** A segment's text with every tagged span over it. Spans may overlap: nothing here decides between them. */
import type { Mention, Segment, Span } from '../records.ts'
import type { Tagger } from './tagger.ts'

/** Something found earlier that a pattern can ask for by its tag. Spans are UTF-16, from the document's start. */
export type Atom = { readonly tag: string; readonly span: Span; readonly mention?: Mention }

export type Lattice = {
  readonly text: string
  /** Offset of the text in the document. */
  readonly offset: number
  /** Ends of the spans with a tag that start at a place of the text, longest first. */
  readonly endsAt: (tag: string, start: number) => readonly number[]
  readonly atomsAt: (span: Span) => readonly Atom[]
  /** Every tag over the text, for those who want to see them. */
  readonly tags: readonly Atom[]
}

/** Classes of single characters that every pattern may use. */
const CHARACTERS: Readonly<Record<string, RegExp>> = {
  Any: /[\s\S]/u,
  Han: /\p{Script=Han}/u,
  Digit: /\p{Nd}/u,
  Letter: /[A-Za-z]/,
  Space: /\s/,
  Mark: /\p{P}/u,
}
export const BUILT_IN: readonly string[] = Object.keys(CHARACTERS)

export const latticeOf = (
  segment: Pick<Segment, 'text' | 'span'>,
  atoms: readonly Atom[],
  tagger: Tagger,
): Lattice => {
  const { text } = segment
  const offset = segment.span.start
  const ends = new Map<string, number[]>()
  const tags: Atom[] = []
  const add = (atom: Atom): void => {
    const key = `${atom.tag}@${atom.span.start - offset}`
    const known = ends.get(key) ?? []
    const end = atom.span.end - offset
    if (!known.includes(end))
      ends.set(
        key,
        [...known, end].sort((a, b) => b - a),
      )
    tags.push(atom)
  }
  const inside = ({ start, end }: Span): boolean =>
    start >= offset && end <= offset + text.length && start < end
  for (const atom of atoms) if (inside(atom.span)) add(atom)
  for (const { tag, start, end } of tagger(text))
    add({ tag, span: { start: start + offset, end: end + offset } })
  const atomsAt = ({ start, end }: Span): readonly Atom[] =>
    atoms.filter(({ span }) => span.start === start && span.end === end)
  return {
    text,
    offset,
    tags,
    atomsAt,
    endsAt: (tag, start) => ends.get(`${tag}@${start}`) ?? characterEnds(tag, text, start),
  }
}

const NONE: readonly number[] = []
const characterEnds = (tag: string, text: string, start: number): readonly number[] => {
  const pattern = CHARACTERS[tag]
  const code = pattern && text.codePointAt(start)
  if (code === undefined) return NONE
  const character = String.fromCodePoint(code)
  return pattern?.test(character) ? [start + character.length] : NONE
}
