/** Runs the examples of rules: what does not do what it says is a fault like any other. */
import type { Fault } from '../knowledge/fault.ts'
import type { Atom } from './lattice.ts'
import { atomsOf, matchRules, type Readable, type RuleBook } from './match-rules.ts'
import { PASSES, type Rule } from './rule.ts'
import type { Example, Found } from './rule-file.ts'

export type ExampleRun = {
  readonly rule: string
  readonly example: Example
  readonly found: readonly string[]
}

/** What the rule finds in its example, as `Tag name`, with the finds of earlier passes and the example's own given ones. */
export const runExample = (book: RuleBook, rule: Rule, example: Example): ExampleRun => {
  const segment: Readable = { text: example.text, span: { start: 0, end: example.text.length } }
  let atoms: readonly Atom[] = givenAtoms(example)
  for (const pass of PASSES) {
    const hits = matchRules({ rules: book }, pass, segment, atoms)
    if (pass === rule.pass) {
      const own = hits.filter((hit) => hit.rule === rule.name)
      return {
        rule: rule.name,
        example,
        found: own.flatMap(({ finds }) => finds.map(({ tag, name }) => `${tag} ${name}`)),
      }
    }
    atoms = [...atoms, ...atomsOf(hits)]
  }
  return { rule: rule.name, example, found: [] }
}

/** Every occurrence of the given words. */
const givenAtoms = ({ text, given }: Example): readonly Atom[] =>
  given.flatMap(({ tag, name }) => {
    const atoms: Atom[] = []
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1))
      atoms.push({ tag, span: { start, end: start + name.length } })
    return atoms
  })

const written = (finds: readonly Found[]): readonly string[] => finds.map(({ tag, name }) => `${tag} ${name}`)
const listed = (finds: readonly string[]): string => (finds.length > 0 ? finds.join(', ') : 'nothing')

export const exampleFaults = (book: RuleBook): readonly Fault[] =>
  Object.values(book.rules).flatMap((rules) =>
    rules.flatMap((rule) =>
      rule.examples.flatMap((example): Fault[] => {
        const absent = example.given.filter(({ name }) => !example.text.includes(name))
        if (absent[0])
          return [
            {
              file: rule.file,
              line: absent[0].line,
              reason: `Unexpected ${absent[0].name}, expected words of the example`,
            },
          ]
        const { found } = runExample(book, rule, example)
        const expected = written(example.expected)
        if ([...found].sort().join() === [...expected].sort().join()) return []
        return [
          {
            file: rule.file,
            line: example.line,
            reason: `Unexpected finds of ${rule.name}: ${listed(found)}, expected ${listed(expected)}`,
          },
        ]
      }),
    ),
  )
