/** `guitu export`: the whole graph as sorted JSON lines. */

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { GraphStore } from '../../graph/store.ts'
import { AS_OF, AS_OF_HELP, withStoreAsOf } from '../as-of.ts'
import type { AddCommand } from '../command.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { word } from '../labels.ts'

type Options = { readonly format: string; readonly out?: string; readonly asOf?: string }

const BUFFER = 64 * 1024

/** Lines with their ends, in chunks. */
async function* chunks(lines: AsyncIterable<string>, signal: AbortSignal): AsyncGenerator<string> {
  let chunk = ''
  for await (const line of lines) {
    signal.throwIfAborted()
    chunk += `${line}\n`
    if (chunk.length >= BUFFER) {
      yield chunk
      chunk = ''
    }
  }
  yield chunk
}

/** Written aside and renamed, so that an interrupted export leaves no half file. */
const toFile = async (text: AsyncIterable<string>, out: string): Promise<void> => {
  const partial = `${out}.partial`
  try {
    await pipeline(text, createWriteStream(partial))
    await rename(partial, out)
  } catch (cause) {
    await rm(partial, { force: true })
    const { code } = cause as NodeJS.ErrnoException
    if (code === undefined || code === 'ABORT_ERR') throw cause
    throw new Failure(
      'usage',
      `写不了文件 ${out}（${word('errno', code)}），请换一个位置。 Cannot write this file.`,
    )
  }
}

const toStdout = async (text: AsyncIterable<string>): Promise<void> => {
  for await (const chunk of text) if (!process.stdout.write(chunk)) await once(process.stdout, 'drain')
}

const run = async (context: Context, store: GraphStore, out: string | undefined): Promise<void> => {
  const { exportJsonl } = await import('../../graph/export/jsonl.ts')
  const text = chunks(exportJsonl(store), context.signal)
  if (out === undefined) return toStdout(text)
  await toFile(text, out)
  context.output.note(`已导出到 exported to ${out}`)
}

export const addExport: AddCommand = (program, act) => {
  program
    .command('export')
    .description('导出整个图，每行一个 JSON（Neo4j APOC 的格式） export the whole graph as sorted JSON lines')
    .option('--format <format>', '格式 the format: jsonl', 'jsonl')
    .option('--out <file>', '写入文件，默认标准输出 write to a file')
    .option(AS_OF, AS_OF_HELP)
    .action(
      act<[], Options>(async (context, _none, { format, out, asOf }) => {
        if (format !== 'jsonl')
          throw new Failure('usage', `没有这种格式：${format}，可用 jsonl。 Unknown format; use jsonl.`)
        await withStoreAsOf(context, asOf, (store) => run(context, store, out))
        return 'done'
      }),
    )
}
