/** The one place where errors of all layers become a line for the user and an exit code. */

import type { ExitName } from './exit-codes.ts'
import { Failure } from './failure.ts'
import { word } from './labels.ts'
import { readTable } from './tsv.ts'

type Kind = { readonly exit: ExitName; readonly chinese: string }

const kinds = new Map<string, Kind>(
  readTable('failures.tsv').map((row) => [
    `${row.error}\t${row.kind}`,
    { exit: row.exit as ExitName, chinese: row.chinese ?? '' },
  ]),
)

/** The parts of another layer's error that this file reads. */
type Told = {
  readonly name?: string
  readonly kind?: string
  readonly code?: string
  readonly message: string
  readonly faults?: readonly unknown[]
}

/** A fault in a table or rule, as a KnowledgeError lists them. */
type Fault = {
  readonly file: string
  readonly line: number
  readonly reason: string
  readonly suggestion?: string
}

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError'

const faultLine = (fault: unknown): string => {
  if (typeof fault === 'string') return fault
  const { file, line, reason, suggestion } = fault as Fault
  return `${file}:${line}: ${reason}${suggestion === undefined ? '' : ` (${suggestion}?)`}`
}

/** A file or folder that the system refuses: missing, no right to it, disk full. */
const explainSystem = ({ code = '', path, syscall }: NodeJS.ErrnoException): Failure | undefined => {
  const reason = word('errno', code)
  if (reason === code || path === undefined) return undefined
  const isWriting = syscall === 'mkdir' || code === 'EROFS' || code === 'ENOSPC'
  return new Failure(
    isWriting ? 'store' : 'input',
    `${reason}：${path}，请检查路径和权限。 ${code}: check the path and the rights to it.`,
  )
}

/** A Failure for any known error; undefined for what is a fault of our own. */
export const explainFailure = (error: unknown): Failure | undefined => {
  if (error instanceof Failure) return error
  if (isAbort(error))
    return new Failure(
      'interrupted',
      '已中断，图库保持原样；再次运行同一命令即可。 Interrupted; the store is as it was.',
    )
  if (!(error instanceof Error)) return undefined
  const ofSystem = explainSystem(error)
  if (ofSystem) return ofSystem
  const told = error as Told
  const kind = kinds.get(`${told.name}\t${told.kind ?? told.code ?? ''}`) ?? kinds.get(`${told.name}\t`)
  if (!kind) return undefined
  const [first = '', ...rest] = error.message.split('\n')
  const details = told.faults ? told.faults.map(faultLine) : rest.filter((line) => line.trim() !== '')
  return new Failure(kind.exit, `${kind.chinese} ${first}`.trim(), details)
}
