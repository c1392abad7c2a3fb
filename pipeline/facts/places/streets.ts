/** Streets as ends of a stretch: 甲一路至乙路段, （丙大道—丁街）. Their last word is part of the name, not what is built. */

/** Whether a name is a street's. 公路, 铁路 and 道路 are kinds of lines that are built. */
export const isStreet = (name: string): boolean =>
  /.(?:大道|大街|(?<![公铁道线网管环速])路|街|巷|环路|环线)$/.test(name)

/** What is left of a street when a word is taken off its front: 建设|二路, 甲州|北路. It stands for nothing alone. */
export const isStreetRest = (rest: string): boolean =>
  /^(?:[一二三四五六七八九十\d]+|[东西南北中][一二三四五六七八九十]?|[新老外内横纵大]|)(?:大道|大街|路|街|巷|环路|环线|道)$/.test(
    rest,
  )

const opening =
  /^\p{Script=Han}{1,7}?(?:大道|大街|(?<![公铁道线网管环速])路|街|巷|环路|环线)(?![桥口站线由面道]|立交|高架|隧道)/u

/** Length of the street with which a text opens, by the ending of its name alone; 0 when it opens with none. */
export const streetsLength = (text: string): number => opening.exec(text)?.[0].length ?? 0
