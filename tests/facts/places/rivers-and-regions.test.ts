import { describe, expect, it } from 'vitest'
import { namesOf } from './read-text.ts'

describe('what a short name stands for', () => {
  it.each<[string, string, readonly string[]]>([
    ['regions by the initials of their cities', '融入长株潭一体化发展。', ['长株潭']],
    ['a region inside another', '壮大衡长株潭装备集群。', ['衡长株潭']],
    ['a line called after its ends, not a zone', '建成武广片区。推进武广高铁前期工作。', ['武广片区']],
    ['a village behind the joint', '实施赵家村至王家村路段硬化。', ['赵家村', '王家村']],
    ['an area by its newer endings', '做旺界首未来城，建设太和城镇组群。', ['界首未来城', '太和城镇组群']],
    ['near miss: a class of areas', '构建城镇组群，打造未来城。', []],
    ['农村 behind a stretch', '实施大沔溪肖口镇段农村黑臭水体治理。', ['大沔溪', '肖口镇']],
  ])('%s', (_, text, expected) => expect(namesOf(text)).toEqual(expected))
})

/** A county with a town that is called after its river: 月河镇. */
const tongbai = '河南省/南阳市/桐柏县'

describe('a river by whose name a town is called', () => {
  it.each<[string, string, readonly string[]]>([
    ['its course in a bracket', '启动月河（石洞至青口段）综合治理。', ['月河', '石洞', '青口']],
    ['its bed', '完成月河河道清淤。', ['月河']],
    ['near miss: the town in a list', '实施月河、埠江等乡镇供水管网改造。', ['月河镇', '埠江镇']],
    ['near miss: the town by its name in full', '建设月河镇水厂。', ['月河镇']],
  ])('%s', (_, text, expected) => expect(namesOf(text, tongbai)).toEqual(expected))
})
