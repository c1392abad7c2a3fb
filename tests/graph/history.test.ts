import { describe, expect, it } from 'vitest'
import { compose } from '../../graph/compose.ts'
import { history } from '../../graph/history/history.ts'
import { type Edition, type Subject, subjectsNamed } from '../../graph/history/subject.ts'
import { factsOf, type Line } from './facts.ts'

const serves = (project: string, phase?: 'plan' | 'start'): Line => ({
  kind: 'serves',
  project,
  place: '乙河新区',
  ...(phase ? { phase } : {}),
})
const target = (value: number): Line => ({ kind: 'target', indicator: '城镇化率', value, year: 2025 })
const duty = (act: string): Line => ({ kind: 'duty', department: '水务局', act })
/** The words of a line that the reader does not understand. */
const unread = (text: string): Line => ({ kind: 'exhortation', text })

const editions = (...texts: readonly (readonly Line[])[]): readonly Edition[] =>
  texts.map((lines, at) => ({
    revision: `revision:bingshan/${at}`,
    plan: 'plan:bingshan',
    title: '丙山县规划',
    label: String(at),
    ordinal: at + 1,
    day: `202${at}-01-01`,
    facts: factsOf({ edition: String(at), lines }),
  }))

const rank = (): number | undefined => undefined

const followed = (texts: readonly Edition[], word: string) => {
  const [subject, ...others] = subjectsNamed(texts, word)
  if (!subject || others.length > 0) throw new Error(`one thing is called ${word}`)
  return history(texts, subject, rank)
}
const eventsOf = (texts: readonly Edition[], word: string) => followed(texts, word).map(({ event }) => event)

describe('the history of a thing', () => {
  it('says when a target appears, is raised, is as it was, and is dropped', () => {
    const texts = editions(
      [serves('甲溪水库')],
      [target(60)],
      [target(65)],
      [target(65)],
      [serves('甲溪水库')],
    )
    expect(eventsOf(texts, '城镇化率')).toEqual(['absent', 'appears', 'changed', 'unchanged', 'dropped'])
    const [, , raised, , dropped] = followed(texts, '城镇化率')
    expect(raised?.changes).toMatchObject([{ kind: 'target_raised', old: 60, new: 65 }])
    expect(raised?.items).toMatchObject([{ value: '= 65 %', year: '2025', kindOfFigure: 'target' }])
    expect(dropped?.changes).toMatchObject([{ kind: 'target_dropped', stillInText: false }])
  })

  it('says that a sentence is still there but was not understood', () => {
    const texts = editions([target(60)], [unread('到2025年，城镇化率达到60%。')])
    expect(eventsOf(texts, '城镇化率')).toEqual(['appears', 'misread'])
  })

  it('says that what was dropped comes back, and compares it with what it was', () => {
    const texts = editions(
      [serves('甲溪水库', 'plan')],
      [target(60)],
      [target(60)],
      [serves('甲溪水库', 'start')],
    )
    expect(eventsOf(texts, '甲溪水库')).toEqual(['appears', 'dropped', 'absent', 'appears'])
    expect(followed(texts, '甲溪水库').at(-1)?.changes).toMatchObject([{ kind: 'phase_advanced' }])
  })

  it('follows a commitment that is worded anew, forwards and backwards', () => {
    const texts = editions([duty('新建甲溪两岸堤防')], [duty('新建甲溪两岸堤防工程')], [target(60)])
    for (const word of ['新建甲溪两岸堤防（水务局）', '新建甲溪两岸堤防工程'])
      expect(eventsOf(texts, word)).toEqual(['appears', 'changed', 'dropped'])
  })
})

describe('the history of a thing in a plan that is amended', () => {
  it('quotes the words by which an amendment takes it away', () => {
    const [plan] = editions([serves('甲溪水库'), target(60)])
    if (!plan) throw new Error('there is one')
    const notice = factsOf({
      edition: '1',
      amends: true,
      lines: [target(65), { kind: 'removes', words: '取消甲溪水库' }],
    })
    const texts = [plan, { ...plan, ordinal: 2, facts: compose([plan.facts, notice]) }]
    expect(followed(texts, '甲溪水库').at(-1)).toMatchObject({ event: 'dropped', because: ['取消甲溪水库'] })
    expect(followed(texts, '城镇化率').at(-1)).toMatchObject({
      event: 'changed',
      items: [{ value: '= 65 %', quote: '到2025年，城镇化率达到65%。\n' }],
    })
  })
})

describe('what a word means', () => {
  const texts = editions([serves('甲溪水库'), serves('甲溪水库灌区'), target(60), duty('新建甲溪两岸堤防')])
  const named = (word: string) => subjectsNamed(texts, word).map(({ name }: Subject) => name)

  it.each([
    ['甲溪水库', ['甲溪水库']],
    ['甲溪', ['甲溪水库', '甲溪水库灌区']],
    ['城镇化', ['城镇化率']],
    ['两岸堤防', ['新建甲溪两岸堤防（水务局）。\n']],
    ['丁台水厂', []],
  ])('%s: %j', (word, names) => expect(named(word)).toEqual(names))
})
