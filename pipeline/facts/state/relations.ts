/** From facts to relations with resolved ends; targets' places and dates and commitments' matters are relations too. */
import type { Basis, Predicate, TargetRecord } from '../../../graph/model.ts'
import type { Commitment, Evidence, Fact, Mention, Target } from '../../records.ts'
import { isMention, isTarget } from '../resolve/collect.ts'
import type { Resolved } from '../resolve.ts'
import type { CommitmentIndex } from './commitments.ts'
import { clauseAndMention, type Quoting, quote } from './evidence.ts'
import { CONFIDENCE, type Relation } from './statements.ts'
import { type StatedTarget, targetKey, targetRecord, unifyTargets } from './targets.ts'

export type Context = {
  readonly plan: string
  readonly jurisdiction: string
  readonly resolved: Resolved
  readonly commitments: CommitmentIndex
  readonly quoting: Quoting
}

export type Related = { readonly relations: readonly Relation[]; readonly targets: readonly TargetRecord[] }

type End = { readonly id: string; readonly key: string }
type Reason = Pick<Fact, 'rule' | 'basis' | 'confidence' | 'qualifiers'>

export const relate = (context: Context): Related => {
  const targets = new Map<string, TargetRecord>()
  const relations: Relation[] = []
  const unified = unifyTargets(statedTargets(context))
  for (const fact of context.resolved.facts) {
    const subject = subjectOf(fact, context)
    if (isTarget(fact.object)) {
      const record = targetRecord(unified.get(fact.object) as StatedTarget, context.jurisdiction)
      targets.set(record.id, record)
      relations.push(...ofTarget(fact, fact.object, record, subject, context))
    } else
      relations.push(
        relation(fact.predicate, subject, objectOf(fact.object, context), fact.evidence, fact, context),
      )
  }
  for (const { commitment } of context.commitments.all) relations.push(...ofCommitment(commitment, context))
  return { relations, targets: [...targets.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) }
}

const mentioned = (mention: Mention, { resolved }: Context): End => {
  const id = resolved.idOf(mention)
  return { id, key: id }
}

const subjectOf = ({ subject }: Fact, context: Context): End =>
  subject === 'plan' ? { id: context.plan, key: context.plan } : mentioned(subject, context)

const objectOf = (object: Mention | Commitment, context: Context): End => {
  if (isMention(object)) return mentioned(object, context)
  const stated = context.commitments.at(object.span)
  return { id: stated?.record.id ?? 'unknown', key: stated?.key ?? 'unknown' }
}

const statedTargets = (context: Context): readonly StatedTarget[] =>
  context.resolved.facts.flatMap((fact) => {
    const { object } = fact
    if (!isTarget(object)) return []
    return [
      {
        target: object,
        indicator: subjectOf(fact, context).id,
        place: object.place && context.resolved.idOf(object.place),
      },
    ]
  })

const relation = (
  predicate: Predicate,
  subject: End,
  object: End,
  evidence: readonly Evidence[],
  { rule, basis, confidence, qualifiers }: Reason,
  { quoting }: Context,
): Relation => ({
  predicate,
  subject: subject.id,
  object: object.id,
  key: [predicate, subject.key, object.key].join('|'),
  rule,
  basis,
  confidence: confidence ?? CONFIDENCE[basis],
  qualifiers: qualifiers ?? {},
  evidence: evidence.flatMap((one) => quote(one, quoting)),
})

/** HAS_TARGET, and FOR and DUE of the target. Keys leave the number out, so that a raised target is the same one. */
const ofTarget = (
  fact: Fact,
  target: Target,
  record: TargetRecord,
  indicator: End,
  context: Context,
): readonly Relation[] => {
  const place = target.place && mentioned(target.place, context)
  const key = targetKey(record, place?.id, context.jurisdiction)
  const end: End = { id: record.id, key: `target|${key}` }
  const has = {
    ...relation(fact.predicate, indicator, end, fact.evidence, fact, context),
    key: `HAS_TARGET|${key}`,
  }
  const { rule, basis } = fact
  return [
    has,
    ...(target.place ? [lent('FOR', end, target.place, fact.evidence, { rule, basis }, context)] : []),
    ...(target.due ? [lent('DUE', end, target.due, fact.evidence, { rule, basis }, context)] : []),
  ]
}

const lent = (
  predicate: Predicate,
  subject: End,
  object: Mention,
  clause: readonly Evidence[],
  { rule, basis }: { readonly rule: string; readonly basis: Basis },
  context: Context,
): Relation => {
  const { evidence, isInherited } = clauseAndMention(clause, object, context.quoting)
  const own = basis === 'stated' && isInherited ? 'inherited' : basis
  return relation(predicate, subject, mentioned(object, context), evidence, { rule, basis: own }, context)
}

const ofCommitment = (commitment: Commitment, context: Context): readonly Relation[] => {
  const end = objectOf(commitment, context)
  const clause: readonly Evidence[] = [{ span: commitment.span, part: 'clause' }]
  const reason = { rule: 'commitment-clause', basis: 'stated' } as const
  return [
    ...commitment.concerns.map((mention) => lent('CONCERNS', end, mention, clause, reason, context)),
    ...(commitment.due ? [lent('DUE', end, commitment.due, clause, reason, context)] : []),
  ]
}
