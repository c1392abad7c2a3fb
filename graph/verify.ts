/** Re-checks a whole store: every quote against the text it was taken from, and every invariant of the contract. */
import { createHash } from 'node:crypto'
import { statementOf } from '../queries/catalogue.ts'
import { retiredOf } from './amended.ts'
import { codePointSlicer } from './code-points.ts'
import { chainOf } from './edition.ts'
import { groupBy } from './group-by.ts'
import { behindTargets, directLinks, type StatedRelation } from './in-force.ts'
import { type Broken, forceFaults, labelFaults, relationFaults } from './invariants.ts'
import { PREDICATES } from './model.ts'
import { relationsOf } from './projection.ts'
import { type RevisionHeld, readRevisions } from './revisions.ts'
import type { GraphReader, Plain, Row } from './store.ts'
import { storedSuccession, succeeds } from './succession.ts'

export type Verification = {
  readonly revisions: number
  /** Revisions whose ingest was not finished; they are not checked. */
  readonly pending: number
  readonly statements: number
  readonly quotes: number
  /** Quotes that are, code point for code point, what the text says at their place. */
  readonly verbatim: number
  readonly mentions: number
  readonly entities: number
  readonly relationships: number
  readonly broken: readonly Broken[]
}

type Link = Row & { id: string; from: string; to: string; props: Record<string, Plain> }
type Leaf = Row & { id: string; props: Record<string, Plain> }
type Checked = Omit<Verification, 'revisions' | 'pending' | 'entities' | 'relationships'>

/** Counts and what is broken; nothing broken is the only good answer. Reads only. */
export const verify = async (store: GraphReader): Promise<Verification> => {
  const revisions = await readRevisions(store)
  const settled = revisions.filter(({ status }) => status !== 'pending')
  const checked: Checked[] = []
  const inForce: StatedRelation[] = []
  const retired = await allRetired(store, settled)
  for (const revision of settled) {
    const relations = await relationsOf(store, revision.id)
    checked.push(await checkRevision(store, revision, relations, retired))
    if (revision.inForce) inForce.push(...relations.filter(({ id }) => !retired.has(id)))
  }
  const sum = (key: 'statements' | 'quotes' | 'verbatim' | 'mentions') =>
    checked.reduce((all, one) => all + one[key], 0)
  const links = await checkLinks(store, inForce)
  const nodes = await store.read<{ id: string; labels: string[]; inForce: boolean | null }>(
    statementOf('record', 'node-ids'),
  )
  return {
    revisions: settled.length,
    pending: revisions.length - settled.length,
    statements: sum('statements'),
    quotes: sum('quotes'),
    verbatim: sum('verbatim'),
    mentions: sum('mentions'),
    entities: nodes.filter(({ labels }) => labels.includes('Entity')).length,
    relationships: links.count,
    broken: [
      ...checked.flatMap(({ broken }) => broken),
      ...forceFaults(revisions),
      ...labelFaults(nodes, revisions.length > settled.length),
      ...links.broken,
      ...(await successionFaults(store)),
    ],
  }
}

/** Statements that amendments took out of force, of all plans. */
const allRetired = async (
  store: GraphReader,
  revisions: readonly RevisionHeld[],
): Promise<ReadonlySet<string>> => {
  const retired = new Set<string>()
  for (const own of groupBy(revisions, ({ plan }) => plan).values()) {
    const chain = chainOf(own).map(({ id }) => id)
    for (const id of (await retiredOf(store, chain)).statements) retired.add(id)
  }
  return retired
}

const successionFaults = async (store: GraphReader): Promise<Broken[]> => {
  const plans = await store.read<{ plan: Record<string, Plain> }>(statementOf('record', 'plans'))
  const wanted = new Set(succeeds(plans.map(({ plan }) => plan)).map(({ id }) => id))
  const stored = new Set((await storedSuccession(store)).map(({ id }) => id))
  const differ = [...wanted, ...stored].filter((id) => wanted.has(id) !== stored.has(id))
  return differ.map((id) => ({
    invariant: 'projection',
    id,
    found: wanted.has(id) ? 'the plan after it is not linked to it' : 'these plans do not follow each other',
  }))
}

