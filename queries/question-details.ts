/** Years, sections and unknown words of a question. */

/** Years from 1900 to 2099, in order of place. */
export const years = (question: string): readonly number[] =>
  [...question.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(([year]) => Number(year))

const DIGITS = '零一二三四五六七八九'
const han = (number: number): string => {
  const tens = Math.floor(number / 10)
  const unit = DIGITS[number % 10] ?? ''
  if (tens === 0) return unit
  return `${tens === 1 ? '' : DIGITS[tens]}十${number % 10 === 0 ? '' : unit}`
}

/** 第三章, 专栏6 as written; “chapter 3”, “box 6” in the plan's own form. */
export const sectionIn = (question: string): string | undefined => {
  const written = /第[零〇一二三四五六七八九十百\d]+[编篇章节]|专栏\s*[\d一二三四五六七八九十]+/.exec(
    question,
  )
  if (written) return written[0].replace(/\s/g, '')
  const [, kind, number] = /\b(part|chapter|section|box)\s+(\d{1,2})\b/i.exec(question) ?? []
  if (!kind || !number) return undefined
  if (kind.toLowerCase() === 'box') return `专栏${number}`
  const mark = { part: '篇', chapter: '章', section: '节' }[kind.toLowerCase()]
  return `第${han(Number(number))}${mark}`
}

/** Two Chinese characters or three letters at least; years and the section are understood elsewhere. */
export const unknownIn = (left: string, section = ''): readonly string[] =>
  left
    .replace(section, '\u0000')
    .replace(/(?:19|20)\d{2}年?/g, '\u0000')
    .match(/\p{Script=Han}{2,}|[a-z]{3,}/giu) ?? []
