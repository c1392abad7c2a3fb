import { embeddedFactory } from './embedded.ts'
import { reextractContract } from './reextract-contract.ts'

reextractContract(embeddedFactory())
