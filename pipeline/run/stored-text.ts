/** A stored revision as a document again: its leaves, joined, are its text. */
import { createHash } from 'node:crypto'
import type { RevisionHeld } from '../../graph/revisions.ts'
import type { GraphReader, Plain, Row } from '../../graph/store.ts'
import { statementOf } from '../../queries/catalogue.ts'
import type { PlanDocument, PlanIdentity } from '../records.ts'

export type StoredText = {
  readonly revision: string
  readonly document: PlanDocument
  readonly identity: PlanIdentity
}

type Leaf = Row & { readonly id: string; readonly props: Readonly<Record<string, Plain>> }

const text = (value: Plain | undefined): string => (typeof value === 'string' ? value : '')
const year = (value: Plain | undefined): number | undefined => (typeof value === 'number' ? value : undefined)

const identityOf = ({ plan, describesPlan, issuedAt, amends }: RevisionHeld): PlanIdentity => {
  const periodStart = year(describesPlan.periodStart as Plain)
  const periodEnd = year(describesPlan.periodEnd as Plain)
  return {
    id: plan.replace(/^plan:/, ''),
    title: text(describesPlan.title as Plain),
    jurisdiction: text(describesPlan.jurisdiction as Plain),
    ...(periodStart === undefined ? {} : { periodStart }),
    ...(periodEnd === undefined ? {} : { periodEnd }),
    ...(amends ? { amends: true } : {}),
    ...(issuedAt === undefined ? {} : { issuedAt }),
    inferred: [],
  }
}

/** The revision's text, read from the store; offsets are as they were. */
export const readStoredText = async (store: GraphReader, revision: RevisionHeld): Promise<StoredText> => {
  const sections = await store.read<Leaf>(statementOf('record', 'sections'), { revision: revision.id })
  const whole = sections
    .filter(({ props }) => props.leaf === true)
    .sort((a, b) => Number(a.props.start) - Number(b.props.start))
    .map(({ props }) => text(props.text))
    .join('')
  const document: PlanDocument = {
    text: whole,
    format: revision.properties.source === 'md' ? 'md' : 'txt',
    encoding: 'utf-8',
    sha256: text(revision.properties.sha256),
    textSha256: createHash('sha256').update(whole).digest('hex'),
    notes: [],
  }
  return { revision: revision.id, document, identity: identityOf(revision) }
}
