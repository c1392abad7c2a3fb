/** Whether a text says of itself that it only amends a plan, and which plan it names. */
import { simplified } from '../document/simplified.ts'
import { amendingWords, firstWord } from './words.ts'

/** How far into a text its title is looked for, in UTF-16 units. */
const OPENING = 600
const LONGEST_TITLE = 100

export type AmendingTitle = {
  readonly title: string
  /** The titles of the plans that the text names, in 《》, its own title first. */
  readonly plans: readonly string[]
}

/**
 * “关于增补和调整《甲县水利规划》部分内容的通知”, “…修改单”: a title that says it amends, and does not hand out a whole plan.
 * Undefined for any other text.
 */
export const amendingTitle = (text: string): AmendingTitle | undefined => {
  const plain = simplified(text)
  const opening = plain.slice(0, OPENING)
  const lines = opening.split('\n').map((line) => line.replace(/[#*\s]/g, ''))
  // A title that is broken over two lines is looked at as one.
  const candidates = lines.flatMap((line, at) => [line, `${line}${lines[at + 1] ?? ''}`])
  const title = candidates.find(saysSo)
  if (title === undefined) return undefined
  const named = [...(title + plain).matchAll(/《([^《》\n]{4,60})》/g)].map(([, name = '']) =>
    name.replace(/\s/g, ''),
  )
  return { title, plans: [...new Set(named)] }
}

const saysSo = (line: string): boolean => {
  if (line.length > LONGEST_TITLE || /[。；]/.test(line) || line.includes('印发')) return false
  const bare = line.replace(/[（(][^（）()]*[）)]$/, '')
  const act = amendingWords('act').find((word) => bare.endsWith(word))
  if (act === undefined) return false
  const isSheet = act === '修改单' || act === '勘误'
  // “关于调整…的通知”: what it does stands right behind 关于, or beside 补充 before 通知
  const about = /关于(?:对|进一步|部分)?(.*)$/.exec(bare)?.[1] ?? ''
  const first = firstWord(about, 'title')
  return isSheet || (first !== undefined && (first.at <= NEAR || /补充(?:通知|决定)$/.test(bare)))
}

/** “关于《甲县水利规划》局部调整的通知” names the plan first. */
const NEAR = 48
