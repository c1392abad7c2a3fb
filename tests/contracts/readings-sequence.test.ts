import { embeddedFactory } from './embedded.ts'
import { readingsSequenceContract } from './readings-sequence-contract.ts'

readingsSequenceContract(embeddedFactory())
