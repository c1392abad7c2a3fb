/** Ctrl-C, as a real signal, at every stage of an ingest. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXIT } from '../../cli/exit-codes.ts'
import { runGuitu } from './run-guitu.ts'

const root = mkdtempSync(join(tmpdir(), 'guitu-interrupt-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const PLAN = join(import.meta.dirname, '..', '..', 'corpus', 'kaizhou')

/** An export of the plan when it was never interrupted. */
let undisturbed = ''
beforeAll(async () => {
  const store = join(root, 'undisturbed')
  await runGuitu(['ingest', PLAN, '--store', store])
  undisturbed = (await runGuitu(['export', '--store', store])).stdout
}, 60_000)

describe('Ctrl-C during an ingest', { timeout: 120_000 }, () => {
  it.each([
    ['once while the text is read', 'extracting', 1],
    ['once while it is written', 'writing', 1],
    ['twice while it is written', 'writing', 2],
  ])(
    '%s: said in Chinese, exit code 130, and the next ingest makes it whole',
    async (_when, stage, times) => {
      const store = join(root, `${stage}-${times}`)
      let left = times
      const { code, stderr } = await runGuitu(['ingest', PLAN, '--store', store], {
        heard: (said, interrupt) => {
          // The second one follows when the first was heard.
          if (left === times ? said.includes(stage) : said.includes('收到中断')) {
            if (left > 0) interrupt()
            left -= 1
          }
        },
      })
      expect(code).toBe(EXIT.interrupted)
      expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/^guitu: 已(中断|立即停止).*再次(运行|读入)/)
      expect(stderr).not.toMatch(/\n\s+at /)
      const again = await runGuitu(['ingest', PLAN, '--store', store])
      expect(again.code, again.stderr).toBe(EXIT.done)
      expect((await runGuitu(['export', '--store', store])).stdout).toBe(undisturbed)
    },
  )
})
