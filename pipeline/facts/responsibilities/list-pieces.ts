/** Cuts the inside of a duty note into the names it lists. */
import type { Role } from './duty-words.ts'

/** `clause`: it stands after a comma or stronger, not after 、. */
export type Piece = { readonly start: number; readonly text: string; readonly clause?: boolean }

const OPEN = '（(〔[【《“'

const CLOSE = '）)〕]】》”'

const SEPARATORS = '、，,；;。\n\t /|　<>'

/** Before 和, 与, 及 a name must be complete: 发展 in 发展和改革委 is not. */
const COMPLETE =
  /(?:局|委|办|厅|部|社|会|联|院|队|心|司|处|室|所|站|团|校|行|街|镇|乡|县|区|市|州|府|组|门|位|企|协|党|中|工会|公司|集团|街道|管委)$/

const CONJUNCTION = /以及|和|与|及|会同|联合/g

const TAIL = /(?:等(?:相关|有关)?(?:部门|单位|部门和单位|有关部门|有关单位|部门单位)?|等)$/

/** Parts of a note that speak of the note itself: 列第一位者为牵头单位, 下同, 以下均需…落实，不再列出. */
const ABOUT_NOTE = /第一位|第一个|首位|下同|不再列|^以下|为牵头|^详见|^见附件|^(?:办公室)?设在/

const HEADLESS = /^(?:由|并由|各自?按|按照?(?:各自)?职责(?:分工)?|其他|其它)/

/** 各乡镇、街道, 各县、区人民政府 is one class of bodies, not two. */
const isOneClass = (before: string, after: string): boolean =>
  (/各(?:乡镇|镇|镇乡|乡（镇）)(?:(?:人民)?政府)?$/.test(before) &&
    /^、(?:各)?街道(?:办事处|办)?(?=$|[^\u4e00-\u9fa5]|按|负责|落实|具体|分别|配合|参与|实施|等|及|和)/.test(
      after,
    )) ||
  // 各县、区人民政府
  (/各(?:县|区|市|旗|县（市）|乡|镇)$/.test(before) &&
    /^、(?:区|县|市|旗|镇|乡|街道)(?:(?:人民)?政府|管委会|办事处|（|$|(?![\u4e00-\u9fa5]))/.test(after))

/** Cuts a text at separators outside brackets. */
export const cut = (text: string): readonly Piece[] => {
  const pieces: Piece[] = []
  let depth = 0
  let start = 0
  let clause = true
  for (let i = 0; i <= text.length; i += 1) {
    const character = text[i] ?? ''
    if (character !== '' && OPEN.includes(character)) depth += 1
    if (character !== '' && CLOSE.includes(character)) depth = Math.max(0, depth - 1)
    const inside = depth > 0 || !SEPARATORS.includes(character)
    if (i < text.length && (inside || isOneClass(text.slice(start, i), text.slice(i)))) continue
    if (i > start) pieces.push({ start, text: text.slice(start, i), clause })
    clause = clause && i === start ? clause : !'、 　|/'.includes(character)
    start = i + 1
  }
  return pieces
}

type Joined = Piece & { readonly joined?: Role }

/** Cuts 甲局和乙局 in two, but not 住房和城乡建设局; the body after 会同 supports. */
export const cutConjunctions = ({ start, text, joined }: Joined): readonly Joined[] => {
  for (const match of text.matchAll(CONJUNCTION)) {
    const left = text.slice(0, match.index)
    const right = text.slice(match.index + match[0].length)
    if (left.length >= 2 && right.length >= 2 && COMPLETE.test(left) && !/^单位|^部门|^个人/.test(right))
      return [
        { start, text: left, ...(joined ? { joined } : {}) },
        ...cutConjunctions({
          start: start + match.index + match[0].length,
          text: right,
          ...(match[0].length === 2 && match[0] !== '以及'
            ? { joined: 'support' as const }
            : joined
              ? { joined }
              : {}),
        }),
      ]
  }
  return [{ start, text, ...(joined ? { joined } : {}) }]
}

/** A name without 由 before and 等 after it; undefined for what speaks of the note itself. */
export const trimmed = ({ start, text }: Piece): Piece | undefined => {
  const lead = /^[\s*]+/.exec(text)?.[0].length ?? 0
  let body = text.slice(lead).replace(/[\s*]+$/, '')
  let at = start + lead
  const headless = HEADLESS.exec(body)?.[0].length ?? 0
  at += headless
  body = body.slice(headless)
  const bare = body.replace(TAIL, '')
  if (ABOUT_NOTE.test(bare)) return undefined
  return /[\u4e00-\u9fa5]{2}/.test(bare) && bare.length <= 32 ? { start: at, text: bare } : undefined
}
