import { describe, expect, it } from 'vitest'
import type { EntityType } from '../../graph/model.ts'
import { resolve } from '../../pipeline/facts/resolve.ts'
import { loadKnowledge } from '../../pipeline/knowledge.ts'
import type { Mention, Reading } from '../../pipeline/records.ts'
import { aReading, found, mention } from './a-reading.ts'

const knowledge = loadKnowledge()
const resolved = (reading: Reading, ...mentions: readonly Mention[]) =>
  resolve(reading, [found(mentions)], knowledge)
const entities = (reading: Reading, ...mentions: readonly Mention[]) =>
  resolved(reading, ...mentions).entities.map(({ id, name, aliases }) => ({ id, name, aliases }))

describe('one entity per thing', () => {
  it.each<[string, EntityType, string, string, string]>([
    ['the same name twice', 'Place', '甲溪镇', '甲溪镇', '甲溪镇'],
    ['another dash', 'Project', '甲溪—乙河大道', '甲溪-乙河大道', '甲溪—乙河大道'],
    ['quotes', 'Project', '“一江三山”绿道', '一江三山绿道', '“一江三山”绿道'],
    ['项目 behind the name', 'Project', '甲溪水库', '甲溪水库项目', '甲溪水库'],
    ['建设工程 behind the name', 'Project', '甲溪水库建设工程', '甲溪水库', '甲溪水库'],
    ['the jurisdiction before a town', 'Place', '丙山县甲溪镇', '甲溪镇', '甲溪镇'],
    ['the jurisdiction before a body', 'Department', '丙山县水务局', '县水务局', '县水务局'],
    ['a body without its prefix', 'Department', '县水务局', '水务局', '县水务局'],
    ['how an indicator is counted', 'Indicator', '经营主体数量', '经营主体', '经营主体数量'],
    ['the jurisdiction’s short name before a zone', 'Place', '丙山乙河新区', '乙河新区', '乙河新区'],
  ])('joins names that differ by %s', (_, type, one, other, name) => {
    const reading = aReading(`${one}。`, `${other}。`)
    const second = mention(reading, type, other, { nth: one === other || one.includes(other) ? 1 : 0 })
    const [entity, ...rest] = entities(reading, mention(reading, type, one), second)
    expect(rest).toEqual([])
    expect(entity?.name).toBe(name)
  })

  it.each<[string, EntityType, string, string]>([
    ['zones that share a short name', 'Place', '乙河新区', '乙河城市带'],
    ['a place and what is called after it', 'Place', '三合', '三合水库'],
    ['a town and a city of one name', 'Place', '长溪镇', '长溪市'],
    ['bodies of two levels', 'Department', '县水务局', '省水务局'],
    ['phases of one project', 'Project', '甲溪水厂一期工程', '甲溪水厂二期工程'],
    ['a total and its growth', 'Indicator', '地区生产总值增长', '地区生产总值'],
    ['a programme and one part of it', 'Project', '“四好农村路”', '“四好农村路”安防'],
    ['the jurisdiction’s museum and any', 'Project', '丙山博物馆', '博物馆'],
    ['two kinds of works', 'Project', '甲溪水厂', '甲溪污水厂'],
  ])('keeps apart %s', (_, type, one, other) => {
    const reading = aReading(`${one}。`, `${other}。`)
    const second = mention(reading, type, other, { nth: other.startsWith(one) ? 0 : 0 })
    expect(entities(reading, mention(reading, type, one), second)).toHaveLength(2)
  })
})

