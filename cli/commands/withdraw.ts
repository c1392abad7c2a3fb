/** `guitu withdraw`: undoes what a revision did, and revives what it had retired; the record stays. */
import type { AddCommand } from '../command.ts'
import { Failure } from '../failure.ts'

type Options = { readonly why: string }

export const addWithdraw: AddCommand = (program, act) => {
  program
    .command('withdraw')
    .description('撤回一个版本，恢复它取代的内容；记录仍在 undo a revision; its record stays')
    .argument('<revision>', '版本号，见 guitu status the revision')
    .requiredOption('--why <reason>', '撤回的原因 why')
    .action(
      act<[string], Options>(async (context, [revision], { why }) => {
        if (why.trim() === '') throw new Failure('usage', '请说明撤回的原因：--why "…"。 Say why.')
        const { withdraw } = await import('../../graph/revisions.ts')
        const outcome = await context.withStore('write', (store) => withdraw(store, revision, why))
        if (context.json) context.output.json({ revision, outcome })
        else
          context.output.answer(
            `${outcome === 'already withdrawn' ? '早已撤回' : '已撤回'} ${outcome} · ${revision}`,
          )
        return 'done'
      }),
    )
}
