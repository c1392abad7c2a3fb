/** `guitu explain`: shows how a text is read: its tokens, what was found in it, by which rule, and what was refused. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { Option } from 'commander'
import type { ExplainedSegment, Explanation } from '../../pipeline/explain.ts'
import type { PlanIdentity } from '../../pipeline/records.ts'
import { cell } from '../answer.ts'
import type { AddCommand } from '../command.ts'
import type { Context } from '../context.ts'
import type { ExitName } from '../exit-codes.ts'
import { labelled, word } from '../labels.ts'
import { drawTable } from '../table.ts'

type Options = { readonly jurisdiction: string }

/** Made-up names around a bare text; nothing of it is stored. */
const identityOf = (jurisdiction: string): PlanIdentity => ({
  id: 'explained',
  title: '规划',
  jurisdiction,
  inferred: [],
})

const joined = (words: readonly string[]): string => (words.length > 0 ? words.join('  ') : '无 none')

/** A sentence: its words, the tags over it, what was found by which rule, what rules won or lost, and what became of it. */
const drawSegment = ({
  kind,
  text,
  tokens,
  tags,
  mentions,
  rules,
  status,
  reason,
}: ExplainedSegment): string => {
  const fired = rules.filter(({ outcome }) => outcome !== 'no match')
  const silent = rules.length - fired.length
  return [
    `${labelled('segment', kind)}  ${text.trim()}`,
    `  词 tokens     ${tokens.map((token) => `${token.text}/${token.tag}`).join(' ')}`,
    `  标签 tags     ${joined(tags.map(({ words, tag }) => `${words}/${tag}`))}`,
    `  提及 mentions ${joined(mentions.map(({ type, name, rule }) => `${word('type', type)} ${name} (${rule})`))}`,
    ...fired.map(
      ({ rule, outcome, words, to }) =>
        `  规则 rule     ${labelled('outcome', outcome)}: ${rule} “${words ?? ''}”${to ? ` ← ${to}` : ''}`,
    ),
    `  规则 rules    ${silent} 条未匹配 did not match`,
    ...(status ? [`  结果 result   ${labelled('covered', status)}${reason ? ` (${reason})` : ''}`] : []),
  ].join('\n')
}

const entityRows = ({ facts }: Explanation): readonly (readonly string[])[] =>
  facts.entities.map(({ type, name, aliases, properties }) => [
    labelled('type', type),
    name,
    aliases.join('、'),
    Object.entries(properties)
      .map(([key, value]) => `${word('property', key)}：${word(key, String(value))}`)
      .join('，'),
  ])

const statementRows = ({ facts }: Explanation): readonly (readonly string[])[] => {
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
    labelled('relation', one.predicate),
    names.get(one.object) ?? one.object,
    labelled('basis', one.basis),
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

const draw = (explanation: Explanation, room: number): string =>
  [
    explanation.segments
      .filter(({ tokens }) => tokens.length > 0)
      .map(drawSegment)
      .join('\n\n'),
    section(
      '实体 entities',
      ['类型 type', '名称 name', '别名 aliases', '属性 properties'],
      entityRows(explanation),
      room,
    ),
    section(
      '陈述 statements',
      ['规则 rule', '主体 subject', '关系 relation', '客体 object', '依据 basis', '原文 quote'],
      statementRows(explanation),
      room,
    ),
    section(
      '视为同一 taken for one',
      ['名称 name', '另称 also', '理由 why'],
      explanation.merges.map(({ kept, joined: other, reason }) => [kept, other, reason]),
      room,
    ),
    section(
      '未过核对 rejected',
      ['内容 what'],
      explanation.rejected.map((one) => [cell(one as never)]),
      room,
    ),
  ].join('\n\n')

const run = async (
  context: Context,
  words: readonly string[],
  { jurisdiction }: Options,
): Promise<ExitName> => {
  const { readDocument } = await import('../../pipeline/input/read.ts')
  const { explain } = await import('../../pipeline/explain.ts')
  const { loadKnowledge } = await import('../../pipeline/knowledge.ts')
  const [only = ''] = words
  const isFile = words.length === 1 && existsSync(only) && statSync(only).isFile()
  const document = isFile
    ? readDocument(readFileSync(only), only)
    : readDocument(Buffer.from(words.join(' ')), 'text.txt')
  const identity = identityOf(jurisdiction)
  const explanation = explain(document, identity, loadKnowledge())
  if (context.json) context.output.json(explanation)
  else context.output.answer(draw(explanation, context.output.room))
  return 'done'
}

export const addExplain: AddCommand = (program, act) => {
  program
    .command('explain')
    .description(
      '说明一段文字怎样被读懂：分词、实体、陈述和所用规则 show how a text is read, and by which rules',
    )
    .argument('<text...>', '一段文字，或一个文件 a text, or a file')
    .addOption(
      new Option(
        '--jurisdiction <省/市/县>',
        '按哪个管辖区理解地名 the jurisdiction that settles place names',
      ).default('', '无 none'),
    )
    .action(act<[string[]], Options>((context, [words], options) => run(context, words, options)))
}
