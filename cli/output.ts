/** Answers go to stdout; progress and notes to stderr, so that `--json` and pipes stay clean. */

export type Output = {
  readonly isQuiet: boolean
  /** Columns of the terminal, 120 where there is none. */
  readonly room: number
  /** Part of the answer. */
  answer(text: string): void
  /** The answer with --json: one JSON value. */
  json(value: unknown): void
  /** What goes on; silent with --json. */
  note(text: string): void
}

const WITHOUT_TERMINAL = 120

export const openOutput = (isJson: boolean): Output => ({
  isQuiet: isJson,
  room: process.stdout.columns ?? WITHOUT_TERMINAL,
  answer: (text) => {
    process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
  },
  json: (value) => {
    process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
  },
  note: (text) => {
    if (!isJson) process.stderr.write(`${text}\n`)
  },
})
