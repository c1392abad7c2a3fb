/** Builds the facts of small invented revisions from lines, so that every quote is verbatim by construction. */
import { createHash } from 'node:crypto'
import type {
  CommitmentRecord,
  EntityRecord,
  EntityType,
  Phase,
  RevisionFacts,
  SectionRecord,
  StatementRecord,
  TargetRecord,
} from '../../graph/model.ts'

/** One paragraph of an invented plan and the one thing that it states. */
export type Line =
  | {
      readonly kind: 'serves'
      readonly project: string
      readonly place: string
      readonly phase?: Phase
      readonly town?: boolean
    }
  | {
      readonly kind: 'target'
      readonly indicator: string
      readonly value: number
      readonly year: number
      readonly nature?: string
    }
  | {
      readonly kind: 'duty'
      readonly department: string
      readonly act: string
      readonly role?: 'lead' | 'support'
    }
  | { readonly kind: 'cites'; readonly document: string }
  | { readonly kind: 'exhortation'; readonly text: string }
  /** A clause of an amendment by which what it names goes. */
  | { readonly kind: 'removes'; readonly words: string }
  /** Words of the plan that an amendment strikes out. */
  | { readonly kind: 'replaces'; readonly words: string }

export type RevisionSketch = {
  readonly plan?: string
  /** Last part of the revision's id. */
  readonly edition: string
  readonly issuedAt?: string
  readonly title?: string
  /** First and last year of the plan. */
  readonly period?: readonly [number, number]
  readonly rules?: string
  /** The text only amends the plan. */
  readonly amends?: true
  readonly lines: readonly Line[]
}

const SCOPE = '辰州省/丙山县'

const textOf = (line: Line): string => {
  switch (line.kind) {
    case 'serves':
      return `建设${line.project}，服务${line.place}。\n`
    case 'target':
      return `到${line.year}年，${line.indicator}达到${line.value}%。\n`
    case 'duty':
      return `${line.act}（${line.department}）。\n`
    case 'cites':
      return `依据《${line.document}》编制。\n`
    case 'exhortation':
      return `${line.text}\n`
    case 'removes':
      return `${line.words}。\n`
    case 'replaces':
      return `删除“${line.words}”。\n`
  }
}

const entity = (
  type: EntityType,
  name: string,
  properties: EntityRecord['properties'] = {},
): EntityRecord => ({
  id: `${type.toLowerCase()}:${SCOPE}/${name}`,
  type,
  name,
  aliases: [],
  pinyin: [],
  scope: SCOPE,
  properties,
})

type Parts = {
  readonly entities: EntityRecord[]
  readonly targets: TargetRecord[]
  readonly commitments: CommitmentRecord[]
  readonly statements: StatementRecord[]
}

type Place = {
  readonly revision: string
  readonly plan: string
  readonly section: SectionRecord
  readonly index: number
}

const stated = (
  { revision, section, index }: Place,
  predicate: StatementRecord['predicate'],
  subject: string,
  object: string,
  rest: Partial<StatementRecord> = {},
): StatementRecord => ({
  id: `statement:${revision}/${index}/${predicate}`,
  key: `${subject}|${predicate}|${object}`,
  predicate,
  subject,
  object,
  rule: 'by-hand',
  basis: 'stated',
  confidence: 0.9,
  qualifiers: {},
  evidence: [
    { section: section.id, start: section.start, end: section.end, quote: section.text, part: 'clause' },
  ],
  ...rest,
})

