/**
 * What a finished command tells the shell. Every code is listed in `guitu --help`; scripts may rely on them.
 */
export const EXIT = {
  done: 0,
  bug: 1,
  usage: 2,
  input: 3,
  store: 4,
  queue: 5,
  knowledge: 6,
  query: 7,
  unclear: 8,
  broken: 9,
  refused: 10,
  interrupted: 130,
} as const
export type ExitName = keyof typeof EXIT

/** One line a code, in both languages, for `--help`. */
export const EXIT_MEANINGS: Record<ExitName, string> = {
  done: '完成 done',
  bug: '程序自身的错误 a fault in guitu itself',
  usage: '命令写法不对 wrong arguments',
  input: '读不了的文件，或其中没有规划 a file that cannot be read, or holds no plan',
  store:
    '图库打不开、被占用、版本不同或连不上 the store cannot be opened, is held, of another version or unreachable',
  queue: '队列连不上，或任务失败 the queue is unreachable, or a job failed',
  knowledge: '规则或词表有错（逐条列出） faults in rules or tables, all listed',
  query: '查询语句有错，或只读时写入 a faulty statement, or a write on the read-only command',
  unclear:
    '问题不明确、所问的名称不在图中，或看不准文本属于哪个规划 a question that is unclear or names nothing in the graph, or a text of an unclear plan',
  broken: '核对发现问题 verify found something broken',
  refused: '为保护已有内容而停下 stopped to protect what is in force',
  interrupted: '被中断，没有写完的不会生效 interrupted; nothing half done is in force',
}
