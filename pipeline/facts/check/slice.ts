/** Slices a text by code points; texts without characters above U+FFFF are sliced as they are. */
export const codePointSlicer = (text: string): ((start: number, end: number) => string) => {
  if (!/[\u{10000}-\u{10FFFF}]/u.test(text)) return (start, end) => text.slice(start, end)
  const characters = [...text]
  return (start, end) => characters.slice(start, end).join('')
}
