/** The header of a `.cypher` file: its name, the question in both languages, parameters and columns. */

export type Described = { readonly name: string; readonly type: string; readonly about: string }

export type QueryHeader = {
  readonly chinese: string
  readonly english: string
  readonly parameters: readonly Described[]
  readonly columns: readonly Described[]
}

type Part = 'parameters' | 'columns'

const HEADINGS: Readonly<Record<string, Part>> = { Parameters: 'parameters', Columns: 'columns' }

const described = (line: string): Described => {
  const [, name = '', rest = ''] = /^\$?(\w+)(?::\s*(.*))?$/s.exec(line) ?? []
  const stop = rest.search(/\.(\s|$)/)
  return stop < 0
    ? { name, type: rest, about: '' }
    : { name, type: rest.slice(0, stop), about: rest.slice(stop + 1).trim() }
}

/** Splits a file into header and statement. Header lines start with `//` and end where the statement begins. */
export const parseHeader = (source: string, file: string): { header: QueryHeader; statement: string } => {
  const lines = source.split('\n')
  const end = lines.findIndex((line) => !line.startsWith('//') && line.trim() !== '')
  if (end < 0)
    throw new Error(`Unexpected empty statement, expected one after the header, in queries/${file}`)
  const header = { chinese: '', english: '', parameters: [] as Described[], columns: [] as Described[] }
  let part: Part | undefined
  for (const line of lines.slice(0, end)) {
    const text = line.replace(/^\/\/ ?/, '')
    const [, key = '', value = ''] = /^([^\s:：]+)\s*[:：]\s*(.*)$/.exec(text) ?? []
    if (key === '中文') header.chinese = value
    else if (key === 'English') header.english = value
    else if (HEADINGS[key]) {
      part = HEADINGS[key]
      header[part].push(...value.split(/,\s*/).filter(Boolean).map(described))
    } else if (part && /^ {2}\S/.test(text)) header[part].push(described(text.trim()))
  }
  return { header, statement: lines.slice(end).join('\n').trim() }
}
