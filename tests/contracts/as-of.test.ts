import { asOfContract } from './as-of-contract.ts'
import { embeddedFactory } from './embedded.ts'

asOfContract(embeddedFactory())
