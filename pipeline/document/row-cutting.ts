/** Cuts a run of cells into rows, each cell under the column whose kind it has, as well as all of them can be. */

/** One row: which cells of the run stand in which columns. */
export type Placed = readonly { readonly cell: number; readonly column: number }[]

const SKIPPED = -0.6
/** A cell that is a row by itself: “供水工程” heads the rows below it. */
const ALONE = -1

/** What the empty columns behind a row's last cell cost. */
const rest = (column: number, width: number): number =>
  column === 0 ? ALONE : (width - 1 - column) * SKIPPED

/** How well a cell of one kind stands in a column of another; undefined where it cannot. */
const fitness = (cell: string, column: string): number | undefined => {
  if (cell === 'blank') return 0.5
  if (column === 'text') return cell === 'text' ? 1 : /place|number|range/.test(cell) ? 0 : -1
  if (cell === column) return 2
  if (column === 'body') return cell === 'place' ? 0.5 : cell === 'text' ? -1 : undefined
  if (column === 'place') return cell === 'text' ? -0.5 : undefined
  if (column === 'time') return cell === 'number' ? 1 : undefined
  return cell === 'range' ? 1 : undefined
}

type Best = {
  readonly score: number
  readonly cell: number
  readonly column: number
  readonly before: Best | undefined
}

/** The rows of a run of cells; every row has its first cell, and of equal readings the one further to the right is taken. */
export const cutRows = (cells: readonly string[], columns: readonly string[]): readonly Placed[] => {
  let states: readonly (Best | undefined)[] = []
  for (const [cell, kind] of cells.entries()) {
    const next = columns.map((wanted, column): Best | undefined => {
      const own = fitness(kind, wanted)
      if (own === undefined || (column === 0 && !/text|place|body/.test(kind))) return undefined
      if (cell === 0) return column === 0 ? { score: own, cell, column, before: undefined } : undefined
      let best: Best | undefined
      for (const before of states) {
        if (!before || (column > 0 && before.column >= column)) continue
        const lost =
          column === 0 ? rest(before.column, columns.length) : (column - before.column - 1) * SKIPPED
        const score = before.score + own + lost
        if (!best || score >= best.score) best = { score, cell, column, before }
      }
      return best
    })
    // from a cell that fits nowhere on, nothing can be read
    if (next.every((state) => state === undefined)) break
    states = next
  }
  const ended = states.map((state) => state && state.score + rest(state.column, columns.length))
  const top = Math.max(...ended.map((score) => score ?? Number.NEGATIVE_INFINITY))
  const rows: { cell: number; column: number }[][] = [[]]
  for (let at = states[ended.lastIndexOf(top)]; at; at = at.before) {
    rows[0]?.unshift({ cell: at.cell, column: at.column })
    if (at.column === 0 && at.before) rows.unshift([])
  }
  return rows.filter((row) => row.length > 0)
}
