/** From the words before a figure to the name of its indicator. All offsets are relative to the text given. */
import type { Span } from '../../records.ts'
import type { Sense, Words } from './words.ts'

export type Stripped = { readonly text: string; readonly start: number; readonly sense?: Sense }

// “比上一年度”增长1%, “较2020年”下降18%, “每两周”不低于1课时: what a figure is compared with or counted by.
const COMPARED =
  /(?:同比|环比|(?:比|较|相比|在)(?:上一?年[度末]?|去年|全国|全省|全市|20[0-9]{2}年(?:底|末)?|上年同期|[“"]?[一二三四五十]{2,3}[”"]?(?:末|期末|时期)?)(?:同期|基础上|水平)?|连续[一二两三四五六七八九十0-9]+(?:年|个月)|(?:每[人户亩名位生])?每(?:[一二两三四五0-9]*个?)(?:年|月|周|天|日|季度|学年)|每[人户亩]|[（(]?20[0-9]{2}年(?:底|末)?[）)]?的?|(?:去年|上年|目前|现在)的|年度|每年|全年|年均)$/
const NUMBERED =
  /^(?:[\s　\t>*#·•●◆－—-]+|(?:第?[0-9一二三四五六七八九十]{1,3}(?:大类|个?方面|批)(?=.{2}))|[0-9]{1,3}[.．、](?![0-9])|[（(][一二三四五六七八九十0-9]+[）)]|[①-⑳]|[一二三四五六七八九十]+[、是]|[’”」』）)\]】》、，,；;：:])/
const DATED =
  /^(?:到|至|在|于|力争|截至|截止)?\s?(?:20[0-9]{2}\s?(?:[-—–~至到]+\s?20[0-9]{2}\s?)?年(?:[0-9]{1,2}月)?(?:底|末|年底|中|初)?(?:以?前|之前|以来|起|期间|内)?|[“"][一二三四五十]{2,3}[”"](?:时期|期间|期末|末)?|“?[一二三四五十]{2,3}五”?(?:时期|期间|末)|规划期[末内]?|近期|远期|[一二三四]季度|[0-9]{1,2}[—–~至到-][0-9]{1,2}月份?|[0-9]{1,2}月(?:[0-9]{1,2}日)?(?:底|末|[上中下]旬)?(?:以?前|之前|起)?)/

/** The text less the reach and comparison words at its end; the sense of the strongest of them. */
export const stripTrailing = (text: string, words: Words, kind = ''): Stripped => {
  let rest = text.trimEnd()
  let sense: Sense | undefined
  for (;;) {
    const compared = COMPARED.exec(rest)?.[0]
    const found = compared
      ? undefined
      : words.reach.find(
          ({ word, notKind }) =>
            rest.endsWith(word) && !rest.endsWith('商超') && (notKind === '' || notKind !== kind),
        )
    const length = found?.word.length ?? compared?.length ?? 0
    if (length === 0 || length > rest.length) break
    if (found && (sense === undefined || sense === 'reach')) sense = found.sense
    rest = rest.slice(0, -length).trimEnd()
  }
  return { text: rest, start: 0, ...(sense ? { sense } : {}) }
}

/** Length of what stands at the start of the text and is no part of a name: numbers, dates, adverbs. */
// “再新增”, “并新建”: an adverb only before a verb, for 再生水 and 并网装机 are names
const ADVERB = /^(?:再|并|共)(?=新增|新建|建|增|打|完成|开)|^争取(?=到位)/

// “甲溪镇、乙河乡的PM2.5平均浓度”: towns that no list of places knows
const TOWNS =
  /^(?:[\u4e00-\u9fff]{1,5}?(?:镇|乡|街道)[、和及与])*[\u4e00-\u9fff]{0,5}?(?:镇|乡|街道)的(?=[\u4e00-\u9fffA-Z])/

// 高标准农田 is the name of a thing, 高标准 of 高标准建设 is not; 和美乡村 is no 和
const COMPOUND = /^(?:高标准(?:基本)?农田|和[美谐平睦])/

const leadLength = (text: string, words: Words): number =>
  COMPOUND.exec(text)
    ? 0
    : (ADVERB.exec(text)?.[0].length ??
      NUMBERED.exec(text)?.[0].length ??
      DATED.exec(text)?.[0].length ??
      TOWNS.exec(text)?.[0].length ??
      words.leads.find((word) => text.startsWith(word) && text.length > word.length + 1)?.length ??
      0)

/** “甲州港集装箱吞吐量”, “乙县园区产值”: the place opens a longer name, and is not cut out of it. */
const LONGER = /^(?:港(?!口岸)|机场|站(?!点)|园区|口岸|（)/

/** The text less what leads up to a name; `placeAt(start)` gives the length of a place named at a position. */
export const stripLeading = (
  text: string,
  words: Words,
  placeAt: (start: number) => number,
): Stripped & { readonly places: readonly Span[] } => {
  let start = 0
  const places: Span[] = []
  for (;;) {
    const rest = text.slice(start)
    const place = placeAt(start)
    // “甲溪镇区常住人口”: 镇区 is one word, the town's name is not cut out of it.
    // “城市建成区面积”: with the place cut out nothing would be left but the measure.
    const bare = words.heads.includes(rest.slice(place))
    const cut = bare
      ? 0
      : place > 0 && /^区(?!划)/.test(rest.slice(place)) && /[镇]$/.test(rest.slice(0, place))
        ? place - 1
        : place
    if (cut > 0 && cut < rest.length - 1 && !LONGER.test(rest.slice(place))) {
      places.push({ start, end: start + place })
      start += cut
      continue
    }
    const group = /^[0-9]+[个]?(?:乡镇|镇|乡|街道|村)(?=.{2})/.exec(rest)?.[0]
    const kind = words.classes.find(
      (word) =>
        rest.startsWith(word) && rest.length > word.length + 1 && !/^[（(]/.test(rest.slice(word.length)),
    )
    const length = group?.length ?? kind?.length ?? leadLength(rest, words)
    if (length === 0) break
    start += length
  }
  return { text: text.slice(start), start, places }
}

/** True for a name that ends like the name of a quantity: …率, …面积. */
export const endsInHead = (name: string, words: Words): boolean => {
  const bare = name.replace(/[”"）)]+$/, '').replace(/[（(][^（()）]*$/, '')
  return words.heads.some((head) => bare.endsWith(head))
}

/** False for what cannot be the name of an indicator. */
export const isName = (name: string, words: Words): boolean =>
  name.length >= 2 &&
  name.length <= 42 &&
  /[\u4e00-\u9fff]|GDP|R&D|CPI/.test(name) &&
  !words.stops.has(name) &&
  !/(?:等|的|第|惠及|以及|其中|不|是|之|〔|《|(?:范围|区域|保护区|境|以|之)内)$/.test(name) &&
  !/[和、]$|(?<!参)与$|(?<!普)及$|^新增[\u4e00-\u9fff]{0,2}级$/.test(name) &&
  !/^[）)”、]|^(?:虽然|如果|由于|随着|尽管|但)|(?:排名|位次|名次)$|突破|大关|.并(?!网|联|购|轨|发症)/.test(
    name,
  ) &&
  !/[，。；！？\n\t《》]/.test(name)

/** A measure or a class that says nothing without what it is of. */
export const isBare = (name: string): boolean =>
  /^(?:总量|总数|总额|总规模|规模|数量|占比|比重|比例|累计|增长|增速|首批|企业|群众|单位|活动|增收|[0-9一二三四五六七八九十]+年[来间]?)$/.test(
    name,
  )

/** What joins names in a list. Not every 及, 与, 和 does: 普及率, 参与率, 及以上, 和谐. */
export const JOINT = /、|以及|(?<![普涉以])及(?![以其格])|(?<!参)与|和(?![谐平美睦])/
