/** What a newer revision (or another plan) says differently, one record a change. */

export const CHANGE_KINDS = [
  'target_raised',
  'target_lowered',
  'target_year',
  'comparator',
  'nature',
  'baseline',
  'target_added',
  'target_dropped',
  'project_added',
  'project_dropped',
  'commitment_added',
  'commitment_dropped',
  'commitment_reworded',
  'phase_advanced',
  'phase_slipped',
  'deadline_moved',
  'verb_weakened',
  'verb_strengthened',
  'count_changed',
  'place_added',
  'place_removed',
  'department_added',
  'department_removed',
  'role_changed',
  'document_changed',
] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

export type Change = {
  readonly kind: ChangeKind
  /** Name of the indicator, project or document, or the commitment's text. */
  readonly subject: string
  readonly place: string | null
  readonly old: string | number | null
  readonly new: string | number | null
  readonly oldQuote: string | null
  readonly newQuote: string | null
  readonly oldSection: string | null
  readonly newSection: string | null
  /**
   * Only on dropped things: the old sentence still stands in the new text, so it was not understood there.
   * That is a fault of the reader, not a change of the plan, and is listed apart.
   */
  readonly stillInText?: boolean
}

/** A stretch of a revision's text, in code points, end exclusive. */
export type Stretch = { readonly start: number; readonly end: number }

/** A quote with its place in its own revision's text. */
export type Quoted = Stretch & { readonly quote: string; readonly section: string }

/** A change together with the stretches of either text that it explains, for finding what is already said by it. */
export type Explained = {
  readonly change: Change
  readonly old: readonly Stretch[]
  readonly new: readonly Stretch[]
}

/** Builds a change from what both sides quote; `explains` adds further stretches that it accounts for. */
export const changed = (
  kind: ChangeKind,
  subject: string,
  place: string | null,
  values: { readonly old: Change['old']; readonly new: Change['new'] },
  quotes: { readonly old?: Quoted; readonly new?: Quoted },
  explains: { readonly old?: readonly Stretch[]; readonly new?: readonly Stretch[] } = {},
): Explained => ({
  change: {
    kind,
    subject,
    place,
    old: values.old,
    new: values.new,
    oldQuote: quotes.old?.quote ?? null,
    newQuote: quotes.new?.quote ?? null,
    oldSection: quotes.old?.section ?? null,
    newSection: quotes.new?.section ?? null,
  },
  old: [...(quotes.old ? [quotes.old] : []), ...(explains.old ?? [])],
  new: [...(quotes.new ? [quotes.new] : []), ...(explains.new ?? [])],
})
