/**
 * Scores what was extracted against one gold passage, by the rules of the gold's own scorer:
 * an item belongs to the passages in which its mentions or quotes start; optional gold counts neither way.
 */
import type { TargetRecord } from '../../graph/model.ts'
import type { FoundEntity, FoundStatement, FoundThings } from './found.ts'
import type { GoldEntity, GoldRelation, Passage } from './gold.ts'
import { meet, type NameMatching, nameForms, nameKey } from './names.ts'
import type { Tally } from './tally.ts'

type Formed<T> = T & { readonly forms: ReadonlySet<string> }
type Linked = {
  readonly gold: readonly Formed<GoldEntity>[]
  readonly goldById: ReadonlyMap<string, Formed<GoldEntity>>
  readonly entities: ReadonlyMap<string, Formed<FoundEntity>>
  /** Gold id → extracted entity. */
  readonly link: ReadonlyMap<string, Formed<FoundEntity>>
  /** Extracted id → gold id. */
  readonly used: ReadonlyMap<string, string>
}

const SPATIAL = new Set(['SERVES', 'LOCATED_IN', 'CONNECTS'])
const COUNTED = new Set(['SPATIAL', 'PART_OF', 'DUE', 'CITES'])
const classOf = (predicate: string): string => (SPATIAL.has(predicate) ? 'SPATIAL' : predicate)
const within = (at: readonly number[], passage: Passage): boolean =>
  at.some((start) => start >= passage.start && start < passage.end)
const oneOfBoth = [false, true]

export const scorePassage = (
  found: FoundThings,
  passage: Passage,
  tally: Tally,
  matching: NameMatching,
): void => {
  const linked = scoreEntities(found, passage, tally, matching)
  scorePhases(linked, passage, tally)
  scoreRelations(found, linked, passage, tally)
  scoreDuties(found, linked, passage, tally)
  scoreTargets(found, linked, passage, tally, matching)
}

const scoreEntities = (
  found: FoundThings,
  passage: Passage,
  tally: Tally,
  matching: NameMatching,
): Linked => {
  const gold = passage.entities.map((e) => ({ ...e, forms: nameForms(e.name, e.aliases ?? [], matching) }))
  const entities = found.entities.map((e) => ({ ...e, forms: nameForms(e.name, e.aliases, matching) }))
  const link = new Map<string, Formed<FoundEntity>>()
  const used = new Map<string, string>()
  const here = entities.filter((entity) => within(entity.at, passage))
  for (const optional of oneOfBoth) {
    for (const wanted of gold) {
      if (!!wanted.optional !== optional) continue
      const candidates = here.filter(
        (e) => e.type === wanted.type && !used.has(e.id) && meet(e.forms, wanted.forms),
      )
      const best = candidates.find((e) => nameKey(e.name) === nameKey(wanted.name)) ?? candidates[0]
      if (best) {
        link.set(wanted.id, best)
        used.set(best.id, wanted.id)
        if (!optional) tally.add(wanted.type, 'tp')
      } else if (!optional) {
        tally.add(wanted.type, 'fn')
        tally.error(wanted.type, `MISSED ${passage.passage} ${wanted.name}`)
      }
    }
  }
  for (const entity of here) {
    if (used.has(entity.id)) continue
    const twins = gold.filter((g) => g.type === entity.type && meet(entity.forms, g.forms))
    if (twins.some((g) => g.optional)) continue
    tally.add(entity.type, 'fp')
    tally.error(entity.type, `${twins.length > 0 ? 'DUPLICATE' : 'EXTRA'} ${passage.passage} ${entity.name}`)
  }
  return {
    gold,
    goldById: new Map(gold.map((e) => [e.id, e])),
    entities: new Map(entities.map((e) => [e.id, e])),
    link,
    used,
  }
}

const scorePhases = ({ gold, link }: Linked, passage: Passage, tally: Tally): void => {
  for (const wanted of gold) {
    const entity = link.get(wanted.id)
    if (wanted.type !== 'Project' || !entity || !wanted.attrs?.phase) continue
    tally.phaseAll += 1
    const accepted = [wanted.attrs.phase, ...(wanted.attrs.phase_alt ?? [])]
    if (accepted.includes(entity.phase ?? null)) tally.phaseRight += 1
    else
      tally.error(
        'phase',
        `WRONG ${passage.passage} ${wanted.name}: ${entity.phase} for ${wanted.attrs.phase}`,
      )
  }
}

const wantedRelations = (passage: Passage, goldById: Linked['goldById']) => {
  const wanted = new Map<string, GoldRelation & { readonly kind: string }>()
  for (const relation of passage.relations) {
    const { head, tail } = relation
    if (!head || !tail || !goldById.has(head) || !goldById.has(tail)) continue
    const kind = classOf(relation.type)
    const key = `${kind}|${head}|${tail}`
    const twin = wanted.get(key)
    wanted.set(key, { ...relation, kind, optional: !!relation.optional && (twin ? !!twin.optional : true) })
  }
  return wanted
}

