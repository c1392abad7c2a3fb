/** What of a title is the plan itself: without its place, its years, and the words that name an edition. */
import { lexicon } from '../document/lexicon.ts'

const NOTICE = /^.*?关于印发[《<]?(.*?)[》>]?的通知$/
const BRACKETS = /[（(【［[][^（()）】］\]]*[）)】］\]]/g
/** “十四五”时期, 第十四个五年, 2021—2035年, 二〇三五年远景目标: the period, which is compared by itself. */
const PERIODS = [
  /和?(?:(?:19|20)\d\d|二[〇○零]..)年?远景目标/g,
  /(?:19|20)\d\d年?[—–\-－~～至到]+(?:(?:19|20)\d\d|\d\d)年?/g,
  /(?:19|20)\d\d年度?/g,
  /[“"「]?[一二三四五六七八九十]{1,2}五[”"」]时?期?/g,
  /(?:^|(?<=发展))[一二三四五六七八九十]{1,3}五(?=规划|计划)/g,
  /第[一二三四五六七八九十]{1,3}个五年/g,
]
/** The word that a plan of five years was called by in other decades. */
const SAME_KIND = /(?:发展)?(?:规划|计划)?纲要$|(?<=五年|发展)计划$/

/** The title's family: equal for every draft and edition of a plan and for the plans of the periods before and after. */
export const familyOf = (title: string, jurisdiction: string): string => {
  const bare = title
    .replace(/\s/g, '')
    .replace(NOTICE, '$1')
    .replace(BRACKETS, '')
    .replace(/[《》]/g, '')
  const undated = PERIODS.reduce(
    (rest, pattern) => rest.replace(pattern, ''),
    withoutPlaces(bare, jurisdiction),
  )
  const family = withoutEdition(undated)
    .replace(SAME_KIND, '规划')
    .replace(/人民政府(?=工作报告)/, '政府')
  return family.replace(/政府政府/, '政府').replace(/(?:规划){2,}$/, '规划') || bare
}

const withoutPlaces = (title: string, jurisdiction: string): string =>
  [...jurisdiction.split('/').reverse(), '中华人民共和国', '全国']
    .filter((place) => place !== '')
    .reduce((rest, place) => rest.replace(place, ''), title)

/** …规划中期调整方案, …规划修订版: the plan's own title stands before the edition. */
export const withoutEdition = (title: string): string => {
  const editions = lexicon('plan-editions').map(({ word = '' }) => word)
  const edition = editions.filter((word) => title.endsWith(word)).sort((a, b) => b.length - a.length)[0]
  return edition === undefined || edition === title ? title : title.slice(0, -edition.length)
}

/** Whether a title says that this text is an edition of a plan that was there before. */
export const namesEdition = (title: string): boolean =>
  lexicon('plan-editions').some(({ word = '' }) => title.includes(word))
