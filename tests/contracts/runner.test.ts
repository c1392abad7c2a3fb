import { describe } from 'vitest'
import { openInProcessRunner } from '../../pipeline/run/in-process-runner.ts'
import { runnerContract } from './runner-contract.ts'

describe('in this process', () =>
  runnerContract({ open: async (handlers, policy) => openInProcessRunner(handlers, policy) }))