const scoreRelations = (found: FoundThings, linked: Linked, passage: Passage, tally: Tally): void => {
  const { goldById, used, entities } = linked
  const wanted = wantedRelations(passage, goldById)
  const got = new Set<string>()
  for (const statement of found.statements) {
    const kind = classOf(statement.predicate)
    if (!COUNTED.has(kind) || !within(statement.at, passage)) continue
    const head = used.get(statement.subject)
    const tail = used.get(statement.object)
    const key = `${kind}|${head}|${tail}`
    const match = head && tail ? wanted.get(key) : undefined
    if (match) {
      if (!got.has(key) && !match.optional) tally.add(kind, 'tp')
      got.add(key)
      continue
    }
    // Documents are scored for recall alone: gold heads may be plain text.
    if (kind === 'CITES') continue
    const subject = entities.get(statement.subject)?.name
    const object = entities.get(statement.object)?.name
    if (!subject || !object) continue
    if (!head || !tail) {
      tally.add(`${kind}?`, 'fp')
      continue
    }
    if (goldById.get(head)?.optional || goldById.get(tail)?.optional) continue
    const extra = `${kind}|x${statement.subject}|${statement.object}`
    if (got.has(extra)) continue
    got.add(extra)
    tally.add(kind, 'fp')
    tally.error(kind, `EXTRA ${passage.passage} ${subject} → ${object}`)
  }
  for (const [key, relation] of wanted) {
    if (relation.optional || got.has(key) || !COUNTED.has(relation.kind)) continue
    tally.add(relation.kind, 'fn')
    const [head, tail] = [goldById.get(relation.head ?? ''), goldById.get(relation.tail ?? '')]
    tally.error(relation.kind, `MISSED ${passage.passage} ${head?.name} -${relation.type}→ ${tail?.name}`)
  }
}

const scoreDuties = (found: FoundThings, linked: Linked, passage: Passage, tally: Tally): void => {
  const duties = passage.relations.flatMap((relation) => {
    const head = linked.goldById.get(relation.head ?? '')
    const span = relation.attrs?.span
    return relation.type === 'RESPONSIBLE_FOR' && head && span ? [{ ...relation, head, span }] : []
  })
  const met = new Set<(typeof duties)[number]>()
  for (const statement of found.statements) {
    if (statement.predicate !== 'RESPONSIBLE_FOR' || statement.basis === 'inferred') continue
    const department = linked.entities.get(statement.subject)
    const commitment = found.commitments.get(statement.object)
    if (!department || !commitment || !within([commitment.start], passage)) continue
    const { start } = commitment
    const hit = duties.find(
      ({ head, span }) => meet(department.forms, head.forms) && start >= span[0] - 2 && start < span[1],
    )
    if (hit) {
      if (met.has(hit)) continue
      met.add(hit)
      if (hit.optional) continue
      tally.add('RESPONSIBLE_FOR', 'tp')
      tally.add('role', (statement.role ?? '') === hit.attrs?.role ? 'tp' : 'fp')
    } else if (duties.some(({ span }) => start >= span[0] && start < span[1])) {
      tally.add('RESPONSIBLE_FOR', 'fp')
      tally.error(
        'RESPONSIBLE_FOR',
        `EXTRA ${passage.passage} ${department.name} → ${commitment.text.slice(0, 20)}`,
      )
    }
  }
  for (const duty of duties) {
    if (duty.optional || met.has(duty)) continue
    tally.add('RESPONSIBLE_FOR', 'fn')
    const { role, commitment } = duty.attrs ?? {}
    tally.error(
      'RESPONSIBLE_FOR',
      `MISSED ${passage.passage} ${duty.head.name} (${role}) → ${commitment ?? ''}`,
    )
  }
}

const near = (one: number | null | undefined, other: number | null | undefined): boolean =>
  one == null || other == null
    ? (one ?? null) === (other ?? null)
    : Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other))
const unitKey = (unit: string): string => nameKey(unit).replace(/^个$/, '')

const scoreTargets = (
  found: FoundThings,
  linked: Linked,
  passage: Passage,
  tally: Tally,
  matching: NameMatching,
): void => {
  const targets = found.statements.flatMap((statement: FoundStatement) => {
    const target = found.targets.get(statement.object)
    const indicator = linked.entities.get(statement.subject)
    const isHere = statement.predicate === 'HAS_TARGET' && within(statement.at, passage)
    return target && indicator && isHere ? [{ target, indicator }] : []
  })
  const used = new Set<(typeof targets)[number]>()
  const describe = (
    name: string,
    t: Pick<TargetRecord, 'comparator' | 'value' | 'unit'> & { year?: number | null },
  ) => `${passage.passage} ${name} ${t.comparator} ${t.value} ${t.unit} ${t.year ?? '–'}`
  for (const optional of oneOfBoth) {
    for (const wanted of passage.targets) {
      if (!!wanted.optional !== optional) continue
      const forms = nameForms(wanted.indicator, wanted.aliases ?? [], matching)
      const hit = targets.find(
        (candidate) =>
          !used.has(candidate) &&
          near(candidate.target.value, wanted.value) &&
          (wanted.max == null || near(candidate.target.max, wanted.max)) &&
          meet(candidate.indicator.forms, forms) &&
          (wanted.year == null || candidate.target.year == null
            ? wanted.year == null
            : candidate.target.year === wanted.year) &&
          unitKey(candidate.target.unit) === unitKey(wanted.unit),
      )
      if (hit) {
        used.add(hit)
        if (optional) continue
        tally.add('Target', 'tp')
        if (nameKey(hit.target.comparator) !== nameKey(wanted.comparator))
          tally.error(
            'comparator',
            `WRONG ${passage.passage} ${wanted.indicator} ${hit.target.comparator} for ${wanted.comparator}`,
          )
      } else if (!optional) {
        tally.add('Target', 'fn')
        tally.error('Target', `MISSED ${describe(wanted.indicator, wanted as never)}`)
      }
    }
  }
  for (const candidate of targets) {
    if (used.has(candidate)) continue
    tally.add('Target', 'fp')
    tally.error('Target', `EXTRA ${describe(candidate.indicator.name, candidate.target)}`)
  }
}
