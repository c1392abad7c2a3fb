/** `guitu coverage`: what became of every sentence: understood, exhortation, or not understood and listed. */
import { Option } from 'commander'
import type { SectionRecord } from '../../graph/model.ts'
import { codePointOffsets } from '../../pipeline/facts/state/code-points.ts'
import type { PlanDocument, PlanIdentity } from '../../pipeline/records.ts'
import type { AddCommand } from '../command.ts'
import type { Context } from '../context.ts'
import type { ExitName } from '../exit-codes.ts'
import { collect } from '../ingest/collect.ts'
import { prepare } from '../ingest/prepare.ts'
import { drawCoverage } from '../ingest/report.ts'
import { labelled, word } from '../labels.ts'
import { drawTable } from '../table.ts'

const LISTS = ['not understood', 'exhortation', 'understood', 'all'] as const
type Listed = (typeof LISTS)[number]

/** The same in Chinese, as the tables have it. */
const IN_CHINESE = new Map(LISTS.map((list) => [word('covered', list), list]))
type Options = { readonly list: string }

type Text = { readonly name: string; readonly document: PlanDocument; readonly identity: PlanIdentity }

type Sentence = {
  readonly status: Exclude<Listed, 'all'>
  readonly line: number
  /** Titles from the outermost section down to the sentence's own, joined by ` › `; empty before the first heading. */
  readonly section: string
  readonly rule: string
  readonly text: string
}

type Covered = {
  readonly name: string
  readonly title: string
  readonly sentences: number
  readonly understood: number
  readonly exhortation: number
  readonly notUnderstood: number
  readonly items: readonly Sentence[]
}

const textsFrom = async (context: Context, paths: readonly string[]): Promise<readonly Text[]> => {
  if (paths.length > 0)
    return (await prepare(collect(paths, {}))).map(({ file, document, identity }) => ({
      name: file,
      document,
      identity,
    }))
  const { readRevisions } = await import('../../graph/revisions.ts')
  const { readStoredText } = await import('../../pipeline/run/stored-text.ts')
  return context.withStore('read', async (store) => {
    const texts: Text[] = []
    for (const revision of await readRevisions(store)) {
      if (!revision.inForce) continue
      const { document, identity } = await readStoredText(store, revision)
      texts.push({ name: revision.id, document, identity })
    }
    return texts
  })
}

/** The path of the section that a place, in UTF-16 units, stands in. */
const sectionFinder = (text: string, sections: readonly SectionRecord[]): ((place: number) => string) => {
  const toCodePoints = codePointOffsets(text)
  const leaves = sections.filter(({ leaf }) => leaf)
  return (place) => {
    const point = toCodePoints(place)
    return leaves.find(({ start, end }) => start <= point && point < end)?.path ?? ''
  }
}

/** The line of a place in the text, from 1. */
const lineOf = (text: string, place: number): number => text.slice(0, place).split('\n').length

const cover = async (texts: readonly Text[]): Promise<readonly Covered[]> => {
  const { extract } = await import('../../pipeline/extract.ts')
  const { loadKnowledge } = await import('../../pipeline/knowledge.ts')
  const knowledge = loadKnowledge()
  return texts.map(({ name, document, identity }) => {
    const { coverage, facts } = extract(document, identity, knowledge)
    const { items, ...counts } = coverage
    const sectionAt = sectionFinder(document.text, facts.sections)
    const sentences = items.map(({ span, status, rule = '' }) => ({
      status,
      line: lineOf(document.text, span.start),
      section: sectionAt(span.start),
      rule,
      text: document.text.slice(span.start, span.end).trim(),
    }))
    return { name, title: identity.title, ...counts, items: sentences }
  })
}

const HEAD = ['行 line', '结果 status', '规则 rule', '句子 sentence', '出处 section']

const draw = (covered: Covered, list: Listed, room: number): string => {
  const shown = covered.items.filter(({ status }) => list === 'all' || status === list)
  const head = `${covered.title} · ${covered.name}\n${drawCoverage(covered)}`
  if (shown.length === 0) return head
  const all = shown.map(({ line, status, rule, text, section }) => [
    String(line),
    labelled('covered', status),
    rule,
    // The cells of a table that was flattened stand on lines of their own.
    text.replace(/\s*\n\s*/g, ' '),
    section,
  ])
  // Sentences of one kind need no column that says so, and those not understood have no rule.
  const columns = HEAD.flatMap((_, column) =>
    new Set(all.map((row) => row[column])).size > 1 || all.some((row) => column > 2 && row[column])
      ? [column]
      : [],
  )
  const rows = [HEAD, ...all].map((row) => columns.map((column) => row[column] ?? ''))
  return `${head}\n${list === 'all' ? '' : `${labelled('covered', list)}：\n`}${drawTable(rows, room)}`
}

const run = async (
  context: Context,
  paths: readonly string[],
  { list: named }: Options,
): Promise<ExitName> => {
  const list = IN_CHINESE.get(named) ?? (named as Listed)
  const covered = await cover(await textsFrom(context, paths))
  if (context.json) context.output.json(covered)
  else for (const one of covered) context.output.answer(draw(one, list, context.output.room))
  return 'done'
}

export const addCoverage: AddCommand = (program, act) => {
  program
    .command('coverage')
    .description(
      '每句话读懂了没有：已理解、号召性、未理解（列出） what became of every sentence, those not understood listed',
    )
    .argument(
      '[paths...]',
      '文件或文件夹；不写则是图库中在效力的版本 files or folders; else what is in force in the store',
    )
    .addOption(
      new Option('--list <which>', '列出哪些句子 which sentences to list')
        .choices([...LISTS, ...IN_CHINESE.keys()])
        .default('not understood'),
    )
    .action(act<[string[]], Options>((context, [paths], options) => run(context, paths, options)))
}
