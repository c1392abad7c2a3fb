/** `guitu withdraw`: undoes what a revision did, and revives what it had retired; the record stays. */
import type { Withdrawal } from '../../graph/revisions.ts'
import type { AddCommand } from '../command.ts'
import { Failure } from '../failure.ts'

type Options = { readonly why: string }

const say = (revision: string, outcome: Withdrawal, inForce: readonly string[]): string =>
  [
    `${outcome === 'already withdrawn' ? '早已撤回' : '已撤回'} ${outcome} · ${revision}`,
    inForce.length === 0
      ? '这个规划现在没有版本在效力中。 No revision of this plan is in force now.'
      : `现在在效力中 in force now：${inForce.join('、')}`,
  ].join('\n')

export const addWithdraw: AddCommand = (program, act) => {
  program
    .command('withdraw')
    .description('撤回一个版本，恢复它取代的内容；记录仍在 undo a revision; its record stays')
    .argument('<revision>', '版本号或它的开头，见 guitu status the revision')
    .requiredOption('--why <reason>', '撤回的原因 why')
    .action(
      act<[string], Options>(async (context, [revision], { why }) => {
        if (why.trim() === '') throw new Failure('usage', '请说明撤回的原因：--why "…"。 Say why.')
        const { readStatus, withdraw } = await import('../../graph/revisions.ts')
        const { revisionMeant } = await import('../which-revision.ts')
        const { id, outcome, revived } = await context.withStore('write', async (store) => {
          const { id, plan } = revisionMeant(await readStatus(store), revision)
          const outcome = await withdraw(store, id, why)
          const inForce = (await readStatus(store)).find((one) => one.id === plan)?.revisions ?? []
          return { id, outcome, revived: inForce.filter((one) => one.inForce).map((one) => one.id) }
        })
        if (context.json) context.output.json({ revision: id, outcome, inForce: revived })
        else context.output.answer(say(id, outcome, revived))
        return 'done'
      }),
    )
}
