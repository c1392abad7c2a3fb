import { embeddedFactory } from './embedded.ts'
import { storeContract } from './store-contract.ts'

storeContract(embeddedFactory())
