/** Reads a rule file: Markdown whose headings name rules, with a reason, a `rule` block and `example` blocks each. */
import type { Fault } from '../knowledge/fault.ts'

export type Found = { readonly tag: string; readonly name: string; readonly line: number }
export type Example = {
  readonly line: number
  readonly text: string
  /** `<= Tag words`: what earlier passes have found in the text. */
  readonly given: readonly Found[]
  /** `=> Tag name`: what the rule finds; none for a near miss (`=> nothing`). */
  readonly expected: readonly Found[]
}
export type Field = { readonly value: string; readonly line: number }
export type RuleSource = {
  readonly name: string
  readonly file: string
  readonly line: number
  readonly reason: string
  readonly fields: ReadonlyMap<string, Field>
  readonly examples: readonly Example[]
}
export type RuleFile = { readonly rules: readonly RuleSource[]; readonly faults: readonly Fault[] }

type Block = { readonly kind: string; readonly line: number; readonly lines: readonly string[] }
type Draft = {
  readonly name: string
  readonly line: number
  readonly prose: string[]
  readonly blocks: Block[]
}

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const HAN = /\p{Script=Han}/u
const LATIN = /[A-Za-z]{3}/

/** `##` headings open rules; a `#` heading and what stands before the first rule speak of the whole file. */
export const parseRuleFile = (file: string, content: string): RuleFile => {
  const faults: Fault[] = []
  const rules = draftsOf(file, content.split('\n'), faults).map((draft) => ruleOf(file, draft, faults))
  return { rules, faults }
}

const draftsOf = (file: string, lines: readonly string[], faults: Fault[]): readonly Draft[] => {
  const drafts: Draft[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    const heading = /^##\s+(.*)$/.exec(line)
    const fence = /^(`{3,})\s*(\S*)\s*$/.exec(line)
    if (heading) drafts.push({ name: (heading[1] ?? '').trim(), line: index + 1, prose: [], blocks: [] })
    else if (fence) {
      const end = lines.indexOf(fence[1] ?? '```', index + 1)
      if (end < 0) {
        faults.push({
          file,
          line: index + 1,
          reason: `Unexpected end of the file, expected ${fence[1]} to close the block`,
        })
        break
      }
      drafts
        .at(-1)
        ?.blocks.push({ kind: fence[2] ?? '', line: index + 1, lines: lines.slice(index + 1, end) })
      index = end
    } else drafts.at(-1)?.prose.push(line)
  }
  return drafts
}

const ruleOf = (file: string, { name, line, prose, blocks }: Draft, faults: Fault[]): RuleSource => {
  const fault = (at: number, reason: string): number => faults.push({ file, line: at, reason })
  const reason = prose.join('\n').trim()
  if (!NAME.test(name)) fault(line, `Unexpected rule name ${name}, expected words in lower case joined by -`)
  if (!HAN.test(reason) || !LATIN.test(reason))
    fault(line, `Unexpected reason of ${name}, expected a sentence in 中文 and one in English`)
  for (const block of blocks)
    if (block.kind !== 'rule' && block.kind !== 'example')
      fault(block.line, `Unexpected block ${block.kind || '(unnamed)'}, expected rule or example`)
  const bodies = blocks.filter(({ kind }) => kind === 'rule')
  if (bodies.length !== 1) fault(line, `Unexpected ${bodies.length} rule blocks in ${name}, expected one`)
  const fields = new Map<string, Field>()
  if (bodies[0]) readFields(bodies[0], fields, fault)
  const examples = blocks.filter(({ kind }) => kind === 'example').map((block) => exampleOf(block, fault))
  if (!examples.some(({ expected }) => expected.length > 0))
    fault(line, `Unexpected rule ${name} without an example that it finds, expected one with => Tag name`)
  if (!examples.some(({ expected }) => expected.length === 0))
    fault(line, `Unexpected rule ${name} without a near miss, expected an example with => nothing`)
  return { name, file, line, reason, fields, examples }
}

/** `key: value` lines; a line that opens with white space goes on with the value above. */
const readFields = (
  { lines, line }: Block,
  fields: Map<string, Field>,
  fault: (at: number, reason: string) => number,
): void => {
  let last: string | undefined
  lines.forEach((text, index) => {
    const at = line + 1 + index
    if (text.trim() === '') return
    const known = last === undefined ? undefined : fields.get(last)
    if (/^\s/.test(text) && last !== undefined && known) {
      fields.set(last, { ...known, value: `${known.value} ${text.trim()}` })
      return
    }
    const field = /^([a-z][A-Za-z]*):\s*(.*)$/.exec(text)
    if (!field) {
      fault(at, `Unexpected ${text}, expected key: value`)
      return
    }
    last = field[1] as string
    if (fields.has(last)) fault(at, `Unexpected second ${last}, expected each key once`)
    fields.set(last, { value: (field[2] ?? '').trim(), line: at })
  })
}

const exampleOf = ({ lines, line }: Block, fault: (at: number, reason: string) => number): Example => {
  const words: string[] = []
  const given: Found[] = []
  const expected: Found[] = []
  let isMiss = false
  lines.forEach((text, index) => {
    const at = line + 1 + index
    const found = /^(<=|=>)\s*(\S+)(?:\s+(.+))?$/.exec(text)
    if (!found) {
      if (text !== '') words.push(text)
      return
    }
    const [, arrow, tag = '', name = ''] = found
    if (arrow === '=>' && tag === 'nothing' && name === '') isMiss = true
    else if (name === '') fault(at, `Unexpected ${text}, expected ${arrow} Tag words`)
    else (arrow === '=>' ? expected : given).push({ tag, name: name.trim(), line: at })
  })
  if (words.length === 0) fault(line, 'Unexpected example without a text, expected one')
  if (isMiss === expected.length > 0) fault(line, 'Unexpected example, expected => Tag name, or => nothing')
  return { line, text: words.join('\n'), given, expected }
}
