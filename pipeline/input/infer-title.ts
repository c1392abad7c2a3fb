/** The title of a plan as its text says it: front matter, 印发 notice, title line, 《…》 in the opening. */
import { lexicon } from '../document/lexicon.ts'
import { frontMatterOf } from './front-matter.ts'

/** How far into a text its title is looked for, in UTF-16 units. */
const OPENING = 3000
const LONGEST_TITLE = 60

/** The title, or undefined where nothing in the text names a plan. */
export const inferTitle = (text: string): string | undefined => {
  const kinds = lexicon('plan-kinds').map((row) => row.word ?? '')
  const isPlanTitle = (line: string): boolean =>
    line.length >= 4 &&
    line.length <= LONGEST_TITLE &&
    !/[。；，]/.test(line) &&
    kinds.some((kind) => bare(line).endsWith(kind))
  const matter = frontMatterOf(text)
  const given = matter.get('title') ?? matter.get('标题')
  if (given) return issuedTitle(given) ?? given.replace(/[（(]\d{4}年\d+月\d+日[^）)]*[）)]$/, '').trim()
  const opening = text.slice(0, OPENING)
  const lines = opening.split('\n').map((line) => line.replace(/[#*>]/g, '').replace(/\s+/g, ' ').trim())
  const issued = issuedTitle(opening)
  if (issued) return issued
  const line = lines.find((candidate) => isPlanTitle(candidate.replace(/\s/g, '')))
  if (line) return line.replace(/\s/g, '')
  const quoted = [...opening.matchAll(/《([^《》\n]{4,60})》/g)].map((found) => found[1] as string)
  return quoted.find((name) => isPlanTitle(name) && /本(?:规划|方案|计划|纲要)/.test(opening))
}

/** The title less what follows its kind in brackets: …规划（2021—2035年） ends with 规划. */
const bare = (title: string): string => title.replace(/(?:[（(][^（）()]*[）)])+$/, '')

/** “关于印发《…》的通知”, “现将《…》印发给你们”: the plan that a notice hands out. */
const issuedTitle = (text: string): string | undefined =>
  (/印发\s*《([^《》\n]{4,80})》\s*的?\s*通知/.exec(text) ??
    /现将《([^《》\n]{4,80})》印发/.exec(text))?.[1]?.replace(/\s/g, '') ??
  /关于印发([^《》\n。]{4,60}?)的通知/.exec(text)?.[1]?.replace(/\s/g, '')
