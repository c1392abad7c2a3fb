import type { Token } from '../../records.ts'
import type { Clause } from './clauses.ts'
import type { Item } from './items.ts'
import { isNickname } from './members.ts'
import { bareCore } from './names.ts'
import { categoryOf, type Head, headOf, type Vocabulary } from './vocabulary.ts'
import { WATER } from './waters.ts'

export type Setting = {
  readonly clause: Clause
  /** projects: a box or table of projects; tasks: an annex of tasks, each of which is meant; prose: everything else. */
  readonly listing: 'projects' | 'tasks' | 'prose'
  readonly size: number
  /** The item, or the clause before its verb, names a place. */
  readonly placed: boolean
  /** A place opens the item's words. */
  readonly opens: boolean
  /** The clause is dated. */
  readonly dated: boolean
  /** The item is nothing but the name of an area, or its 建设. */
  readonly bare: boolean
  /** The words stand in a heading, where only what is counted, named or placed is meant. */
  readonly heading: boolean
  readonly tokens: readonly Token[]
}

const PROPER_TAG = /^(?:nr|ns|nz|eng|x)/
const WORD = /[\u3400-\u9fffA-Za-z]{2}/
const CODE = /[A-Z]\d|\d+号|[“"].+[”"]|[A-Z]{2,}|[一二三四五六]期/
const SPOILT =
  /[。！？：]|更加|更为|亟待|作为|.创建|成为|形成|参与|打造|进行|落户|入驻|获评|入选|荣获|获批|亿元以上|突破|实现|达到|确保|申报|通过|由“|向“|进(?:学校|社区|校园|单位)|上榜|跻身|晋级|入围|^项目|^尚未|^好(?=[房小社城学教企]|生活)|^全[国省市区县](?:重要|知名|一流|领先|先进)|(?:的|了|为|与|和|及|均|在|达|达到|超|超过|至|到|并|率|[和与及](?:项目|工程))$/
/** An event that was held, or a rank hoped for: “首届”灯会, “具有全国影响力的”中心. */
const HELD_OR_HOPED = /^(?:首届|第[一二三四五六七八九十百\d]{1,3}届|具有)/
/** What comes of works, not works: 水质“稳步提升”. */
const OUTCOME =
  /(?:稳步|持续|明显|显著|不断|有效|大幅|稳定|全面|动态)(?:提升|改善|好转|向好|增强|提高|优化|达标|清零)$/
/** What is supported stands already: 甲大学. */
const INSTITUTION = /(?:大学|学院|高校|企业|公司)$/
/** Words that open no name, unless they begin a place's name: 将甲县. */
const MISBEGUN =
  /^(?:[”）」』)]|了|办好|发动|支持|签约|锚定|以|在(?!建)|对|为|编制|制定|制订|出台|印发|并网|向|与|及|的|把|将|从|由|是|有|这|其|各|使|让|和[引培推]|惠及|覆盖|受益|带动|吸引|吸纳)/
/** “102户企业发放贷款”, “百家企业开展技术改造”: a clause with who acts in front. */
const ACTS = /^企业(?:发放|开展|实施|承接|获得|完成|享受|提档)/
/** What tells whom or what a work reaches. */
const REACHES = /范围|覆盖|惠及|辐射|受益/
/** “能耗双控向碳排放双控转变” is a change of policy; “由村向社区转变” of a thing named before. */
const TURNS = /^[^由]*向.+转变$/
/** Closing verbs that only things take. */
const OPENED = /贯通|开工|动工|建成|竣工|投用|使用|完工|通车/
/** A park, or one of a counted few: 五大产业园区. */
const NAMED_ZONE = /园$|^[一二三四五六七八九十]+大/
const NAMED_BODY = /^(?:区|市|县|省|州|旗)(?=.{2})/

