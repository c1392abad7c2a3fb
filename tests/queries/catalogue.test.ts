import { embeddedFactory } from '../contracts/embedded.ts'
import { catalogueAnswers } from './catalogue-answers.ts'

catalogueAnswers(embeddedFactory())
