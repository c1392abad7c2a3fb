/** The title of a plan as its text says it: 印发 notice, front matter, title line, 《…》 in the opening. */
import { lexicon } from '../document/lexicon.ts'
import { loadGazetteer } from '../gazetteer/gazetteer.ts'
import { withoutEdition } from './family.ts'
import { frontMatterOf } from './front-matter.ts'
import { mostFrequent } from './infer-jurisdiction.ts'

/** How far into a text its title is looked for, in UTF-16 units. */
const OPENING = 3000
const LONGEST_TITLE = 60
/** A line so long is a text scraped to a single one: the blanks in it are its line ends. */
const SCRAPED = 200

/** The title, or undefined where nothing in the text names a plan. */
export const inferTitle = (text: string): string | undefined => {
  const opening = text.slice(0, OPENING)
  const matter = frontMatterOf(text)
  const given = matter.get('title') ?? matter.get('标题')
  return (
    (given && issuedTitle(given)) ||
    (given && withoutDate(given)) ||
    issuedTitle(opening) ||
    titleLine(opening) ||
    titleAfterParent(text, opening)
  )
}

/** “甲市政府工作报告（2025年1月7日 某某）”: the day and the speaker are not the title's. */
const withoutDate = (title: string): string => title.replace(/[（(]\d{4}年\d+月\d+日[^）)]*[）)]$/, '').trim()

/** “关于印发《…》的通知”, “现将《…》印发给你们”: the plan that a notice hands out. */
const issuedTitle = (whole: string): string | undefined => {
  // 《甲省人民政府关于印发甲省某方案的通知》: a document that the text cites hands out another plan.
  const text = whole.replace(/《[^《》\n]*印发(?:[^《》\n]|《[^《》\n]*》)*》/g, '')
  const quoted =
    /印发\s*《([^《》\n]{4,80})》\s*的?\s*通知/.exec(text) ??
    /现将《([^《》\n]{4,80})》(?:\S{0,10})印发/.exec(text)
  const plain = quoted ? undefined : /关于印发([^《》\n。]{4,60}?)的通知/.exec(text)
  return (quoted ?? plain)?.[1]?.replace(/\s/g, '')
}

/** A line that ends with the name of a kind of plan; a title broken over two lines (place, then plan) is joined. */
const titleLine = (opening: string): string | undefined => {
  const lines = opening
    .split('\n')
    .flatMap((line) =>
      line.length > SCRAPED ? line.trim().split(/\s+|(?=第[一二三四五六七八九十]{1,3}[章篇节编])/) : [line],
    )
    .map((line) => line.replace(/[#*>\s]|——.*$/g, ''))
    .filter((line) => line !== '')
  const index = lines.findIndex(isPlanTitle)
  const line = lines[index]
  const above = lines[index - 1] ?? ''
  if (line === undefined) return undefined
  return isPlace(above) ? above + line : line
}

/** 甲市, 甲市乙区: the place alone, with or without what is above it. */
const isPlace = (line: string): boolean =>
  loadGazetteer().aboveTowns.some(
    ({ name, path }) => line.endsWith(name) && path.replaceAll('/', '').endsWith(line),
  )

const isPlanTitle = (line: string): boolean =>
  line.length >= 4 &&
  line.length <= LONGEST_TITLE &&
  !/[。；，：:]|^《|^第.{1,3}[章节篇]|^[一二三四五六七八九十]+、|^附/.test(line) &&
  kindOf(line) !== undefined

/** The kind of plan that a title ends with, brackets behind it apart: …规划（2021—2035年） is a 规划. */
const kindOf = (title: string): string | undefined => {
  const bare = withoutEdition(title.replace(/(?:[（(][^（）()]*[）)])+$/, ''))
  return lexicon('plan-kinds')
    .map((row) => row.word ?? '')
    .find((kind) => bare.endsWith(kind))
}

/**
 * A text without a title line that calls itself “本规划” and follows “《甲市乙规划》”: a county's plan is of the family of the one
 * above it, so its title is that one with the county's name.
 */
const titleAfterParent = (text: string, opening: string): string | undefined => {
  const county = mostFrequent(text)
  for (const found of opening.matchAll(/《([^《》\n]{4,60})》/g)) {
    const title = (found[1] as string).replace(/\s/g, '')
    const kind = kindOf(title)
    if (!kind || !text.includes(`本${kind}`)) continue
    const names = county?.path.split('/') ?? []
    if (
      names.some(
        (name, index) =>
          title.startsWith(names.slice(index).join('')) && title.includes(names.at(-1) ?? name),
      )
    )
      return title
    const parent = names.slice(0, -1).find((name) => title.startsWith(name))
    if (parent) return names.join('') + title.slice(parent.length)
  }
  return undefined
}
