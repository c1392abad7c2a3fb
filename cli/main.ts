/** The door of the command line: commands, help in 中文 and English, and what a failure tells the shell. */
import { Command, CommanderError } from 'commander'
import stringWidth from 'string-width'
import type { Act, AddCommand } from './command.ts'
import { addAsk } from './commands/ask.ts'
import { addCoverage } from './commands/coverage.ts'
import { addCypher } from './commands/cypher.ts'
import { addDiff } from './commands/diff.ts'
import { addExplain } from './commands/explain.ts'
import { addExport } from './commands/export.ts'
import { addHistory } from './commands/history.ts'
import { addIngest } from './commands/ingest.ts'
import { addReextract } from './commands/reextract.ts'
import { addStart } from './commands/start.ts'
import { addStatus } from './commands/status.ts'
import { addVerify } from './commands/verify.ts'
import { addWithdraw } from './commands/withdraw.ts'
import { addWorker } from './commands/worker.ts'
import { type GlobalOptions, openContext } from './context.ts'
import { EXIT, EXIT_MEANINGS, type ExitName } from './exit-codes.ts'
import { explainFailure } from './explain-failure.ts'
import { explainUsage } from './explain-usage.ts'
import { Failure } from './failure.ts'
import { labelled } from './labels.ts'

const abort = new AbortController()

const act: Act =
  (work) =>
  async (...parts) => {
    const command = parts.at(-1) as Command
    const options = command.optsWithGlobals<GlobalOptions>()
    const context = openContext(options, abort.signal)
    process.exitCode = EXIT[await work(context, parts.slice(0, -2) as never, options as never)]
  }

/** In the order in which the help lists them. */
const COMMANDS: readonly AddCommand[] = [
  addIngest,
  addAsk,
  addCypher,
  addExport,
  addExplain,
  addVerify,
  addCoverage,
  addDiff,
  addHistory,
  addWithdraw,
  addReextract,
  addStatus,
  addWorker,
  addStart,
]

const FIRST_STEPS = [
  '怎样开始 First steps:',
  '  guitu ingest 我的规划.txt          读入一份规划 read a plan',
  '  guitu coverage                     看哪些句子没有读懂 what was not understood',
  '  guitu ask 哪些部门负责哪些任务     提问，每一行都附原文和出处 ask; every row has its quote',
  '  guitu help ask                     可以问什么 what can be asked',
].join('\n')

const exitHelp = (): string => {
  const lines = Object.entries(EXIT).map(
    ([name, code]) => `  ${String(code).padStart(3)}  ${EXIT_MEANINGS[name as ExitName]}`,
  )
  return `\n退出码 Exit codes:\n${lines.join('\n')}\n`
}

const build = (): Command => {
  const program = new Command('guitu')
    .description(
      '规图：读规划文本，建可核对的知识图谱，每条关系都附原文。\nGuitu reads plan texts into a graph; every relation has its verbatim quote.',
    )
    .option(
      '--store <path|bolt://…>',
      '图库：文件夹或 Neo4j 地址（默认 .guitu） the store: a folder, or an address of Neo4j',
    )
    .option('--json', '以 JSON 输出全部内容 print everything as JSON')
    .option('--full', '表格中显示全文，不缩短长引文 show long quotes whole in tables')
    .helpOption('-h, --help', '显示帮助 show help')
    .helpCommand('help [command]', '显示某个命令的帮助 help of a command')
    .configureHelp({
      displayWidth: stringWidth,
      showGlobalOptions: true,
      helpWidth: process.stdout.columns ?? 110,
      styleTitle: (title) => labelled('help', title),
    })
    .addHelpText('after', () => `\n${FIRST_STEPS}\n${exitHelp()}`)
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
  for (const add of COMMANDS) add(program, act)
  return program
}

/** The command that was typed, for its own help. */
const commandTyped = (): string | undefined => {
  const names = new Set(program.commands.map((command) => command.name()))
  return process.argv.slice(2).find((word) => names.has(word))
}

/** Work that was cut short by Ctrl-C may fail in any way: what it says then is that it was interrupted. */
const failureOf = (error: unknown): Failure | undefined => {
  if (error instanceof CommanderError) return explainUsage(error, commandTyped())
  const isInterrupted = abort.signal.aborted && !(error instanceof Failure)
  return explainFailure(isInterrupted ? abort.signal.reason : error)
}

/** Prints one line (and one a fault) to stderr and sets the exit code; faults of our own crash with their stack. */
const fail = (error: unknown): void => {
  if (error instanceof CommanderError && error.exitCode === 0) return
  const known = failureOf(error)
  if (!known) throw error
  process.stderr.write(`guitu: ${known.message}\n${known.details.map((line) => `  ${line}\n`).join('')}`)
  process.exitCode = known.code
  // What still runs is only reading: nothing waits for it.
  if (known.exit === 'interrupted') process.exit()
}

/** Only a second Ctrl-C comes here. A progress bar may have hidden the cursor. */
const stopAtOnce = (): never => {
  if (process.stderr.isTTY) process.stderr.write('\u001b[?25h\n')
  process.stderr.write(
    'guitu: 已立即停止；没有写完的版本不会生效，再次读入即可续上。 Stopped at once; what was unfinished is not in force, ingest it again.\n',
  )
  process.exit(EXIT.interrupted)
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader such as `head` that has seen enough.
  if (error.code === 'EPIPE') process.exit(EXIT.done)
  throw error
})
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.removeAllListeners(name).on(name, () => {
    if (abort.signal.aborted) stopAtOnce()
    abort.abort()
  })

const program = build()
try {
  await program.parseAsync()
} catch (error) {
  fail(error)
}
