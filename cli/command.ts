/** What a command file gives to main.ts: it adds itself to the program and runs its work through `act`. */
import type { Command } from 'commander'
import type { Context } from './context.ts'
import type { ExitName } from './exit-codes.ts'

/** A command's work: the context, its arguments in order, its options; gives the name of its exit. */
export type Work<P extends readonly unknown[], O> = (
  context: Context,
  positional: P,
  options: O,
) => Promise<ExitName>

/** Makes a commander action of a command's work. */
export type Act = <P extends readonly unknown[], O>(
  work: Work<P, O>,
) => (...parts: unknown[]) => Promise<void>

export type AddCommand = (program: Command, act: Act) => void
