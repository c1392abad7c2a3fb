/** `guitu explain`: shows how a text is read: its tokens, what was found in it, by which rule, and what was refused. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import type { Extraction } from '../../pipeline/extract.ts'
import type { PlanIdentity, Reading } from '../../pipeline/records.ts'
import { cell } from '../answer.ts'
import type { AddCommand } from '../command.ts'
import type { Context } from '../context.ts'
import type { ExitName } from '../exit-codes.ts'
import { drawTable } from '../table.ts'

type Options = { readonly jurisdiction: string }

/** Made-up names around a bare text; nothing of it is stored. */
const identityOf = (jurisdiction: string): PlanIdentity => ({
  id: 'explained',
  title: '规划',
  jurisdiction,
  inferred: [],
})

/** Words and their tags, a sentence a line. */
const drawTokens = ({ segments }: Reading): string =>
  segments
    .filter(({ tokens }) => tokens.length > 0)
    .map(({ kind, tokens }) => `${kind}: ${tokens.map(({ text, tag }) => `${text}/${tag}`).join(' ')}`)
    .join('\n')

const entityRows = ({ facts }: Extraction): readonly (readonly string[])[] =>
  facts.entities.map(({ type, name, aliases, properties }) => [
    type,
    name,
    aliases.join('、'),
    Object.entries(properties)
      .map(([key, value]) => `${key}=${value}`)
      .join(' '),
  ])

const statementRows = ({ facts }: Extraction): readonly (readonly string[])[] => {
  const names = new Map<string, string>([
    [facts.plan.id, facts.plan.title],
    ...facts.entities.map(({ id, name }) => [id, name] as const),
    ...facts.commitments.map(({ id, text }) => [id, text] as const),
    ...facts.targets.map(({ id, comparator, value, max, unit, year }) => {
      const range = max === undefined ? '' : `—${max}`
      return [id, `${comparator} ${value}${range} ${unit}${year === undefined ? '' : ` (${year})`}`] as const
    }),
  ])
  return facts.statements.map((one) => [
    one.rule,
    names.get(one.subject) ?? one.subject,
    one.predicate,
    names.get(one.object) ?? one.object,
    one.basis,
    one.evidence.map(({ quote }) => quote).join('\n'),
  ])
}

const section = (
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  room: number,
): string =>
  rows.length === 0 ? `${title}\n  无 none` : `${title}\n${drawTable([head, ...rows], room).trimEnd()}`

const draw = (reading: Reading, extraction: Extraction, room: number): string =>
  [
    `词 tokens\n${drawTokens(reading)}`,
    section(
      '实体 entities',
      ['类型 type', '名称 name', '别名 aliases', '属性 properties'],
      entityRows(extraction),
      room,
    ),
    section(
      '陈述 statements',
      ['规则 rule', '主体 subject', '关系 relation', '客体 object', '依据 basis', '原文 quote'],
      statementRows(extraction),
      room,
    ),
    section(
      '未过核对 rejected',
      ['内容 what'],
      extraction.rejected.map((one) => [cell(one as never)]),
      room,
    ),
  ].join('\n\n')

const run = async (
  context: Context,
  words: readonly string[],
  { jurisdiction }: Options,
): Promise<ExitName> => {
  const { readDocument } = await import('../../pipeline/input/read.ts')
  const { extract, read } = await import('../../pipeline/extract.ts')
  const { loadKnowledge } = await import('../../pipeline/knowledge.ts')
  const [only = ''] = words
  const isFile = words.length === 1 && existsSync(only) && statSync(only).isFile()
  const document = isFile
    ? readDocument(readFileSync(only), only)
    : readDocument(Buffer.from(words.join(' ')), 'text.txt')
  const identity = identityOf(jurisdiction)
  const knowledge = loadKnowledge()
  const reading = read(document, identity, knowledge)
  const extraction = extract(document, identity, knowledge)
  if (context.json)
    context.output.json({
      segments: reading.segments.map(({ kind, text, tokens }) => ({ kind, text, tokens })),
      ...extraction,
    })
  else context.output.answer(draw(reading, extraction, context.output.room))
  return 'done'
}

export const addExplain: AddCommand = (program, act) => {
  program
    .command('explain')
    .description(
      '说明一段文字怎样被读懂：分词、实体、陈述和所用规则 show how a text is read, and by which rules',
    )
    .argument('<text...>', '一段文字，或一个文件 a text, or a file')
    .option('--jurisdiction <省/市/县>', '按哪个管辖区理解地名 the jurisdiction that settles place names', '')
    .action(act<[string[]], Options>((context, [words], options) => run(context, words, options)))
}
