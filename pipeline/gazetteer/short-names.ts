/** Short forms of division names: 甲溪镇 → 甲溪, 乙河土家族自治县 → 乙河. */

const SUFFIX = /(?:特别行政区|自治区|自治州|自治县|自治旗|民族乡|街道办事处|街道|地区|苏木|林区|新区|省|市|县|区|盟|旗|镇|乡)$/

/** The name without its kind and the peoples it names; undefined where less than two characters would be left. */
export const shortName = (name: string, peoples: readonly string[]): string | undefined => {
  const suffix = SUFFIX.exec(name)?.[0]
  if (!suffix) return undefined
  const bare = name.slice(0, -suffix.length)
  const short = /自治|民族/.test(suffix) ? withoutPeoples(bare, peoples) : bare
  return short.length >= 2 ? short : undefined
}

const withoutPeoples = (name: string, peoples: readonly string[]): string => {
  const last = peoples.find((people) => name.endsWith(people) && name.length - people.length >= 2)
  return last ? withoutPeoples(name.slice(0, -last.length), peoples) : name
}
