/** A store that stops working at its n-th write, as a killed process does: what was written before stays. */
import { BATCH, type GraphStore, type GraphWriter } from '../../graph/store.ts'

export class StoppedError extends Error {
  override readonly name = 'StoppedError'
}

/** The same store, whose writes throw from the one after `allowed` on; rows count by batch, as they are sent. `stop` may end the process. */
export const failingAfter = (
  store: GraphStore,
  allowed: number,
  stop: () => void = () => undefined,
): GraphStore => {
  let left = allowed
  const spend = () => {
    if (left-- > 0) return
    stop()
    throw new StoppedError(`stopped after ${allowed} writes`)
  }
  const failing = (writer: GraphWriter): GraphWriter => ({
    read: (statement, parameters) => writer.read(statement, parameters),
    run: async (statement, parameters) => {
      spend()
      return writer.run(statement, parameters)
    },
    write: async (statement, rows) => {
      for (let at = 0; at < rows.length; at += BATCH) {
        spend()
        await writer.write(statement, rows.slice(at, at + BATCH))
      }
    },
  })
  return {
    ...store,
    ...failing(store),
    transact: (work) => store.transact((transaction) => work(failing(transaction))),
  }
}
