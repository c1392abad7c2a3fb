/** From the written form of a body to its name in this document: level completed, place's name taken off. */
import type { PlanIdentity } from '../../records.ts'
import type { Vocabulary } from './vocabulary.ts'

export type Named = { readonly name: string; readonly aliases: readonly string[]; readonly level?: string }

export type Jurisdiction = {
  /** From the province down: 甲省, 乙市, 丙县. */
  readonly places: readonly string[]
  /** The level that the document's own bodies begin with: 县. Empty where none is known. */
  readonly level: string
}

const LEVELS = [
  '自治区',
  '自治州',
  '自治县',
  '省',
  '市',
  '州',
  '盟',
  '区',
  '县',
  '旗',
  '镇',
  '乡',
  '街道',
] as const
/** How a level is written before a body's name: 县 for 自治县. */
const SHORT: Readonly<Record<string, string>> = { 自治州: '州', 自治县: '县' }
const LEVEL_NAMES: Readonly<Record<string, string>> = {
  自治区: '省级',
  省: '省级',
  市: '市级',
  州: '市级',
  盟: '市级',
  区: '区级',
  县: '县级',
  旗: '县级',
  国家: '国家级',
  中央: '国家级',
}
/** Bodies whose name needs the place: 丙县人民政府, not 县人民政府. */
const ORGANS: Readonly<Record<string, string>> = {
  人民政府: '人民政府',
  政府: '人民政府',
  委: '委',
  人大常委会: '人大常委会',
}

const levelOf = (place: string): string => {
  const level = LEVELS.find((value) => place.endsWith(value)) ?? ''
  return SHORT[level] ?? level
}

/** The places a plan's jurisdiction names, and the level of the lowest. */
export const jurisdictionOf = (plan: PlanIdentity): Jurisdiction => {
  const places = plan.jurisdiction.split('/').filter((part) => part !== '')
  return { places, level: levelOf(places[places.length - 1] ?? '') }
}

const compact = (text: string) => text.replace(/[\s*]/g, '').replace(/[(]/g, '（').replace(/[)]/g, '）')

/** The place's own name, with or without its ancestors, at the head of a written form; longest first. */
const ownPlace = (
  text: string,
  { places }: Jurisdiction,
): { readonly place: string; readonly length: number } | undefined => {
  for (let at = places.length - 1; at >= 0; at -= 1)
    for (let from = 0; from <= at; from += 1) {
      const written = places.slice(from, at + 1).join('')
      if (text.startsWith(written) && text.length > written.length)
        return { place: places[at] as string, length: written.length }
    }
  return undefined
}

const organName = (text: string, jurisdiction: Jurisdiction): Named | undefined => {
  const own = ownPlace(text, jurisdiction)
  const level = own ? undefined : LEVELS.find((value) => text.startsWith(value))
  const place =
    own?.place ??
    jurisdiction.places.findLast((name) => level !== undefined && levelOf(name) === (SHORT[level] ?? level))
  const rest = own ? text.slice(own.length) : text.slice(level?.length ?? 0)
  const organ = ORGANS[rest]
  if (place === undefined || organ === undefined) return undefined
  const short = `${levelOf(place)}${rest}`
  return named(`${place}${organ}`, [text, short], LEVEL_NAMES[levelOf(place)])
}

const named = (name: string, aliases: readonly string[], level: string | undefined): Named => ({
  name,
  aliases: [...new Set(aliases)].filter((alias) => alias !== name && alias !== ''),
  ...(level === undefined ? {} : { level }),
})

const LEVEL_HEAD = /^(自治区|自治州|国家|中央|省|市|州|盟|区|县|旗)/
/** Bodies that carry no level of this document: 团市委, 国网…公司, 各街镇, 甲镇, 驻甲单位. */
const ALONE =
  /^(?:团|国网|国家电网|中国|驻|各|有关|相关|全|其他|共青团|武警|开发|试点|中央|国务院|军|部队)|(?:公司|集团|园区|开发区|新区|管委会|管理委员会|街道|镇|乡|村|银行|支行|学校|医院|大学|学院|企业|单位|部门|机构|街道办事处|人民政府|政府|领导小组|指挥部|联席会议|专班|工作组)(?:办公室)?$/

