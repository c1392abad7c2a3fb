/** The words that names of public bodies are made of, compiled once per knowledge into matchers. */
import type { Knowledge, Row } from '../../knowledge.ts'
import { readWords, variantsOf, type Words } from './words.ts'

/** How sure a piece of text is the name of a body: by its whole form, by its ending, or by an ending others share. */
export type Sureness = 'known' | 'strong' | 'weak'

export type KnownForm = {
  /** Level as written, with a place's name where one stands there: 区, 市委, 甲县. */
  readonly prefix: string
  /** Canonical wording of the charge (发展改革), or the whole name after the level (法院). */
  readonly charge: string
  /** Class of head: 委 for 委员会. Empty for bodies named whole. */
  readonly head: string
  readonly domain?: string
}

export type Vocabulary = {
  /** Reads a whole text as level + charge + head; undefined when it is not a known form. */
  readonly parse: (text: string) => KnownForm | undefined
  readonly sureness: (text: string) => Sureness | undefined
  readonly isClass: (text: string) => boolean
  /** A charge without the office that has it: 教育 in 发展改革、教育等部门. */
  readonly isCharge: (text: string) => boolean
  /** Charges in a list that 等部门 closes; group 1 is the list. */
  readonly chargeLists: RegExp
  /** Sticky sources for running prose. */
  readonly knownSource: string
  readonly elidedSource: string
  /** A charge with an ending that facilities share (土地储备中心): a body only where it acts. */
  readonly sharedSource: string
  /** Names that count in prose only where the body acts. */
  readonly onlyActing: (name: string) => boolean
  readonly classes: readonly { readonly source: string; readonly acting: boolean; readonly level: string }[]
  readonly centralSource: string
  readonly central: ReadonlyMap<string, string>
  readonly acts: RegExp
  /** The same after further bodies of a list: 、乙局负责. */
  readonly actsInList: RegExp
  readonly actsTable: ReadonlyMap<string, Row>
  readonly levelWords: readonly string[]
  readonly rightBlocks: ReadonlyMap<string, string>
  /** Every way the charge of a domain's body is worded. */
  readonly headClass: (text: string) => string | undefined
}

const CACHE = new WeakMap<Knowledge, Vocabulary>()
const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const longestFirst = (words: Iterable<string>) =>
  [...new Set(words)].filter((word) => word !== '').sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
const either = (words: Iterable<string>) => `(?:${longestFirst(words).map(literal).join('|')})`

const PLACE_LEVEL = '(?:自治区|自治州|自治县|省|市|州|盟|区|县|旗)'
const LEVEL = '(?:自治区|自治州|国家|中央|省|市|州|盟|区|县|旗|镇|乡)'
const PREFIX = `(?:(?:(?![局委办厅部会同由和与])[\\u4e00-\\u9fa5]){2,7}?${PLACE_LEVEL})?${LEVEL}?(?:级)?(?:委|政府)?`

/** 要 in 要求, 对 in 对策 are no verbs. */
const NOT_NOUN = '(?<!要(?=求|素|件|点|闻|道|义|务|害))(?<!对(?=策|象|口|外|接))'
const ENDS_BODY = '[局委办厅部会院府街镇乡区县社队司位门处心）]'

/** Compiles (or takes from its cache) the vocabulary of a knowledge. */
export const departmentVocabulary = (knowledge: Knowledge): Vocabulary => {
  const cached = CACHE.get(knowledge)
  if (cached) return cached
  const made = compile(knowledge)
  CACHE.set(knowledge, made)
  return made
}

/** Reads a whole text as level + charge + head, or as level + body. */
const parserOf = ({ charges, bodies, strong, weak, classOf }: Words): Vocabulary['parse'] => {
  const charge = either(charges.keys())
  const whole = new RegExp(
    `^(${PREFIX})(?:(${charge})(${either([...strong, ...weak])})|(${either(bodies.keys())}))$`,
  )
  return (text) => {
    const match = whole.exec(text)
    if (!match) return undefined
    const [, prefix = '', word, head, body] = match
    if (body !== undefined) return { prefix, charge: bodies.get(body) ?? body, head: '' }
    const known = charges.get(word ?? '')
    return {
      prefix,
      charge: known?.charge ?? '',
      head: classOf.get(head ?? '') ?? '',
      ...(known ? { domain: known.domain } : {}),
    }
  }
}

