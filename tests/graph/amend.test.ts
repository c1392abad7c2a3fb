import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { less, retiredIn } from '../../graph/amend.ts'
import { compose } from '../../graph/compose.ts'
import { diff } from '../../graph/diff/diff.ts'
import type { RevisionFacts } from '../../graph/model.ts'
import { factsOf, type Line } from './facts.ts'

const serves = (project: string, place = '乙河新区'): Line => ({ kind: 'serves', project, place })
const target = (value: number, year = 2025): Line => ({ kind: 'target', indicator: '城镇化率', value, year })
const duty = (act: string): Line => ({ kind: 'duty', department: '水务局', act })
const removes = (words: string): Line => ({ kind: 'removes', words })
const replaces = (words: string): Line => ({ kind: 'replaces', words })

const base = (...lines: readonly Line[]) => factsOf({ edition: '2021', issuedAt: '2021-01-01', lines })
const amendment = (...lines: readonly Line[]) =>
  factsOf({ edition: '2022', issuedAt: '2022-01-01', amends: true, lines })

/** Quotes of the statements that a chain leaves in force, of all its revisions. */
const left = (...chain: readonly RevisionFacts[]): readonly string[] => {
  const retired = retiredIn(chain)
  return chain.flatMap((facts) =>
    less(facts, retired).statements.map(({ evidence }) => evidence[0]?.quote.trim() ?? ''),
  )
}

const RESERVOIR = '建设甲溪水库，服务乙河新区。'
const BRANCH = '建设甲溪水库灌区，服务乙河新区。'

describe('what an amendment leaves in force', () => {
  it('is all that it does not name, and what it adds', () => {
    expect(left(base(serves('甲溪水库'), target(60)), amendment(serves('丁台水厂')))).toEqual([
      RESERVOIR,
      '到2025年，城镇化率达到60%。',
      '建设丁台水厂，服务乙河新区。',
    ])
  })

  it('is without what it takes away by name, but with what has a longer name', () => {
    const text = base(serves('甲溪水库'), serves('甲溪水库灌区'))
    expect(left(text, amendment(removes('取消甲溪水库')))).toEqual([BRANCH])
    expect(left(text, amendment(removes('甲溪水库灌区、甲溪水库不再实施')))).toEqual([])
  })

  it('keeps what the removing words name only as an end or a part of another thing', () => {
    const text = base(serves('甲溪水库'))
    expect(left(text, amendment(removes('取消甲溪水库至丁台水厂输水管线')))).toEqual([RESERVOIR])
    expect(left(text, amendment(removes('不再实施甲溪水库扩容')))).toEqual([RESERVOIR])
    expect(left(text, amendment(removes('取消甲溪水库项目')))).toEqual([])
  })

  it('has the new number under the same indicator, place and year, and the numbers of other years', () => {
    expect(left(base(target(60), target(70, 2035)), amendment(target(62)))).toEqual([
      '到2035年，城镇化率达到70%。',
      '到2025年，城镇化率达到62%。',
    ])
  })

  it('is without the clause whose words are struck out, though the same words stand elsewhere', () => {
    expect(left(base(duty('新建堤防'), duty('疏浚河道')), amendment(replaces('疏浚河道（水务局）')))).toEqual(
      ['新建堤防（水务局）。'],
    )
  })

  it('takes away what ties two things where both are named and neither can be abolished', () => {
    const facts = base(serves('甲溪水库'))
    const town = { ...facts, entities: facts.entities.map((one) => ({ ...one, type: 'Place' as const })) }
    expect(left(town, amendment(removes('甲溪水库不再列入乙河新区')))).toEqual([])
    expect(left(town, amendment(removes('甲溪水库不再列入丙山片区')))).toEqual([RESERVOIR])
  })

  it('says which of its words name nothing', () => {
    const { unmatched } = retiredIn([base(serves('甲溪水库')), amendment(removes('取消戊岭水厂'))])
    expect(unmatched.map(({ words }) => words)).toEqual(['取消戊岭水厂'])
  })

  it('compares what it takes away as it is read, and says what meets nothing as it is written', () => {
    const notice = amendment(removes('取消甲溪水庫'), removes('取消戊嶺水廠'))
    const read: RevisionFacts = {
      ...notice,
      revision: { ...notice.revision, readAs: ['取消甲溪水库', '取消戊岭水厂'] },
    }
    const { unmatched, statements } = retiredIn([base(serves('甲溪水库')), read])
    expect(unmatched.map(({ words }) => words)).toEqual(['取消戊嶺水廠'])
    expect(statements.size).toBe(1)
  })

  it('is without a thing whose whole name is struck out', () => {
    const text = base(serves('甲溪水库扩建工程'), serves('丁台水厂'))
    expect(left(text, amendment(replaces('甲溪水库扩建工程')))).toEqual(['建设丁台水厂，服务乙河新区。'])
  })

  it('keeps both ends of what ties them, where that goes', () => {
    const text = base(serves('甲溪水库'), serves('丁台水厂'))
    expect(left(text, amendment(removes('取消甲溪水库与丁台水厂连通管')))).toHaveLength(2)
    expect(left(text, amendment(removes('取消甲溪水库、丁台水厂')))).toEqual([])
  })

  it('says which names that it changes are of nothing in force, and which terms are of nothing', () => {
    const later = amendment(serves('甲溪水库'))
    const notice: RevisionFacts = {
      ...later,
      revision: { ...later.revision, renames: ['戊岭水厂'] },
      statements: amendment(target(62)).statements.map((one) => ({
        ...one,
        qualifiers: { ...one.qualifiers, amends: true },
      })),
    }
    const { unmatched, statements } = retiredIn([base(serves('甲溪水库')), notice])
    expect(unmatched.map(({ words }) => words)).toEqual(['戊岭水厂', '到2025年，城镇化率达到62%。'])
    expect(statements.size).toBe(0)
  })

  it('says which of its numbers give no year where those in force have one, and keeps all of them', () => {
    const dated = amendment(target(62))
    const undated: RevisionFacts = {
      ...dated,
      targets: dated.targets.map(({ year: _, ...one }) => one),
      statements: dated.statements.map((one) => ({ ...one, key: `${one.key}|undated` })),
    }
    const { unmatched, statements } = retiredIn([base(target(60)), undated])
    expect(unmatched.map(({ words }) => words.trim())).toEqual(['到2025年，城镇化率达到62%。'])
    expect(statements.size).toBe(0)
  })

  it('comes back where a later amendment adds it again', () => {
    const again = factsOf({ edition: '2023', amends: true, lines: [serves('甲溪水库')] })
    const chain = [base(serves('甲溪水库')), amendment(removes('取消甲溪水库')), again]
    expect(left(...chain)).toEqual([RESERVOIR])
  })

  it('is everything, where it only adds things that were not there', () => {
    const line = fc.constantFrom(serves('甲溪水库'), target(60), duty('新建堤防'))
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
        const retired = retiredIn([base(...lines), amendment(serves('丁台水厂'))])
        expect(retired.statements.size + retired.commitments.size).toBe(0)
      }),
    )
  })
})