const TWO_PLATES = /^([^（）]+[局委办厅])（([^（）、，]+[局委办厅])）$/

/** Forms with a level that is only part of a longer word are elided: 市场监管局 lacks its 市. */
const lacksLevel = (text: string, vocabulary: Vocabulary): boolean => {
  const form = vocabulary.parse(text)
  if (form) return form.prefix === ''
  return !LEVEL_HEAD.test(text)
}

/**
 * Names a body. `context` is the level written before it in the same list (区 for 经济发展局 after 区农村发展局);
 * without one the document's own level completes it. Only known charges and strong heads are completed.
 */
export const nameBody = (
  written: string,
  jurisdiction: Jurisdiction,
  vocabulary: Vocabulary,
  context: string | undefined,
): Named => {
  const text = compact(written)
  // 县水务局（县河长办）: one office with two plates
  const [, plate = '', second = ''] = TWO_PLATES.exec(text) ?? []
  if (second && vocabulary.sureness(plate) && vocabulary.sureness(second)) {
    const own = nameBody(plate, jurisdiction, vocabulary, context)
    const other = nameBody(second, jurisdiction, vocabulary, context)
    return named(own.name, [text, ...own.aliases, other.name, ...other.aliases], own.level)
  }
  const central = vocabulary.central.get(text)
  if (central !== undefined && (jurisdiction.level === '' || text.startsWith('国家')))
    return named(central, [text], '国家级')
  if (vocabulary.isClass(text)) {
    const level = vocabulary.classes.find(({ source }) => new RegExp(`^(?:${source})$`).test(text))?.level
    return named(text, text.startsWith('各') ? [text.slice(1)] : [], level === '' ? undefined : level)
  }
  const organ = organName(text, jurisdiction)
  if (organ) return organ
  const own = ownPlace(text, jurisdiction)
  if (
    own &&
    vocabulary.sureness(text.slice(own.length)) !== undefined &&
    !ALONE.test(text.slice(own.length)) &&
    // 乙市甲江生态环境局: the city's office for the county
    !ofHigher.test(text.slice(own.length))
  ) {
    const level = levelOf(own.place)
    const rest = text.slice(own.length)
    return named(
      LEVEL_HEAD.test(rest) && !lacksLevel(rest, vocabulary) ? rest : `${level}${rest}`,
      [text],
      LEVEL_NAMES[level],
    )
  }
  if (lacksLevel(text, vocabulary) && !ALONE.test(text)) {
    const level = context ?? jurisdiction.level
    const sure = vocabulary.sureness(text)
    // 住房和城乡建设局: the 乡 in it is no place's.
    const isWhole = sure === 'known' && vocabulary.parse(text)?.prefix === ''
    if (
      level !== '' &&
      (isWhole || (!ofHigher.test(text) && (sure === 'known' || sure === 'strong') && !startsWithPlace(text)))
    )
      return named(`${level}${text}`, [text], LEVEL_NAMES[level])
  }
  const level = LEVEL_HEAD.exec(text)?.[1]
  return named(text, [], level === undefined ? undefined : LEVEL_NAMES[level])
}

/** 甲江生态环境局 of 甲江区: an office of a higher level that the county's short name leads. */
const ofHigher = /^[\u4e00-\u9fa5]{2,3}(?:生态环境|公安|税务|气象|海事)局$/

const startsWithPlace = (text: string): boolean =>
  /^[\u4e00-\u9fa5]{2,6}(?:省|市|区|县|州|镇|乡|街道)(?!场)[\u4e00-\u9fa5]{2,}/.test(text)

const BRANCH = /[局司](?:[\u4e00-\u9fa5]{2,6})?(?:分局|支局|分公司|支队|大队)$/

/** The level a written form begins with, for the elided ones after it. */
export const writtenLevel = (written: string, vocabulary: Vocabulary): string | undefined => {
  const text = compact(written)
  // 市生态环境局甲江分局 sits in the county: what follows in its list is the county's
  if (lacksLevel(text, vocabulary) || BRANCH.test(text)) return undefined
  const level = LEVEL_HEAD.exec(text)?.[1]
  return level === undefined || level === '国家' || level === '中央' ? undefined : level
}
