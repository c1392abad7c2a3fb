/** `guitu verify`: re-checks every quote and invariant of the store. */
import type { Verification } from '../../graph/verify.ts'
import type { AddCommand } from '../command.ts'

/** Faults shown without --json. */
const SHOWN = 50

const percent = ({ verbatim, quotes }: Verification): string =>
  quotes === 0 ? '100 %' : `${Math.floor((10_000 * verbatim) / quotes) / 100} %`

const draw = (found: Verification): string => {
  const { broken, pending, quotes } = found
  const head = [
    broken.length === 0
      ? `核对通过：${quotes} 处原文逐字相符，没有发现问题。 Everything holds.`
      : `核对发现 ${broken.length} 处问题，逐条列在下面。 Faults were found; they are listed below.`,
    `原文 quotes ${found.quotes}，逐字相符 verbatim ${found.verbatim} (${percent(found)})`,
    `陈述 statements ${found.statements} · 提及 mentions ${found.mentions} · 实体 entities ${found.entities} · 直接关系 relationships ${found.relationships}`,
    `版本 revisions ${found.revisions}${pending > 0 ? ` · 未完成 pending ${pending}` : ''}`,
    `违反不变量 broken invariants ${broken.length}`,
  ]
  const more =
    broken.length > SHOWN ? [`  … 另有 ${broken.length - SHOWN} 条，--json 全部列出 more with --json`] : []
  return [
    ...head,
    ...broken.slice(0, SHOWN).map((one) => `  ${Object.values(one).join(' · ')}`),
    ...more,
  ].join('\n')
}

export const addVerify: AddCommand = (program, act) => {
  program
    .command('verify')
    .description('重新核对图库的每条原文和不变量 re-check every quote and invariant of the store')
    .action(
      act(async (context) => {
        const { verify } = await import('../../graph/verify.ts')
        const found = await context.withStore('read', verify)
        if (context.json) context.output.json(found)
        else context.output.answer(draw(found))
        return found.broken.length === 0 ? 'done' : 'broken'
      }),
    )
}
