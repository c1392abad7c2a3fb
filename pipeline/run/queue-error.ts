export type QueueFault = 'unreachable' | 'wrong-password' | 'address' | 'lost'

/** A queue that cannot be used: `message` is one line that says where and what to do, without a password. */
export class QueueError extends Error {
  override readonly name = 'QueueError'
  readonly kind: QueueFault

  constructor(kind: QueueFault, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.kind = kind
  }
}