const partsOf = (line: Line, place: Place): Parts => {
  const nothing = { entities: [], targets: [], commitments: [], statements: [] }
  const { section, revision, index } = place
  switch (line.kind) {
    case 'serves': {
      const project = entity('Project', line.project, line.phase ? { phase: line.phase } : {})
      const site = entity('Place', line.place, { kind: line.town ? 'town' : 'zone' })
      return {
        ...nothing,
        entities: [project, site],
        statements: [stated(place, 'SERVES', project.id, site.id)],
      }
    }
    case 'target': {
      const indicator = entity('Indicator', line.indicator, { unit: '%' })
      const { value, year, nature } = line
      const id = `target:${SCOPE}/${line.indicator}/${year}/${value}`
      const target: TargetRecord = {
        id,
        indicator: indicator.id,
        value,
        comparator: '=',
        unit: '%',
        year,
        kind: 'target',
        ...(nature ? { nature } : {}),
      }
      const statement = stated(place, 'HAS_TARGET', indicator.id, id, {
        key: `${indicator.id}|HAS_TARGET|${year}`,
      })
      return { ...nothing, entities: [indicator], targets: [target], statements: [statement] }
    }
    case 'duty': {
      const department = entity('Department', line.department)
      const id = `commitment:${revision}/${index}`
      const { start, end, text } = section
      const commitment: CommitmentRecord = { id, text, start, end, section: section.id }
      const qualifiers = { role: line.role ?? 'lead' }
      const key = `${department.id}|RESPONSIBLE_FOR|${line.act}`
      return {
        ...nothing,
        entities: [department],
        commitments: [commitment],
        statements: [stated(place, 'RESPONSIBLE_FOR', department.id, id, { qualifiers, key })],
      }
    }
    case 'cites': {
      const document = entity('Document', line.document, { title: line.document })
      return {
        ...nothing,
        entities: [document],
        statements: [stated(place, 'CITES', place.plan, document.id)],
      }
    }
    case 'exhortation':
    case 'removes':
    case 'replaces':
      return nothing
  }
}

const firstOf = <T extends { readonly id: string }>(items: readonly T[]): readonly T[] =>
  [...new Map(items.toReversed().map((item) => [item.id, item])).values()].toReversed()

/** The facts of a revision whose text is the sketch's lines, one section a line. */
export const factsOf = (sketch: RevisionSketch): RevisionFacts => {
  const {
    plan: name = 'bingshan',
    edition,
    issuedAt,
    title = '丙山县规划',
    period: [periodStart, periodEnd] = [2021, 2025],
    rules = 'rules-1',
    amends,
    lines,
  } = sketch
  const plan = `plan:${name}`
  const revision = `revision:${name}/${edition}`
  const texts = lines.map(textOf)
  const text = texts.join('')
  const sections = texts.map((own, index): SectionRecord => {
    const start = Array.from(texts.slice(0, index).join('')).length
    const id = `section:${revision}/${index}`
    return {
      id,
      parent: revision,
      kind: 'paragraph',
      path: '',
      ordinal: index + 1,
      start,
      end: start + Array.from(own).length,
      text: own,
      leaf: true,
    }
  })
  const parts = lines.map((line, index) =>
    partsOf(line, { revision, plan, section: sections[index] as SectionRecord, index }),
  )
  const entities = firstOf(parts.flatMap((part) => part.entities))
  const sha256 = createHash('sha256').update(text).digest('hex')
  const understood = parts.filter(({ statements }) => statements.length > 0).length
  return {
    plan: { id: plan, title, jurisdiction: SCOPE, periodStart, periodEnd, family: '规划' },
    revision: {
      id: revision,
      plan,
      label: title,
      sha256,
      textSha256: sha256,
      rules,
      source: `${edition}.txt`,
      ...(issuedAt ? { issuedAt } : {}),
      sentences: lines.length,
      understood,
      exhortation: lines.length - understood,
      notUnderstood: 0,
      ...(amends ? amendment(lines) : {}),
    },
    text,
    sections,
    entities,
    targets: firstOf(parts.flatMap((part) => part.targets)),
    commitments: parts.flatMap((part) => part.commitments),
    statements: parts.flatMap((part) => part.statements),
    mentions: parts.flatMap((part, index) => mentionsIn(part.entities, sections[index] as SectionRecord)),
  }
}

const amendment = (lines: readonly Line[]) => {
  const words = (kind: 'removes' | 'replaces') =>
    lines.flatMap((line) => (line.kind === kind ? [line.words] : []))
  return {
    amends: true,
    ...(words('removes').length > 0 ? { removes: words('removes') } : {}),
    ...(words('replaces').length > 0 ? { replaces: words('replaces') } : {}),
  }
}

const mentionsIn = (entities: readonly EntityRecord[], section: SectionRecord): RevisionFacts['mentions'] =>
  entities.flatMap(({ id, name }) => {
    const at = section.text.indexOf(name)
    if (at < 0) return []
    const start = section.start + Array.from(section.text.slice(0, at)).length
    return [{ entity: id, section: section.id, start, end: start + Array.from(name).length, text: name }]
  })

/** A clock that always shows the same time, so that exports can be compared. */
export const clock = (): Date => new Date('2026-01-01T00:00:00.000Z')
