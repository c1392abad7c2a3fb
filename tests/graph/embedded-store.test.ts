import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openStore } from '../../graph/open-store.ts'

const root = mkdtempSync(join(tmpdir(), 'guitu-embedded-'))
const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(root, { recursive: true, force: true })
})

/** A process of its own that holds the store; resolves when it has written. */
const holder = (location: string): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [
      '--import',
      'tsx',
      join(import.meta.dirname, 'hold-store.ts'),
      location,
    ])
    children.push(child)
    let said = ''
    child.stderr?.on('data', (chunk) => (said += chunk))
    child.stdout?.on('data', () => resolve(child))
    child.once('exit', () => reject(new Error(said)))
  })

const ended = (child: ChildProcess): Promise<unknown> => {
  const exit = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  return exit
}

describe('the embedded store', () => {
  it.each(['read', 'write'] as const)(
    'says in one line that another process holds it: to %s',
    async (mode) => {
      const location = join(root, `held-${mode}`)
      const child = await holder(location)
      const work = openStore(location, { mode })
      await expect(work).rejects.toMatchObject({
        kind: 'held',
        message: expect.stringMatching(/^The store .*held-.* is held by another process: .+$/),
      })
      await ended(child)
    },
    30_000,
  )

  it('lets readers see what a killed process had acknowledged, several at once', async () => {
    const location = join(root, 'killed')
    await ended(await holder(location))
    const readers = [await openStore(location, { mode: 'read' }), await openStore(location, { mode: 'read' })]
    for (const reader of readers) {
      expect(await reader.read('MATCH (n:Entity) RETURN n.id AS id')).toEqual([{ id: 'e:acknowledged' }])
      await reader.close()
    }
  }, 30_000)

  const notStores: readonly (readonly [string, (path: string) => void])[] = [
    ['a file', (path) => writeFileSync(path, 'text')],
    [
      'a folder with other things in it',
      (path) => {
        mkdirSync(path)
        writeFileSync(join(path, 'notes.txt'), 'text')
      },
    ],
    [
      'a folder whose graph file is something else',
      (path) => {
        mkdirSync(path)
        writeFileSync(join(path, 'graph.grafeo'), 'text')
      },
    ],
    [
      'a folder whose graph file is empty',
      (path) => {
        mkdirSync(path)
        writeFileSync(join(path, 'graph.grafeo'), '')
      },
    ],
  ]
  it.each(notStores)('refuses %s as no store, and leaves it as it was', async (name, make) => {
    for (const mode of ['read', 'write'] as const) {
      const path = join(root, `${name.replaceAll(' ', '-')}-${mode}`)
      make(path)
      const before = name === 'a file' ? [] : readdirSync(path)
      await expect(openStore(path, { mode })).rejects.toMatchObject({ kind: 'not-a-store' })
      expect(name === 'a file' ? [] : readdirSync(path)).toEqual(before)
    }
  })

  it('takes an empty folder as a new store, and makes the folders above one', async () => {
    mkdirSync(join(root, 'empty'))
    for (const path of [join(root, 'empty'), join(root, 'a', 'b')])
      await (await openStore(path, { mode: 'write' })).close()
  })

  it('can be closed twice, and says that it is closed', async () => {
    const store = await openStore(join(root, 'closed'), { mode: 'write' })
    await store.close()
    await store.close()
    await expect(store.read('RETURN 1 AS one')).rejects.toMatchObject({ kind: 'closed' })
  })

  it('runs what is asked at once one after the other', async () => {
    const store = await openStore(join(root, 'together'), { mode: 'write' })
    const put = (id: string) =>
      store.transact((transaction) =>
        transaction.write('UNWIND $rows AS r MERGE (n:Entity {id: r.id})', [{ id }]),
      )
    await Promise.all(Array.from({ length: 20 }, (_, index) => put(`e:${index}`)))
    expect(await store.read('MATCH (n:Entity) RETURN count(n) AS count')).toEqual([{ count: 20 }])
    await store.close()
  })
})
