import { describe, expect, it } from 'vitest'
import { namesOf } from './read-text.ts'

describe('what a short name stands for', () => {
  it.each<[string, string, readonly string[]]>([
    ['regions by the initials of their cities', '融入长株潭一体化发展。', ['长株潭']],
    ['a region inside another', '壮大衡长株潭装备集群。', ['衡长株潭']],
    ['a line called after its ends, not a zone', '建成昌盐片区。推进昌盐高铁前期工作。', ['昌盐片区']],
    ['a village behind the joint', '实施赵家村至王家村路段硬化。', ['赵家村', '王家村']],
    ['an area by its newer endings', '做旺界首未来城，建设太和城镇组群。', ['界首未来城', '太和城镇组群']],
    ['near miss: a class of areas', '构建城镇组群，打造未来城。', []],
    ['农村 behind a stretch', '实施大沔溪肖口镇段农村黑臭水体治理。', ['大沔溪', '肖口镇']],
  ])('%s', (_, text, expected) => expect(namesOf(text)).toEqual(expected))
})

/** A county with a town that is called after its river: 蜀河镇. */
const xunyang = '陕西省/安康市/旬阳市'

describe('a river by whose name a town is called', () => {
  it.each<[string, string, readonly string[]]>([
    ['its course in a bracket', '启动蜀河（石坡至柳口段）综合治理。', ['蜀河', '石坡', '柳口']],
    ['its bed', '完成蜀河河道清淤。', ['蜀河']],
    ['near miss: the town in a list', '实施蜀河、赵湾等乡镇供水管网改造。', ['蜀河镇', '赵湾镇']],
    ['near miss: the town by its name in full', '建设蜀河镇水厂。', ['蜀河镇']],
  ])('%s', (_, text, expected) => expect(namesOf(text, xunyang)).toEqual(expected))
})
