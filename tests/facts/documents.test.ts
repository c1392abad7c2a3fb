import { describe, expect, it } from 'vitest'
import { findDocuments } from '../../pipeline/facts/documents.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import { aReading } from './a-reading.ts'

const knowledge = loadKnowledge()
const find = (...lines: readonly string[]) => findDocuments(aReading(...lines), knowledge)

describe('findDocuments', () => {
  it.each([
    [
      '《》, without the marks',
      '根据《辰州省水网规划（2021—2035年）》编制。',
      ['辰州省水网规划（2021—2035年）'],
    ],
    ['titles side by side', '按照《甲法》《乙条例》执行。', ['甲法', '乙条例']],
    ['a title in a title', '落实《贯彻〈甲决定〉的实施意见》。', ['贯彻〈甲决定〉的实施意见']],
    [
      'plain words between marks of a list',
      '根据《甲纲要》、丙山县第十五次党代会报告、2022年丙山县政府工作报告编制。',
      ['甲纲要', '丙山县第十五次党代会报告', '2022年丙山县政府工作报告'],
    ],
    ['films are no documents', '电影《乙河》热映。', []],
    ['generic kinds are no documents', '编制专项规划和政府工作报告。', []],
  ])('%s', (_, line, names) => {
    const { mentions, facts } = find(line)
    expect(mentions.map(({ name }) => name)).toEqual(names)
    expect(facts.map(({ predicate, subject }) => [predicate, subject])).toEqual(
      names.map(() => ['CITES', 'plan']),
    )
  })

  it('knows a document later by the short name it was given', () => {
    const { mentions } = find('落实《辰州省水网规划》（以下简称《水网规划》）。', '按《水网规划》推进。')
    expect([...new Set(mentions.map(({ name }) => name))]).toEqual(['辰州省水网规划'])
    expect(mentions).toHaveLength(3)
    expect(mentions[0]?.aliases).toContain('水网规划')
  })

  it('does not let a plan cite itself', () => {
    expect(find('《丙山县规划》已印发。').facts).toEqual([])
  })
})