describe('a plan and the plan as amended, compared', () => {
  const kinds = (old: RevisionFacts, ...amendments: readonly RevisionFacts[]) =>
    diff(old, compose([old, ...amendments]), () => undefined).map(
      ({ kind, subject, stillInText }) => `${kind} ${subject}${stillInText ? ' still in the text' : ''}`,
    )
  const plan = base(serves('甲溪水库'), serves('丁台水厂'), target(60))

  it('differ in what the amendment says, and in nothing else', () => {
    expect(kinds(plan, amendment(target(62), serves('己坝水厂'), removes('取消甲溪水库')))).toEqual([
      'target_raised 城镇化率',
      'project_dropped 甲溪水库',
      'project_added 己坝水厂',
    ])
  })

  it('lack a project of which nothing is said any more', () => {
    expect(kinds(plan, amendment(replaces('建设甲溪水库，服务乙河新区')))).toEqual([
      'project_dropped 甲溪水库',
    ])
  })

  it('are the same where the amendment names nothing', () => {
    expect(kinds(plan, amendment(removes('取消戊岭水厂')))).toEqual([])
  })

  it('keep every quote at its place in the joined text, struck out or not', () => {
    const { text, statements, mentions } = compose([plan, amendment(target(62), removes('取消丁台水厂'))])
    const letters = Array.from(text)
    for (const { evidence } of statements)
      for (const { start, end, quote } of evidence) expect(letters.slice(start, end).join('')).toBe(quote)
    for (const { start, end, text: name } of mentions) expect(letters.slice(start, end).join('')).toBe(name)
  })
})
