/** A failure that the user can mend: one line that says what, where, and what to do. */
import { EXIT, type ExitName } from './exit-codes.ts'

export class Failure extends Error {
  readonly exit: ExitName
  /** Further lines, one fault each, shown under the message. */
  readonly details: readonly string[]

  constructor(exit: ExitName, message: string, details: readonly string[] = []) {
    super(message)
    this.name = 'Failure'
    this.exit = exit
    this.details = details
  }

  get code(): number {
    return EXIT[this.exit]
  }
}
