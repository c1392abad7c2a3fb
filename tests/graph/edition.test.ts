import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  inOrder,
  type RevisionState,
  revisesOf,
  supersedesChain,
  withCommitted,
  withWithdrawn,
} from '../../graph/edition.ts'
import { byCodePoint } from '../../graph/export/order.ts'

const pending = (id: string, issuedAt?: string): RevisionState => ({
  id,
  status: 'pending',
  inForce: false,
  ...(issuedAt ? { issuedAt } : {}),
})
const committed = (...states: readonly RevisionState[]) =>
  states.reduce<readonly RevisionState[]>((held, state) => withCommitted(held, state), [])
const ids = (states: readonly RevisionState[]) => inOrder(states).map(({ id }) => id)
const inForce = (states: readonly RevisionState[]) =>
  states.filter((state) => state.inForce).map(({ id }) => id)

describe('the order of editions', () => {
  it.each([
    { name: 'dates decide', came: [pending('b', '2023'), pending('a', '2021')], order: ['a', 'b'] },
    {
      name: 'without a date a text is taken to be newer',
      came: [pending('a', '2021'), pending('b')],
      order: ['a', 'b'],
    },
    {
      name: 'a dated one goes before the first that is later',
      came: [pending('x'), pending('c', '2023'), pending('b', '2022')],
      order: ['x', 'b', 'c'],
    },
    {
      name: 'of the same day the later comer is newer',
      came: [pending('a', '2021'), pending('b', '2021')],
      order: ['a', 'b'],
    },
  ])('$name', ({ came, order }) => {
    expect(ids(committed(...came))).toEqual(order)
    expect(inForce(committed(...came))).toEqual(order.slice(-1))
  })

  it('does not depend on the order of arrival where dates differ', () => {
    const dated = fc.uniqueArray(fc.integer({ min: 1980, max: 2040 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(dated, (years) => {
        const states = years.map((year) => pending(String(year), String(year)))
        expect(ids(committed(...states))).toEqual(years.map(String).sort())
      }),
    )
  })

  it('revives the older one when the newest is withdrawn, and leaves it out of the chain', () => {
    const states = committed(pending('a', '2021'), pending('b', '2022'), pending('c', '2023'))
    const without = withWithdrawn(states, 'b')
    expect(inForce(without)).toEqual(['c'])
    expect(supersedesChain(without).map(({ from, to }) => [from, to])).toEqual([['c', 'a']])
    expect(inForce(withWithdrawn(without, 'c'))).toEqual(['a'])
    expect(inForce(withWithdrawn(withWithdrawn(without, 'c'), 'a'))).toEqual([])
  })

  it('lets a statement revise the nearest older one under its key', () => {
    const states = committed(pending('a', '2021'), pending('b', '2022'), pending('c', '2023'))
    const statement = (revision: string, id: string) => ({ id, key: 'k', revision })
    const pairs = revisesOf(
      [
        statement('a', 'a1'),
        statement('a', 'a2'),
        statement('c', 'c1'),
        statement('c', 'c2'),
        statement('c', 'c3'),
      ],
      states,
    )
    expect(pairs.map(({ from, to }) => [from, to])).toEqual([
      ['c1', 'a1'],
      ['c2', 'a2'],
      ['c3', 'a2'],
    ])
  })
})

describe('byCodePoint', () => {
  it('orders text as its UTF-8 bytes are ordered', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(Math.sign(byCodePoint(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))))
      }),
    )
    expect(byCodePoint('𬒈', '（')).toBeGreaterThan(0)
  })
})
