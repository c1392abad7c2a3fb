/** One indicator under several written names: the long and the short form of a thing, with or without the direction of its change. */
import { wordingKey } from './text.ts'

/** Written forms of one thing that plans change between, the form that stands for it behind. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/(?:国内|地区)?生产总值/g, 'gdp'],
  [/细颗粒物(?:pm2\.5)?/g, 'pm2.5'],
  [/研究和?试验发展|研究和开发|研发/g, 'rd'],
  // 排放总量 and 排放量
  [/总量/g, '量'],
]
/** “用水量下降”16%, “用水量”下降16%: the direction is the figure's. 增长 is not: a growth is another number than what grows. */
const DIRECTION = /(?:累计)?(?:下降|降低|减少|削减)(?:率|幅度)?$/

/** The name under which indicators of two texts are compared. */
export const indicatorKey = (name: string): string => {
  const key = FORMS.reduce((text, [form, one]) => text.replace(form, one), wordingKey(name))
  return key.replace(DIRECTION, '') || key
}
