/** Works and their places of a short text, read by the whole pipeline as part of a real city's plan. */

import { extract } from '../../../pipeline/extract.ts'
import { identify } from '../../../pipeline/input/identify.ts'
import { readDocument } from '../../../pipeline/input/read.ts'
import { loadKnowledge } from '../../../pipeline/knowledge.ts'
import { worded } from '../../bench/sample.ts'

const knowledge = loadKnowledge()
const spatial = /^(?:SERVES|LOCATED_IN|CONNECTS)$/

/** “充电站 → 甲物流园” for each relation of a project and a place, sorted. */
export const placedWorks = (text: string, jurisdiction = '江苏省/泰州市'): readonly string[] => {
  const document = readDocument(Buffer.from(`2025年政府工作报告\n${text}\n`), 'plan.txt')
  const { facts } = extract(document, identify(document, { title: '政府工作报告', jurisdiction }), knowledge)
  return worded(facts)
    .filter(({ kind }) => spatial.test(kind))
    .map(({ extraction }) => extraction)
    .sort()
}
