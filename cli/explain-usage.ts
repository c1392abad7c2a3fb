/** Wrong arguments, said in Chinese with what to do: the parser itself speaks English only. */
import type { CommanderError } from 'commander'
import { Failure } from './failure.ts'
import { readTable } from './tsv.ts'

const complaints = readTable('usage.tsv').map(({ code = '', pattern = '', chinese = '' }) => ({
  code,
  pattern: new RegExp(pattern, 's'),
  chinese,
}))

const suggestionIn = (message: string): string => {
  const [, suggested] = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(message) ?? []
  return suggested === undefined ? '' : `，是不是想写 ${suggested}？`
}

/** One line; `command` is the word that was typed for the command, where it is one. */
export const explainUsage = (error: CommanderError, command: string | undefined): Failure => {
  const english = error.message.replace(/^error: /, '')
  const known = complaints.find(({ code, pattern }) => code === error.code && pattern.test(english))
  const found = known?.pattern.exec(english)?.[0].replace(known.pattern, known.chinese)
  const help = command === undefined ? 'guitu --help' : `guitu ${command} --help`
  return new Failure(
    'usage',
    `命令写法不对：${found ?? english}${suggestionIn(english)}（用法见 usage: ${help}）`,
  )
}
