/** What must hold for every fact of a real plan, whatever the rules find. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PREDICATES } from '../graph/model.ts'
import { extract } from '../pipeline/extract.ts'
import { identify } from '../pipeline/input/identify.ts'
import { readDocument } from '../pipeline/input/read.ts'
import { loadKnowledge } from '../pipeline/knowledge.ts'

const folder = new URL('../corpus/kaizhou/', import.meta.url)
const document = readDocument(readFileSync(new URL('plan.txt', folder)), 'plan.txt')
const plan = identify(document, JSON.parse(readFileSync(new URL('plan.json', folder), 'utf8')))
const knowledge = loadKnowledge()
const { facts, rejected } = extract(document, plan, knowledge)
const sections = new Map(facts.sections.map((section) => [section.id, section]))

describe('the Kaizhou plan', () => {
  it('gives nothing that had to be refused', () => {
    expect(rejected.map(({ kind, reason }) => `${kind}: ${reason}`)).toEqual([])
  })
  it('is rebuilt by its leaves', () => {
    expect(
      facts.sections
        .filter(({ leaf }) => leaf)
        .map(({ text }) => text)
        .join(''),
    ).toBe(document.text)
  })
  it('holds every quote in the section that it is quoted from', () => {
    const characters = [...facts.text]
    const quotes = facts.statements.flatMap(({ evidence }) => evidence)
    expect(quotes.length).toBeGreaterThan(500)
    for (const { section, start, end, quote } of quotes) {
      expect(characters.slice(start, end).join('')).toBe(quote)
      expect(sections.get(section)?.text).toContain(quote)
    }
  })
  it('has a heading behind whatever is inherited', () => {
    const inherited = facts.statements.filter(({ basis }) => basis === 'inherited')
    expect(inherited.filter(({ evidence }) => evidence.length < 2)).toEqual([])
  })
  it('gives the same facts when it is read again', () => {
    expect(JSON.stringify(extract(document, plan, knowledge).facts)).toBe(JSON.stringify(facts))
  })
  it('uses nothing but the contract’s predicates', () => {
    expect(facts.statements.filter(({ predicate }) => !(predicate in PREDICATES))).toEqual([])
  })
  it('keeps apart places that share a short name', () => {
    const names = facts.entities.filter(({ pinyin }) => pinyin.includes('puli')).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['浦里新区', '浦里城市带']))
  })
})
