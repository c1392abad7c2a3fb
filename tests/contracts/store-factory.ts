/** What a contract test needs of a kind of store. */
export type StoreFactory = {
  readonly name: string
  /** Where a new, empty store can be opened. What was opened before is closed and no longer needed. */
  readonly fresh: () => Promise<string>
  /** Random sequences tried by property tests: fewer where a store is slow. */
  readonly runs: number
}
