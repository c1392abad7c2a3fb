import { describe, expect, it } from 'vitest'
import { read, recognise } from '../../pipeline/extract.ts'
import { readDocument } from '../../pipeline/input/read.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import type { Mention, Target } from '../../pipeline/records.ts'

const knowledge = loadKnowledge()
const plan = {
  id: 'bingshan',
  title: '丙山县水污染防治工作方案',
  jurisdiction: '辰州省/丙山县',
  periodStart: 2018,
  periodEnd: 2020,
  inferred: [],
}

/** What is found in a text, structure and all. */
const factsIn = (text: string) => {
  const document = readDocument(Buffer.from(text), 'a.txt')
  const { found } = recognise(read(document, plan, knowledge), knowledge)
  const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end).replace(/。$/, '')
  const facts = found.flatMap((one) => one.facts)
  return {
    duties: facts
      .filter(
        ({ predicate, basis, object }) =>
          predicate === 'RESPONSIBLE_FOR' && basis !== 'inferred' && !('type' in object),
      )
      .map(
        ({ subject, object, qualifiers }) =>
          `${(subject as Mention).name} ${qualifiers?.role} ${words(object.span)}`,
      ),
    targets: facts
      .filter(({ predicate }) => predicate === 'HAS_TARGET')
      .map(({ subject, object }) => {
        const { comparator, value, unit, year, kind } = object as Target
        return `${(subject as Mention).name} ${comparator} ${value}${unit} ${year ?? '-'} ${kind}`
      }),
  }
}

describe('a scheme read whole', () => {
  it('takes the title along where the text behind it only says by when', () => {
    expect(
      factsIn('1．拆除甲溪码头3个。2019年6月底前完成。（责任单位：县水利局）\n2．整治乙河。疏浚河道8公里。\n')
        .duties,
    ).toEqual(['县水利局 lead 拆除甲溪码头3个。2019年6月底前完成'])
  })

  it('carries an indicator over “；”', () => {
    expect(factsIn('到2018年，管网漏损率控制在12%以内；到2020年，控制在10%以内。\n').targets).toEqual([
      '管网漏损率 <= 12% 2018 target',
      '管网漏损率 <= 10% 2020 target',
    ])
  })

  it('looks back only in the section that does, though no year is said in the next', () => {
    const text =
      '第一章 现状\n第一节 建设成效\n自来水普及率达到90%。\n第二节 面临形势\n仍有短板。\n第二章 任务\n第一节 供水\n自来水普及率达到95%。\n'
    expect(factsIn(text).targets).toEqual(['自来水普及率 = 90% - baseline', '自来水普及率 = 95% - target'])
  })

  it('dates the figures of a row by its own cell', () => {
    const text =
      '序号\t任务\t责任单位\t完成时间\n1\t新建管网35公里\t县水利局\t2019年12月\n2\t新建泵站2座\t\t2020年6月\n'
    expect(factsIn(text)).toEqual({
      targets: ['管网 = 35公里 2019 target', '泵站 = 2座 2020 target'],
      duties: ['县水利局 lead 新建管网35公里', '县水利局 lead 新建泵站2座'],
    })
  })

  it('lets no name run on from one cell to the next', () => {
    const text =
      '序号 项目名称 建设内容 投资（万元） 责任单位\n1 甲溪公园改造 雨水花园8处 1200 县住建局\n2 乙河湿地 新建湿地12公顷 800 县水利局\n'
    expect(factsIn(text).targets.map((target) => target.split(' ')[0])).not.toContain('甲溪公园改造')
    expect(factsIn(text).targets.join()).not.toMatch(/1200|800/)
  })
})
