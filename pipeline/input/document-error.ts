export type DocumentFault = 'empty' | 'binary' | 'undecodable' | 'too-large' | 'unknown-format' | 'no-plan'

/** A file that cannot be read as a plan: `message` is one line that says what, and what to do. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError'
  readonly code: DocumentFault

  constructor(code: DocumentFault, message: string) {
    super(message)
    this.code = code
  }
}
