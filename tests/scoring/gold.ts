/** The gold annotations as they lie in tests/gold and in the shared folder. Offsets are Unicode code points. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type GoldEntity = {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly aliases?: readonly string[]
  readonly attrs?: { readonly phase?: string | null; readonly phase_alt?: readonly (string | null)[] }
  readonly optional?: boolean
}

export type GoldRelation = {
  readonly type: string
  readonly head?: string | null
  readonly tail?: string | null
  readonly attrs?: {
    readonly role?: string
    readonly span?: readonly [number, number]
    readonly commitment?: string
  }
  readonly optional?: boolean
}

export type GoldTarget = {
  readonly indicator: string
  readonly aliases?: readonly string[]
  readonly comparator: string
  readonly value: number
  readonly max?: number | null
  readonly unit: string
  readonly year?: number | null
  readonly optional?: boolean
}

export type Passage = {
  readonly passage: string
  readonly source: string
  readonly start: number
  readonly end: number
  readonly entities: readonly GoldEntity[]
  readonly relations: readonly GoldRelation[]
  readonly targets: readonly GoldTarget[]
}

/** All passages of a folder, in the order of their file names. */
export const readPassages = (folder: string): readonly Passage[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Passage)