describe('aliases', () => {
  it('joins a short form that one name alone claims', () => {
    const reading = aReading('甲溪镇。', '甲溪。')
    const short = mention(reading, 'Place', '甲溪', { nth: 1 })
    expect(entities(reading, mention(reading, 'Place', '甲溪镇', { aliases: ['甲溪'] }), short)).toEqual([
      { id: 'place:辰州省/丙山县/甲溪镇', name: '甲溪镇', aliases: ['甲溪'] },
    ])
  })
  it('leaves a short form that two names claim by itself', () => {
    const reading = aReading('乙河新区、乙河城市带、乙河。')
    const names = ['乙河新区', '乙河城市带'].map((name) =>
      mention(reading, 'Place', name, { aliases: ['乙河'] }),
    )
    expect(entities(reading, ...names, mention(reading, 'Place', '乙河', { nth: 2 }))).toHaveLength(3)
  })
  it('joins what the text defines', () => {
    const reading = aReading('按照《丙山县水利发展规划》（以下简称《规划》）实施。', '《规划》提出。')
    const full = mention(reading, 'Document', '丙山县水利发展规划')
    const [entity, ...rest] = entities(reading, full, mention(reading, 'Document', '规划', { nth: 2 }))
    expect(rest).toEqual([])
    expect(entity).toMatchObject({ name: '丙山县水利发展规划', aliases: ['规划'] })
  })
  it('takes the words at a mention where they shorten the name, not where they are an item of a list', () => {
    const reading = aReading('甲溪、乙河。')
    const town = mention(reading, 'Place', '甲溪', { name: '甲溪镇' })
    const plant = mention(reading, 'Project', '甲溪', { name: '甲溪水厂' })
    expect(entities(reading, town, plant).map(({ aliases }) => aliases)).toEqual([['甲溪'], []])
  })
})

describe('a short form', () => {
  it.each<[string, EntityType, string, string, Record<string, string>, number]>([
    ['of a zone that is a river’s name', 'Place', '乙江新区', '乙江', { kind: 'water' }, 2],
    ['of a zone that says nothing of its kind', 'Place', '乙江新区', '乙江', { kind: 'other' }, 1],
    [
      'that names the whole a project is part of',
      'Project',
      '甲溪港东作业区物流枢纽',
      '甲溪港东作业区',
      {},
      2,
    ],
    ['that names the ends of a line', 'Project', '甲溪—乙河公路', '甲溪—乙河', {}, 1],
  ])('%s', (_, type, name, short, attributes, count) => {
    const reading = aReading(`${name}。`, `${short}。`)
    const full = mention(reading, type, name, {
      aliases: [short],
      attributes: type === 'Place' ? { kind: 'zone' } : {},
    })
    expect(entities(reading, full, mention(reading, type, short, { nth: 1, attributes }))).toHaveLength(count)
  })
})

describe('ids', () => {
  it.each<[EntityType, string, Record<string, string>, string]>([
    ['Place', '甲溪镇', {}, 'place:辰州省/丙山县/甲溪镇'],
    ['Place', '丙山县', {}, 'place:辰州省/丙山县'],
    ['Place', '辰州省', {}, 'place:辰州省'],
    ['Place', '长溪镇', { path: '巳州省/午县/长溪镇' }, 'place:巳州省/午县/长溪镇'],
    ['Project', '甲溪水库项目', {}, 'project:辰州省/丙山县/甲溪水库'],
    ['Deadline', '2025年', {}, 'deadline:2025年'],
    ['Indicator', '森林覆盖率', {}, 'indicator:森林覆盖率'],
    ['Document', '丁法', {}, 'document:丁法'],
  ])('of a %s called %s', (type, name, attributes, id) => {
    const reading = aReading(name)
    expect(entities(reading, mention(reading, type, name, { attributes }))[0]?.id).toBe(id)
  })
})

describe('phases', () => {
  it.each([
    ['the box over the prose', 'complete', 'start', 'start'],
    ['the furthest where neither is boxed', 'start', undefined, 'start'],
  ])('takes %s', (_, prose, boxed, phase) => {
    const reading = aReading('# 设施', '甲溪水库。', '## 重大项目', '甲溪水库。')
    const one = mention(reading, 'Project', '甲溪水库', { attributes: { phase: prose } })
    const other = mention(reading, 'Project', '甲溪水库', {
      nth: 1,
      attributes: boxed ? { phase: boxed } : {},
    })
    expect(resolved(reading, one, other).entities[0]?.properties.phase).toBe(phase)
  })
})

describe('counts', () => {
  it.each([
    ['the one that is said', ['23个', undefined], '23个'],
    ['none of two years that differ', ['519个', '32个'], undefined],
  ])('takes %s', (_, [first, second], count) => {
    const reading = aReading('老旧小区改造。', '老旧小区改造。')
    const said = (nth: number, value?: string) =>
      mention(reading, 'Project', '老旧小区改造', { nth, attributes: value ? { count: value } : {} })
    expect(resolved(reading, said(0, first), said(1, second)).entities[0]?.properties.count).toBe(count)
  })
})
