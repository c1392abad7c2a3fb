/** What follows a figure and says what is counted: “吸纳7万名”高校毕业生来蓉就业. */

const END = /[，。；、：！？（(\n\t,;:]|并(?!网|购|联)|且|及其/
// “建档立卡家庭稳定实现…”: the noun ends where a verb begins.
const VERB = /(?:稳定|实现|实施|进行|开展|纳入|达到|完成|参加|接受|享受|得到|获得|提升|整治|改造|建设|加装)/

// A mark inside “…” does not end the phrase: 实施“美化、净化、亮化”整治提升.
const endOf = (text: string): number => {
  // “断头（瓶颈）路”, “困境、留守儿童”: a bracket or a short word before 、 inside one noun
  const bare = text
    .replace(/“[^“”]*”|（[^（）]{1,6}）(?=[\u4e00-\u9fff])/g, (quoted) => '·'.repeat(quoted.length))
    .replace(
      /^([\u4e00-\u9fff]{2,3})、(?=[\u4e00-\u9fff]{2,3}(?:儿童|老人|群众|家庭|人员|人口|学生|居民))/,
      '$1·',
    )
  return END.exec(bare)?.index ?? text.length
}

/** The text from `from` to the end of its phrase, at most up to `to`, a leading 的 left out; with its start. */
export const rightPhrase = (
  text: string,
  from: number,
  to: number,
): { readonly text: string; readonly start: number } => {
  const rest = text.slice(from, to)
  const skip = /^(?:的|左右|以上)*/.exec(rest)?.[0].length ?? 0
  const tail = rest.slice(skip)
  const end = endOf(tail)
  return { text: tail.slice(0, end).trimEnd(), start: from + skip }
}

/** The noun at the start of a phrase, as far as its first verb; the phrase itself when it has none. */
export const nounOf = (phrase: string): string => {
  const verb = VERB.exec(phrase)
  // “成套改造”, “老旧小区改造”: a verb at the end is a noun
  const cuts = verb && verb.index >= 2 && phrase.length - verb.index - verb[0].length > 3
  return cuts ? phrase.slice(0, verb.index) : phrase
}
