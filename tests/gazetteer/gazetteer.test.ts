import { describe, expect, it } from 'vitest'
import { loadGazetteer, placesUnder } from '../../pipeline/gazetteer/gazetteer.ts'
import { shortName } from '../../pipeline/gazetteer/short-names.ts'

const gazetteer = loadGazetteer()

describe('the gazetteer', () => {
  it('knows every town of a county', () => {
    const towns = placesUnder('重庆市/开州区')
    expect(towns).toHaveLength(40)
    expect(towns.every(({ level, parent }) => level === 'town' && parent === '重庆市/开州区')).toBe(true)
  })

  it.each([
    ['岳溪', '岳溪镇', 'town'],
    ['岳溪镇', '岳溪镇', 'town'],
    ['满月', '满月镇', 'town'],
    ['关面', '关面乡', 'township'],
    ['云枫', '云枫街道', 'subdistrict'],
    ['长沙', '长沙镇', 'town'],
    ['开州', '开州区', 'county'],
  ])('resolves %s within a county', (name, full, kind) => {
    expect(gazetteer.resolve(name, '重庆市/开州区')[0]).toMatchObject({ name: full, kind })
  })

  it('resolves nothing that lies elsewhere, or under an unknown path', () => {
    expect(gazetteer.resolve('深圳', '重庆市/开州区')).toEqual([])
    expect(gazetteer.resolve('岳溪', '丁省/丙山县')).toEqual([])
  })

  it.each([
    ['长沙', '湖南省/长沙市'],
    ['重庆', '重庆市'],
    ['内蒙古', '内蒙古自治区'],
    ['恩施', '湖北省/恩施土家族苗族自治州'],
    ['云阳', '重庆市/云阳县'],
  ])('names %s in the country', (name, path) => {
    expect(gazetteer.named(name)[0]?.path).toBe(path)
  })

  it('gives neighbours of the same province, itself left out', () => {
    const names = gazetteer.neighbours('重庆市/开州区').map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['万州区', '云阳县', '城口县']))
    expect(names).not.toContain('开州区')
  })

  it.each([
    ['甲乙土家族苗族自治县', '甲乙'],
    ['甲溪镇', '甲溪'],
    ['开县', undefined],
    ['甲溪街道', '甲溪'],
  ])('shortens %s', (name, short) => {
    expect(shortName(name, ['土家族', '苗族', '东乡族'])).toBe(short)
  })
})
