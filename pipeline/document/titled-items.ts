import { numberOf } from './numerals.ts'

/** “。1.防治工业污染。取缔…2.治理生活污染。新建…”: in any line, where the next number has a title and a text as well. */
const TITLED =
  /(?<=^|[。；）\s])(?:(?<han>[一二三四五六七八九十]{1,3})、|[（(](?<bracket>[一二三四五六七八九十]{1,3})[）)]|(?<number>\d{1,2})[．.、](?!\d))(?<title>[^\d。；，：:！？\s][^。；，：:！？]{1,28})[。\s](?=[^\s（(]{6})/g

/** Where titled items 1., 2. (一、, （一）) of one style follow one another in a line, the starts of all but what opens it. */
export const titledCuts = (text: string): readonly number[] => {
  const items = [...text.matchAll(TITLED)].map((found) => {
    const [style, number] = Object.entries(found.groups ?? {}).find(([, value]) => value !== undefined) ?? []
    return { style, value: numberOf(number ?? ''), at: found.index }
  })
  const follows = (a: (typeof items)[number] | undefined, b: (typeof items)[number] | undefined): boolean =>
    a !== undefined && b !== undefined && a.style === b.style && b.value === (a.value ?? Number.NaN) + 1
  return items.flatMap((item, index) => {
    const others = [...items.slice(0, index).reverse(), ...items.slice(index + 1)].filter(
      ({ style }) => style === item.style,
    )
    return others.some((other) => follows(other, item) || follows(item, other)) ? [item.at] : []
  })
}