/** How sure a text is the name of a body. */
const surenessIn = (
  knowledge: Knowledge,
  words: Words,
  parse: Vocabulary['parse'],
  isClass: Vocabulary['isClass'],
): Vocabulary['sureness'] => {
  const endsStrong = new RegExp(`[\\u4e00-\\u9fa5]{2,}${either(words.strong)}$`)
  const endsWeak = new RegExp(`[\\u4e00-\\u9fa5）”]+${either(words.weak)}$`)
  const ordinary = knowledge.table('department-not-bodies').map((row) => row.word ?? '')
  const surenessOf = (text: string): Sureness | undefined => {
    const form = parse(text)
    // 民族医院 has a charge in it and is no body: an ending that others share needs a level before it.
    const isSure = form !== undefined && (form.prefix !== '' || form.head === '' || endsStrong.test(text))
    if (isClass(text) || words.central.has(text) || isSure) return 'known'
    if (ordinary.some((word) => text.endsWith(word))) return undefined
    if (endsStrong.test(text)) return 'strong'
    return endsWeak.test(text) ? 'weak' : undefined
  }
  // 各区政府（管委会）: what stands in brackets after a name does not unmake it.
  return (text) =>
    surenessOf(text) ??
    (/.（[^（）]*）$/.test(text) ? surenessOf(text.replace(/（[^（）]*）$/, '')) : undefined)
}

const compile = (knowledge: Knowledge): Vocabulary => {
  const words = readWords(knowledge)
  const parse = parserOf(words)
  const classRows = knowledge.table('department-classes')
  const anyClass = new RegExp(`^(?:${classRows.map((row) => row.pattern).join('|')})$`)
  const isClass = (text: string) => anyClass.test(text)
  const deferred = knowledge
    .table('department-bodies')
    .filter((row) => row.acting === 'yes')
    .flatMap((row) => variantsOf(row, 'name'))
  const charge = either(words.charges.keys())
  // A charge makes no government of its own: 环境保护政府奖.
  const offices = either(words.strong.filter((head) => !head.endsWith('政府') && !head.startsWith('街道')))
  const acts = knowledge.table('department-acts')
  const act = either(acts.map((row) => row.word ?? ''))
  return Object.freeze({
    parse,
    sureness: surenessIn(knowledge, words, parse, isClass),
    isClass,
    isCharge: (text: string) => words.charges.has(text),
    chargeLists: new RegExp(`(${charge}(?:[、和及]${charge})+)等?(?:有关|相关|职能|主管)?部门`, 'g'),
    knownSource: `(?:${charge}${offices}|${either(words.bodies.keys())})`,
    onlyActing: (name: string) => deferred.some((body) => name.endsWith(body)),
    sharedSource: `${charge}(?:中心|总站|事务所)`,
    elidedSource: `${charge}${offices}`,
    classes: classRows.map((row) => ({
      source: row.pattern ?? '',
      acting: row.acting === 'yes',
      level: row.level ?? '',
    })),
    centralSource: either(words.central.keys()),
    central: words.central,
    acts: new RegExp(`${act}${NOT_NOUN}`, 'y'),
    actsInList: new RegExp(
      `(?:[、和与及][\\u4e00-\\u9fa5（）]{1,13}?${ENDS_BODY})*(?:等(?:部门|单位)?)?${act}${NOT_NOUN}`,
      'y',
    ),
    actsTable: new Map(acts.map((row) => [row.word ?? '', row])),
    levelWords: knowledge.table('department-level-words').map((row) => row.word ?? ''),
    rightBlocks: new Map(
      knowledge.table('department-right-blocks').map((row) => [row.head ?? '', row.next ?? '']),
    ),
    headClass: (text: string) => {
      const head = longestFirst(words.classOf.keys()).find((word) => text.endsWith(word))
      return head === undefined ? undefined : words.classOf.get(head)
    },
  })
}
