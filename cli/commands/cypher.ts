/** `guitu cypher`: any statement, read only unless told. */
import type { GraphStore, Parameters, Plain } from '../../graph/store.ts'
import { drawAnswer } from '../answer.ts'
import { AS_OF, AS_OF_HELP, withStoreAsOf } from '../as-of.ts'
import type { AddCommand } from '../command.ts'
import { Failure } from '../failure.ts'

type Options = { readonly param: readonly string[]; readonly write: boolean; readonly asOf?: string }

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value]

/** `k=v`: JSON where it is JSON (3, true, ["a"]), else text. */
export const readParameter = (text: string): readonly [string, Plain] => {
  const at = text.indexOf('=')
  if (at < 1) throw new Failure('usage', `参数写法不对：${text}，应为 --param 名称=值 expected name=value`)
  const value = text.slice(at + 1)
  try {
    return [text.slice(0, at), JSON.parse(value) as Plain]
  } catch {
    // Not JSON: a bare word is text.
    return [text.slice(0, at), value]
  }
}

export const addCypher: AddCommand = (program, act) => {
  program
    .command('cypher')
    .description('执行一条 Cypher 语句（默认只读） run one Cypher statement, read only unless told')
    .argument('<statement>', '语句 the statement')
    .option('--param <k=v>', '参数，可多次 a parameter, may be repeated', collect, [])
    .option('--write', '允许写入 allow writing', false)
    .option(AS_OF, AS_OF_HELP)
    .action(
      act(async (context, [statement]: [string], { param, write, asOf }: Options) => {
        const parameters: Parameters = Object.fromEntries(param.map(readParameter))
        if (write && asOf !== undefined)
          throw new Failure('usage', '--as-of 只能读，不能与 --write 同用。 The past is read only.')
        const read = async (store: GraphStore) => {
          if (!store.supports.fullCypher) await warn(statement, context.output.note)
          return write ? store.run(statement, parameters) : store.read(statement, parameters)
        }
        const rows = write ? await context.withStore('write', read) : await withStoreAsOf(context, asOf, read)
        if (context.json) context.output.json(rows)
        else if (rows.length > 0) context.output.answer(drawAnswer('', rows, context.output.room))
        context.output.note(`${rows.length} 行 rows`)
        return 'done'
      }),
    )
}

/** Where the engine knows less than Neo4j, names the rules that the statement leaves. */
const warn = async (statement: string, note: (text: string) => void): Promise<void> => {
  const { embeddedWarnings } = await import('../../graph/cypher-lint.ts')
  for (const warning of embeddedWarnings(statement)) note(warning)
}
