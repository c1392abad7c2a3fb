/**
 * Makes the made-up newer edition of the Kaizhou plan: applies edits.json to the real text and writes plan.txt.
 * Each edit lists what a comparison with the real text has to report (`changes`); an empty list means nothing. Every search text must stand in the plan exactly once, or the script stops.
 * Run: npx tsx corpus/kaizhou/made-up-edition/make.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export type Edit = {
  readonly id: string
  readonly changes: readonly {
    readonly kind: string
    readonly subject: string
    readonly old: string | number | null
    readonly new: string | number | null
  }[]
  readonly replace?: readonly (readonly [string, string])[]
  /** Moves the paragraph that begins with `text` behind the text `after`. */
  readonly move?: { readonly text: string; readonly after: string }
}

const here = new URL('./', import.meta.url)

/** The documented edits, in the order in which they are applied. */
export const readEdits = (): readonly Edit[] => JSON.parse(readFileSync(new URL('edits.json', here), 'utf8')) as Edit[]

const placeOf = (text: string, wanted: string, id: string): number => {
  const at = text.indexOf(wanted)
  if (at < 0 || text.indexOf(wanted, at + 1) >= 0)
    throw new Error(`Unexpected edit ${id}, expected “${wanted}” to stand in the text exactly once`)
  return at
}

const replaced = (text: string, [wanted, by]: readonly [string, string], id: string): string => {
  const at = placeOf(text, wanted, id)
  return text.slice(0, at) + by + text.slice(at + wanted.length)
}

const moved = (text: string, { text: opening, after }: NonNullable<Edit['move']>, id: string): string => {
  const start = placeOf(text, opening, id)
  const end = text.indexOf('\n', start) + 1
  const paragraph = text.slice(start, end)
  const rest = text.slice(0, start) + text.slice(end)
  const at = placeOf(rest, after, id) + after.length
  return rest.slice(0, at) + paragraph + rest.slice(at)
}

/** Applies the edits to the plan's text, in order. */
export const applyEdits = (plan: string, edits: readonly Edit[]): string =>
  edits.reduce((text, edit) => {
    const changed = (edit.replace ?? []).reduce((current, pair) => replaced(current, pair, edit.id), text)
    return edit.move ? moved(changed, edit.move, edit.id) : changed
  }, plan)

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(
    new URL('plan.txt', here),
    applyEdits(readFileSync(new URL('../plan.txt', here), 'utf8'), readEdits()),
  )
