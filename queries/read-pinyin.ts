/** Pinyin in a question, read as the Chinese name it stands for, so that Puli asks what 浦里 asks. */
import type { KnownEntity, NameInQuestion } from './find-names.ts'

const letters = (text: string): string => text.toLowerCase().replaceAll(' ', '')

/** The first characters of the name that the pinyin spells, where it spells whole characters from the first on. */
const spelled = ({ name, pinyin }: KnownEntity, form: string): string | undefined => {
  const words = pinyin.filter((one) => one.includes(' ')).map((one) => one.split(' '))
  for (const syllables of words)
    for (let count = 1; count <= syllables.length; count++)
      if (syllables.slice(0, count).join('') === letters(form)) return [...name].slice(0, count).join('')
  return undefined
}

const bears = ({ name, aliases }: KnownEntity, form: string): boolean =>
  name === form || aliases.includes(form)

/**
 * A place in pinyin with its Chinese reading: the one that is itself a name (浦里, for it is a short name of 浦里新区), else the only
 * one. Places of the same sound that are written otherwise (普里河) are kept apart, to be said. Anything else comes back as it was.
 */
export const readPinyin = (name: NameInQuestion, entities: readonly KnownEntity[]): NameInQuestion => {
  if (name.topic !== 'place' || !/^[a-z ]+$/i.test(name.form)) return name
  const places = entities.filter(({ type }) => type === 'Place')
  const readings = places.flatMap((place) => {
    const reading = spelled(place, name.form)
    return reading === undefined ? [] : [{ place, reading }]
  })
  const all = [...new Set(readings.map(({ reading }) => reading))]
  const named = all.filter((reading) => places.some((place) => bears(place, reading)))
  const [read] = named.length > 0 ? named : all
  if (read === undefined || named.length > 1 || (named.length === 0 && all.length > 1)) return name
  const bearers = places.filter((place) => bears(place, read))
  return {
    ...name,
    read,
    entities:
      bearers.length > 0 ? bearers : readings.filter((one) => one.reading === read).map((one) => one.place),
    isWhole: name.isWhole || bearers.length > 0,
    alike: readings.filter(({ reading }) => reading !== read).map(({ place }) => place),
  }
}
