/** Towns that share the one 镇人民政府 at the end of their list: 甲溪、乙河、丙山镇人民政府. */
import type { Span } from '../../records.ts'

const BARE = /^[\u4e00-\u9fa5]{2,3}$/
/** 场镇, 各镇, 有关乡镇 are no town's name. */
const CLASS = /^(?:各|有关|相关|其他|所在|所属)|(?:镇|乡|街道|村|社区|区|县|市|局|委|办|公司|集团|部门|单位)$/
const FULL = /^(?!各|有关|相关)[\u4e00-\u9fa5]{2,4}?((?:镇|乡|街道)(?:人民政府|政府|办事处|党委)|街道办)$/
const JOINT = /^(?:、|和|与|及)$/

/**
 * What each bare name of a list lacks, by where the name starts. A bare name counts only in an unbroken run (、和) up to
 * a name that is written out; `isBody` says which short names are bodies by themselves.
 */
export const sharedTails = (
  text: string,
  spans: readonly Span[],
  isBody: (name: string) => boolean,
): ReadonlyMap<number, string> => {
  const tails = new Map<number, string>()
  let tail: string | undefined
  let next: Span | undefined
  for (const span of spans.toReversed()) {
    const name = text.slice(span.start, span.end)
    const joined = next !== undefined && JOINT.test(text.slice(span.end, next.start))
    const own = FULL.exec(name)?.[1]
    if (own) tail = own
    else if (!joined || !BARE.test(name) || CLASS.test(name) || isBody(name)) tail = undefined
    else if (tail) tails.set(span.start, tail)
    next = span
  }
  return tails
}
