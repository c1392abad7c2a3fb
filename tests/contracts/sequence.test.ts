import { embeddedFactory } from './embedded.ts'
import { sequenceContract } from './sequence-contract.ts'

sequenceContract(embeddedFactory())
