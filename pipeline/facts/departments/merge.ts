/** Brings the written forms of one body together: 区规资局 and 区规划资源局 are one, 区农村局 of two candidates is neither. */
import type { Mention, Span } from '../../records.ts'
import type { Vocabulary } from './vocabulary.ts'

type Body = {
  readonly name: string
  readonly aliases: ReadonlySet<string>
  readonly level: string
  readonly core: string
  readonly head: string
}

const LEVEL = /^(自治区|自治州|国家|省|市|州|盟|区|县|旗)/

const bodyOf = (name: string, aliases: ReadonlySet<string>, vocabulary: Vocabulary): Body => {
  const form = vocabulary.parse(name)
  const level = form ? form.prefix : (LEVEL.exec(name)?.[1] ?? '')
  const head = form?.head ?? vocabulary.headClass(name) ?? ''
  return { name, aliases, level, head, core: form ? `=${form.charge}` : name.slice(level.length) }
}

const isSubsequence = (short: string, long: string): boolean => {
  let at = 0
  for (const character of long) if (character === short[at]) at += 1
  return at === short.length
}

/** 土储中心 shortens 土地储备中心: same level, same kind of head, first character kept, the rest in order. */
const shortens = (short: Body, long: Body): boolean =>
  short.name.length < long.name.length &&
  short.level === long.level &&
  short.head !== '' &&
  short.head === long.head &&
  short.name[short.level.length] === long.name[long.level.length] &&
  short.name.length - short.level.length >= 3 &&
  isSubsequence(short.name.slice(short.level.length), long.name.slice(long.level.length))

const same = (a: Body, b: Body): boolean =>
  a.level === b.level && a.head === b.head && a.core.startsWith('=') && a.core === b.core

/** Longest written form, the earliest of equals; 区教育部门 only where nothing else is written. */
const leader = (all: readonly string[]): string => {
  const offices = all.filter((name) => !name.endsWith('部门'))
  const names = offices.length > 0 ? offices : all
  return names.reduce((best, name) => (name.length > best.length ? name : best))
}

const TOWN = /[\u4e00-\u9fa5]{1,6}(?:镇|乡|街道)$/
const OFFICES = ['人民政府', '政府', '办事处', '办']

const pairOf = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`)

/** Pairs of names that one note lists side by side: 区工商分局、区质监局 are two, though both watch over the market. */
const listedTogether = (mentions: readonly Mention[], listed: readonly Span[]): ReadonlySet<string> => {
  const pairs = new Set<string>()
  for (const { start, end } of listed) {
    const names = mentions
      .filter(({ span }) => span.start >= start && span.end <= end)
      .map(({ name }) => name)
    for (const [i, a] of names.entries())
      for (const b of names.slice(i + 1)) if (a !== b) pairs.add(pairOf(a, b))
  }
  return pairs
}

/**
 * Gives every mention of one body the same name, the fullest that was written, with the other forms as aliases.
 * A short form joins only when exactly one body can be meant, and never two that one of the notes (`listed`) names together.
 */
export const mergeBodies = (
  mentions: readonly Mention[],
  vocabulary: Vocabulary,
  listed: readonly Span[] = [],
): readonly Mention[] => {
  const apart = listedTogether(mentions, listed)
  const aliases = new Map<string, Set<string>>()
  for (const mention of mentions) {
    const known = aliases.get(mention.name) ?? new Set<string>()
    for (const alias of mention.aliases) known.add(alias)
    aliases.set(mention.name, known)
  }
  const bodies = [...aliases].map(([name, known]) => bodyOf(name, known, vocabulary))
  const classes = new Set(bodies.filter((body) => vocabulary.isClass(body.name)).map((body) => body.name))
  const group = new Map<string, string>(bodies.map((body) => [body.name, body.name]))
  const root = (name: string): string => {
    const up = group.get(name) ?? name
    return up === name ? name : root(up)
  }
  const named = bodies.filter((body) => !classes.has(body.name))
  // 区教育部门 is 区教育局 where the document names that one.
  for (const office of named.filter((body) => body.head === '部门')) {
    const own = named.filter(
      (body) =>
        body !== office && body.level === office.level && body.core === office.core && body.core[0] === '=',
    )
    if (new Set(own.map((body) => root(body.name))).size === 1)
      group.set(office.name, root((own[0] as Body).name))
  }
  const mayJoin = (a: string, b: string): boolean =>
    !bodies.some(
      (one) =>
        root(one.name) === root(a) &&
        bodies.some((other) => root(other.name) === root(b) && apart.has(pairOf(one.name, other.name))),
    )
  // 甲溪镇 that answers for something is 甲溪镇人民政府 where the document names that.
  for (const town of named)
    for (const office of named)
      if (TOWN.test(town.name) && OFFICES.some((end) => office.name === `${town.name}${end}`))
        if (mayJoin(town.name, office.name)) group.set(root(town.name), root(office.name))
  // 县河长办 is 县水务局（县河长办） where both plates stand together.
  for (const plated of named.filter(({ aliases: all }) => [...all].some((alias) => alias.endsWith('）'))))
    for (const other of named)
      if (other !== plated && plated.aliases.has(other.name) && mayJoin(plated.name, other.name))
        group.set(root(other.name), root(plated.name))
  for (const a of named)
    for (const b of named)
      if (a !== b && same(a, b) && root(a.name) !== root(b.name) && mayJoin(a.name, b.name))
        group.set(root(a.name), root(b.name))
  for (const short of named) {
    const longer = new Set(
      named
        .filter((long) => root(long.name) !== root(short.name) && shortens(short, long))
        .map((long) => root(long.name)),
    )
    const [long] = [...longer]
    if (longer.size === 1 && long !== undefined && mayJoin(short.name, long))
      group.set(root(short.name), long)
  }
  const members = new Map<string, string[]>()
  for (const body of bodies)
    members.set(root(body.name), [...(members.get(root(body.name)) ?? []), body.name])
  return mentions.map((mention) => {
    const names = members.get(root(mention.name)) ?? [mention.name]
    const name = leader(names)
    const all = new Set(names.flatMap((one) => [one, ...(aliases.get(one) ?? [])]))
    all.delete(name)
    return { ...mention, name, aliases: [...all] }
  })
}