const proper = (item: Item, head: string, tokens: readonly Token[], vocabulary: Vocabulary): boolean => {
  const end = item.words.end - (item.words.text.endsWith(head) ? head.length : 0)
  return tokens.some(
    (token) =>
      token.span.start >= item.words.start &&
      token.span.end <= end &&
      PROPER_TAG.test(token.tag) &&
      WORD.test(token.text) &&
      !vocabulary.common.has(token.text),
  )
}

const endsIn = (name: string, words: readonly string[]): boolean => words.some((word) => name.endsWith(word))

const isStrong = ({ verbs, phase, closed, continued }: Clause): boolean =>
  verbs.some((verb) => verb.strong) ||
  // “深化甲铁路、乙铁路等项目前期”: what closes the clause tells that works are meant
  (closed !== undefined && phase === 'study') ||
  (verbs.length === 0 && phase !== undefined && !continued)

/** Something is done to a thing that the words before it tell apart: “甲厂地块出让”, “丁码头改造”, “戊中心东侧广场功能焕新”. */
const doneToThing = (name: string, head: Head, vocabulary: Vocabulary): boolean => {
  if (head.kind !== 'action') return false
  for (let end = name.length - head.head.length; end > 2; end--) {
    const thing = bareCore(name.slice(0, end), vocabulary)
    const inner = headOf(thing, vocabulary)
    if (inner?.kind === 'facility' && thing.length - inner.head.length > 1) return true
  }
  return false
}

/** Something is done to a building of the county's own: “区中医院特色化扩能”. */
const namedBody = (name: string, head: Head, vocabulary: Vocabulary): boolean => {
  if (head.kind !== 'action' || !NAMED_BODY.test(name)) return false
  for (let end = name.length - head.head.length; end > 2; end--)
    if (headOf(name.slice(0, end), vocabulary)?.kind === 'facility') return true
  return false
}

/** 丰产渠综合治理, of a list of waters under one deed. */
const isWater = (item: Item): boolean => item.shared && WATER.test(item.words.text)

/** Whether an item of prose is specific enough: a place, a count, a date, a code, a proper name, or a thing to build. */
const specific = (item: Item, setting: Setting, vocabulary: Vocabulary): boolean => {
  const { clause, placed, dated, tokens, listing, size } = setting
  // “甲铁路中心二期项目”: the stage's own word is a head where nothing before it is
  const head = headOf(bareCore(item.name, vocabulary), vocabulary) ?? headOf(item.name, vocabulary)
  const strong = isStrong(clause)
  // “供水范围覆盖甲镇、乙街道和丙园”: whom a work reaches
  if (clause.verbs.length === 0 && REACHES.test(clause.whole.text)) return false
  if (
    clause.verbs.length === 0 &&
    (clause.phase === undefined || (clause.continued && size < 2 && !item.count))
  )
    return false
  // “其中甲工业园区3户”: what is counted is in it
  if (head?.kind === 'zone' && /[户家]$/.test(item.count ?? '')) return false
  if (item.count !== undefined) return head !== undefined || (strong && item.name.length > 3)
  if (
    item.called === 'projects' &&
    item.name.length > 3 &&
    (strong || placed || (head !== undefined && size > 1) || proper(item, '', tokens, vocabulary))
  )
    return true
  if (
    strong &&
    item.called !== undefined &&
    (placed ||
      /\d/.test(item.name) ||
      proper(
        item,
        '',
        tokens.filter((token) => token.tag !== 'x'),
        vocabulary,
      ))
  )
    return true
  // “…岸线贯通”: what is opened, connected or finished is a thing, whatever its head
  if (head === undefined && strong && OPENED.test(clause.closed ?? '') && placed && listing === 'prose')
    return item.name.length > 4
  // “依托乙河滨水空间打造‘水岸秀场’”: a name in quotation marks, built at a place
  if (head === undefined && strong && placed && /^“[^“”]+”$/.test(item.name)) return true
  // “促使甲园、乙区二期落地”
  if (head === undefined && strong && size > 1 && /.{2}[一二三四五六]期$/.test(item.name)) return true
  if (head === undefined) return false
  if (
    setting.heading &&
    listing === 'prose' &&
    !(strong && (CODE.test(item.name) || (placed && head.kind === 'facility')))
  )
    return false
  if (item.over.length > 0 || item.group) return true
  if (strong && isWater(item)) return true
  const called = clause.verbs.length > 0 && /.{5}(?:项目|工程)$/.test(item.name)
  if (!strong && INSTITUTION.test(item.name)) return false
  if (!strong) return called || (placed && head.kind === 'facility') || (dated && head.kind !== 'action')
  if (head.kind === 'facility' || (head.kind === 'zone' && NAMED_ZONE.test(bareCore(item.name, vocabulary))))
    return true
  const built =
    /(?:工程|项目)$/.test(item.name) &&
    (item.name.length > 7 || categoryOf(item.name, vocabulary) !== 'other')
  return (
    listing === 'tasks' ||
    placed ||
    dated ||
    built ||
    CODE.test(item.name) ||
    namedBody(item.name, head, vocabulary) ||
    doneToThing(item.name, head, vocabulary) ||
    proper(item, head.head, tokens, vocabulary)
  )
}

