/** All rules, compiled, pass by pass, with their examples run. */
import { exampleFaults } from '../matching/examples.ts'
import { BUILT_IN } from '../matching/lattice.ts'
import type { RuleBook } from '../matching/match-rules.ts'
import { compileRule, PASSES, type Pass, type Rule } from '../matching/rule.ts'
import { parseRuleFile } from '../matching/rule-file.ts'
import { createTagger } from '../matching/tagger.ts'
import type { Fault } from './fault.ts'
import type { Tags } from './tags.ts'

/** `path` below pipeline/: rules/names/facilities.md. */
export type SourceFile = { readonly path: string; readonly content: string }

export const buildRuleBook = (
  files: readonly SourceFile[],
  tags: Tags,
): { readonly book: RuleBook; readonly faults: readonly Fault[] } => {
  const faults: Fault[] = []
  const known = new Set([...BUILT_IN, ...tags.names])
  const names = new Map<string, string>()
  const rules: Record<Pass, Rule[]> = { atoms: [], names: [], relations: [] }
  for (const pass of PASSES) {
    const finds = new Set<string>()
    for (const { path, content } of files.filter(({ path }) => path.startsWith(`rules/${pass}/`))) {
      const parsed = parseRuleFile(path, content)
      faults.push(...parsed.faults)
      for (const source of parsed.rules) {
        const twin = names.get(source.name)
        if (twin)
          faults.push({
            file: path,
            line: source.line,
            reason: `Unexpected second rule ${source.name}, expected one: see ${twin}`,
          })
        names.set(source.name, `${path}:${source.line}`)
        const compiled = compileRule(source, pass, rules[pass].length, known)
        faults.push(...compiled.faults)
        if (!compiled.rule) continue
        rules[pass].push(compiled.rule)
        finds.add(compiled.rule.find)
      }
    }
    for (const find of finds) known.add(find)
  }
  const book: RuleBook = { rules, tagger: createTagger(tags.words) }
  // A book with faults of its own would fail its examples for reasons already told
  return { book, faults: faults.length > 0 ? faults : exampleFaults(book) }
}