const checkRevision = async (
  store: GraphReader,
  revision: RevisionHeld,
  relations: readonly StatedRelation[],
  retired: ReadonlySet<string>,
): Promise<Checked> => {
  const read = <R extends Row>(name: string) =>
    store.read<R>(statementOf('record', name), { revision: revision.id })
  const sections = await read<Leaf>('sections')
  const leaves = sections
    .filter(({ props }) => props.leaf === true)
    .sort((a, b) => Number(a.props.start) - Number(b.props.start))
  const text = leaves.map(({ props }) => String(props.text)).join('')
  const statements = await read<Leaf>('statements')
  const ofStatements = await read<Link>('statement-quotes')
  const ofCommitments = await read<Link>('commitment-quotes')
  const mentions = await read<Link>('mentions')
  const quoteFaults = notVerbatim(text, [...ofStatements, ...ofCommitments], 'quote')
  return {
    statements: statements.length,
    quotes: ofStatements.length + ofCommitments.length,
    verbatim: ofStatements.length + ofCommitments.length - quoteFaults.length,
    mentions: mentions.length,
    broken: [
      ...textFaults(revision, text, leaves),
      ...quoteFaults,
      ...notVerbatim(text, mentions, 'text'),
      ...relationFaults(revision, statements, relations, retired),
      ...amendmentFaults(revision, text),
      ...withoutEvidence(statements, ofStatements),
      ...withoutEvidence(await read<Leaf>('commitments'), ofCommitments),
    ],
  }
}

const textFaults = ({ id, properties }: RevisionHeld, text: string, leaves: readonly Leaf[]): Broken[] => {
  const slice = codePointSlicer(text)
  const moved = leaves.filter(({ props }) => slice(Number(props.start), Number(props.end)) !== props.text)
  const sha256 = createHash('sha256').update(text).digest('hex')
  return [
    ...moved.map(
      (leaf): Broken => ({ invariant: 'text', id: leaf.id, found: 'its text is not where it says' }),
    ),
    ...(sha256 === properties.textSha256
      ? []
      : [
          { invariant: 'text' as const, id, found: 'its sections do not rebuild the text that was ingested' },
        ]),
  ]
}

/** What an amendment takes away it says in words of its own text. */
const amendmentFaults = ({ id, properties }: RevisionHeld, text: string): Broken[] =>
  [properties.removes, properties.replaces, properties.renames]
    .flatMap((words) => (Array.isArray(words) ? (words as readonly string[]) : []))
    .filter((words) => !text.includes(words))
    .map((words) => ({ invariant: 'quote', id, found: `'${words}', which its text does not say` }))

const notVerbatim = (text: string, links: readonly Link[], key: 'quote' | 'text'): Broken[] => {
  const slice = codePointSlicer(text)
  return links.flatMap(({ from, props }) => {
    const there = slice(Number(props.start), Number(props.end))
    if (there === props[key] && there !== '') return []
    return [
      {
        invariant: 'quote',
        id: from,
        found: `'${props[key]}', and the text at ${props.start} has '${there}'`,
      },
    ]
  })
}

const withoutEvidence = (nodes: readonly Leaf[], quotes: readonly Link[]): Broken[] => {
  const quoted = new Set(quotes.map(({ from }) => from))
  return nodes
    .filter(({ id }) => !quoted.has(id))
    .map(({ id }) => ({ invariant: 'evidence', id, found: 'no quote stands behind it' }))
}

type DirectRow = Link & { type: string; fromLabels: string[]; toLabels: string[] }

const checkLinks = async (
  store: GraphReader,
  inForce: readonly StatedRelation[],
): Promise<{ count: number; broken: readonly Broken[] }> => {
  const types = Object.keys(PREDICATES)
  const stored = await store.read<DirectRow>(statementOf('record', 'direct-links'), { types })
  const targets = await store.read<{ id: string; statements: string[] | null }>(
    statementOf('record', 'targets'),
  )
  const expected = new Map([...directLinks(inForce)].map(([id, { statements }]) => [id, statements]))
  const found = stored.map(({ id, type, from, to, props }) => ({
    id: id ?? `${type} from ${from} to ${to}`,
    statements: props.statements,
  }))
  const behind = behindTargets(inForce)
  return {
    count: stored.length,
    broken: [
      ...listFaults(found, expected),
      ...listFaults(
        targets.filter(({ id, statements }) => behind.has(id) || (statements ?? []).length > 0),
        behind,
      ),
    ],
  }
}

/** What is there and should not be, what should be there and is not, and lists that differ. */
const listFaults = (
  found: readonly { readonly id: string; readonly statements: Plain | undefined }[],
  expected: ReadonlyMap<string, readonly string[]>,
): Broken[] => {
  const seen = new Set<string>()
  const wrong = found.flatMap(({ id, statements }): Broken[] => {
    const again = seen.has(id)
    seen.add(id)
    const wanted = expected.get(id)
    const list = Array.isArray(statements) ? (statements as string[]) : []
    if (!again && wanted && [...wanted].sort().join('\n') === list.toSorted().join('\n')) return []
    const why = again
      ? 'it is there twice'
      : wanted
        ? 'other statements in force stand behind it than it says'
        : 'no statement in force stands behind it'
    return [{ invariant: 'projection', id, found: why }]
  })
  const missing = [...expected.keys()].filter((id) => !seen.has(id))
  return [
    ...wrong,
    ...missing.map(
      (id): Broken => ({
        invariant: 'projection',
        id,
        found: 'a statement in force states it, and it is not there',
      }),
    ),
  ]
}