/** “引进重大外资项目20个”, “改造617家” count something that is not named. */
const emptyCounted = (name: string, vocabulary: Vocabulary): boolean => {
  if (name.length <= 2) return headOf(name, vocabulary)?.kind === 'action'
  const kind = name.replace(/项目$/, '')
  return kind !== name && kind.length <= 7 && headOf(kind, vocabulary) === undefined
}

/** A nickname of counted parts is a project when it is built as such or closes with a thing: “3高4普”铁路网络, not “一心两带”格局. */
const nicknamed = (item: Item, clause: Clause, vocabulary: Vocabulary): boolean => {
  if (!isNickname(item.name) || !/^[“"]/.test(item.name)) return false
  const rest = item.name.replace(/^.*[”"]/, '')
  return rest === '' ? isStrong(clause) : headOf(rest, vocabulary) !== undefined && !SPOILT.test(rest)
}

/** Whether an item is a project in its setting (GUIDELINES: named, placed, counted, dated, or listed among projects). */
export const isProject = (item: Item, setting: Setting, vocabulary: Vocabulary): boolean => {
  const { clause, listing, size } = setting
  const { name } = item
  if (nicknamed(item, clause, vocabulary)) return true
  if (setting.bare || name.length < 2 || name.length > 60 || SPOILT.test(name)) return false
  if (HELD_OR_HOPED.test(name) || OUTCOME.test(name) || TURNS.test(name)) return false
  if (MISBEGUN.test(name) && !setting.opens) return false
  if (ACTS.test(name)) return false
  if (
    listing === 'prose' &&
    vocabulary.heads.get(name)?.kind === 'action' &&
    item.count === undefined &&
    item.over.length === 0
  )
    return false
  if (listing !== 'projects') {
    if (item.count !== undefined && emptyCounted(name, vocabulary)) return false
    if (name.length < 3 && item.count === undefined) return false
    // a merged run of everyday words (“工业设备、建筑机械、老旧电梯”) names no one thing
    if (name.includes('、') && !setting.placed && item.count === undefined && !CODE.test(name)) return false
    const counted =
      CODE.test(name) ||
      (setting.dated && headOf(name, vocabulary)?.kind === 'mass') ||
      item.count !== undefined ||
      item.group !== undefined ||
      isWater(item) ||
      item.over.length > 0 ||
      setting.placed
    if (item.called === 'projects' && size > 1 && isStrong(clause) && name.length > (size > 2 ? 1 : 2))
      return true
    return (
      !endsIn(name, counted ? vocabulary.notCounted : vocabulary.notProjects) &&
      specific(item, setting, vocabulary)
    )
  }
  const head = headOf(bareCore(name, vocabulary), vocabulary)
  const aim = endsIn(name, vocabulary.notProjects)
  if (clause.verbs.some((verb) => verb.strong)) return head !== undefined || !aim || size > 1
  return head !== undefined || (size > 1 && !aim)
}
