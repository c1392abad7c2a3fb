/** Bodies that count only as subjects: classes (各街镇要…), governments, groups, centres. Spans count from the sentence's start. */
import type { Span } from '../../records.ts'
import type { Jurisdiction } from './names.ts'
import type { Vocabulary } from './vocabulary.ts'

export type Found = { readonly span: Span; readonly rule: string }

const HAN = /[\u4e00-\u9fa5]/

/** What a class or organ in prose must stand after to be a subject. */
const SUBJECT_START =
  /(?:^|[\s。；;，,、：:！（(”·]|由|经|请|请示|并报|和|与|及|要求|督促|指导|支持|鼓励|推动|动员)$/

/** Places before these organs: 甲县人民政府, 甲开发区管委会, 某某工作领导小组. */
const GROUP = /[\u4e00-\u9fa5“”（）]{2,24}?(?:领导小组|指挥部|联席会议|工作专班)(?:办公室)?/g

const GROUP_START =
  /^.*(?:成立|设立|组建|建立健全|建立|健全|完善|研究|发挥|召开|报请|由|经|向|在|将|的|对|各部门|，|、|和|及)/

const FOUNDED = /(?:成立|设立|组建|建立)(?:了)?$/

const LEVELLED = /^(?:省|市|区|县|州|旗)(?!域|场|民)/

const COMMITTEE = /[\u4e00-\u9fa5]{2,12}?(?:管委会|管理委员会)/g

const COMMITTEE_START = /^.*(?:由|经|向|在|将|的|对|和|与|及|支持|推动|强化|深化|鼓励|优化|理顺|创新|以|各)/

export const level = '(?:自治区|自治州|国家|省|市|州|盟|区|县|旗)'

export const blockedLeft = (text: string, at: number, vocabulary: Vocabulary): boolean =>
  vocabulary.levelWords.some((word) => text.slice(Math.max(0, at + 1 - word.length), at + 1) === word)

export const blockedRight = (text: string, end: number, name: string, vocabulary: Vocabulary): boolean => {
  for (const [head, next] of vocabulary.rightBlocks)
    if (name.endsWith(head) && next.includes(text[end] ?? ' ')) return true
  return false
}

/** Does a body that ends at `end` act there (各街镇要…, 甲局、乙局负责…)? */
export const acts = (text: string, start: number, end: number, vocabulary: Vocabulary): boolean => {
  if (!SUBJECT_START.test(text.slice(0, start))) return false
  vocabulary.actsInList.lastIndex = end
  return vocabulary.actsInList.test(text)
}

/** 县土地储备中心 in “由县土地储备中心收储”; 县文化中心 is a building until it acts. */
export const actingCentres = (text: string, vocabulary: Vocabulary): readonly Found[] =>
  [...text.matchAll(new RegExp(`${level}${vocabulary.sharedSource}`, 'g'))].flatMap(
    (match): readonly Found[] => {
      const end = match.index + match[0].length
      const led = /由$/.test(text.slice(0, match.index))
      if (blockedLeft(text, match.index, vocabulary)) return []
      if (!led && !acts(text, match.index, end, vocabulary)) return []
      return [{ span: { start: match.index, end }, rule: 'department-acting-centre' }]
    },
  )

/** A company of a level that acts: 县财政局、县交通投资公司要…. 市场化公司, 区属公司 are none. */
const COMPANY =
  '(?:省|市|州|区|县|旗)(?![属级内外直管有域场区县块值面])[\\u4e00-\\u9fa5]{2,8}?(?:公司|集团)(?!和|及|股份|公司)'

export const actingCompanies = (text: string, vocabulary: Vocabulary): readonly Found[] =>
  [...text.matchAll(new RegExp(COMPANY, 'g'))].flatMap((match): readonly Found[] => {
    const end = match.index + match[0].length
    const acting = !blockedLeft(text, match.index, vocabulary) && acts(text, match.index, end, vocabulary)
    const plain = !/[属类等的和及与各]|国有|所有|相关/.test(match[0])
    return acting && plain ? [{ span: { start: match.index, end }, rule: 'department-acting-company' }] : []
  })

export const classBodies = (text: string, vocabulary: Vocabulary): readonly Found[] =>
  vocabulary.classes.flatMap(({ source, acting }) =>
    [...text.matchAll(new RegExp(source, 'g'))].flatMap((match): readonly Found[] => {
      const end = match.index + match[0].length
      if (match[0].length < 2 || blockedLeft(text, match.index, vocabulary)) return []
      const isSubject = acts(text, match.index, end, vocabulary)
      if (acting ? !isSubject : !isSubject && !standsAlone(text, match.index, end)) return []
      return [{ span: { start: match.index, end }, rule: 'department-class' }]
    }),
  )

/** 发展改革、教育 in “发展改革、教育等部门按职责配合”: each a body of its own. */
export const chargedBodies = (text: string, vocabulary: Vocabulary): readonly Found[] =>
  [...text.matchAll(vocabulary.chargeLists)].flatMap((match): readonly Found[] =>
    acts(text, match.index, match.index + match[0].length, vocabulary)
      ? [...(match[1] ?? '').matchAll(/[^、和及]+/g)].map((part) => ({
          span: {
            start: match.index + part.index,
            end: match.index + part.index + part[0].length,
          },
          rule: 'department-charge-list',
        }))
      : [],
  )

/** 各街镇 in “鼓励各街镇成立…”: whole words on both sides, not 各街镇低效用地 as a mere attribute. */
const standsAlone = (text: string, start: number, end: number): boolean => {
  const before = text.slice(Math.max(0, start - 2), start)
  const after = text.slice(end, end + 2)
  const opened =
    start === 0 ||
    !HAN.test(text[start - 1] ?? '') ||
    /(?:鼓励|支持|指导|督促|由|经|向|对|与|和|及|要求|动员)$/.test(before)
  return (
    opened &&
    (after === '' || /^(?:[，。；）)]|和|与|及|要|应|可|须|负责|成立|加大|加快|加强|通过)/.test(after))
  )
}

