/** The `key: value` lines between `---` at a text's top (the second rule may be longer); empty where there are none. */
export const frontMatterOf = (text: string): ReadonlyMap<string, string> => {
  const block = /^---[ \t]*\n([\s\S]{0,4000}?)\n-{3,}[ \t]*(?:\n|$)/.exec(text)?.[1]
  if (block === undefined) return new Map()
  return new Map(
    block.split('\n').flatMap((line): [string, string][] => {
      const found = /^\s*([^:：\s][^:：]{0,30}?)\s*[:：]\s*(.+?)\s*$/.exec(line)
      return found ? [[found[1] as string, (found[2] as string).replace(/^["']|["']$/g, '')]] : []
    }),
  )
}
