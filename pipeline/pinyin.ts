/** Toneless pinyin forms of a name, so that people who type “Jiaxi” find 甲溪. The only file that knows the driver. */
import { pinyin } from 'pinyin-pro'

const HAN = /\p{Script=Han}/u

const syllables = (name: string): readonly string[] =>
  pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter((syllable) => syllable !== '')

/** For 甲溪: `jiaxi`, `jia xi`, and the initials `jx`. Empty for a name without Chinese characters. */
export const pinyinForms = (names: readonly string[]): readonly string[] => {
  const forms = new Set<string>()
  for (const name of names) {
    if (!HAN.test(name)) continue
    const parts = syllables(name)
    forms.add(parts.join(''))
    forms.add(parts.join(' '))
    forms.add(parts.map((part) => (/^\d/.test(part) ? part : part[0])).join(''))
  }
  forms.delete('')
  return [...forms].sort()
}