export const organs = (
  text: string,
  jurisdiction: Jurisdiction,
  vocabulary: Vocabulary,
): readonly Found[] => {
  const names = jurisdiction.places.flatMap((place, index) => [
    place,
    jurisdiction.places.slice(0, index + 1).join(''),
  ])
  const source = `(?:${[...names, level].sort((a, b) => b.length - a.length).join('|')})(?:人民政府|政府)`
  return [...text.matchAll(new RegExp(source, 'g'))].flatMap((match): readonly Found[] => {
    const end = match.index + match[0].length
    if (blockedLeft(text, match.index, vocabulary) || blockedRight(text, end, '政府', vocabulary)) return []
    return acts(text, match.index, end, vocabulary)
      ? [{ span: { start: match.index, end }, rule: 'department-government' }]
      : []
  })
}

/** Groups and committees: only where they are founded, act, or carry a level before their name. */
const bounded = (
  text: string,
  pattern: RegExp,
  opener: RegExp,
  rule: string,
  vocabulary: Vocabulary,
): readonly Found[] =>
  [...text.matchAll(pattern)].flatMap((match): readonly Found[] => {
    const skip = opener.exec(match[0])?.[0].length ?? 0
    const start = match.index + skip
    const end = match.index + match[0].length
    const founded = FOUNDED.test(text.slice(0, start))
    const levelled = LEVELLED.test(text.slice(start, end)) && (skip > 0 || !HAN.test(text[start - 1] ?? '，'))
    const certain = founded || levelled || acts(text, start, end, vocabulary)
    return certain && end - start >= 5 ? [{ span: { start, end }, rule }] : []
  })

/** Leading groups, headquarters and management committees. */
export const groupsAndCommittees = (text: string, vocabulary: Vocabulary): readonly Found[] => [
  ...bounded(text, GROUP, GROUP_START, 'department-group', vocabulary),
  ...bounded(text, COMMITTEE, COMMITTEE_START, 'department-committee', vocabulary),
]
