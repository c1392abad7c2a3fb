/** Two editions of an invented plan, for the tests that kill the ingest of the second. */
import { factsOf, type Line } from '../graph/facts.ts'

const serves = (project: string): Line => ({ kind: 'serves', project, place: '乙河新区', phase: 'start' })
const target = (value: number): Line => ({ kind: 'target', indicator: '城镇化率', value, year: 2025 })
const duty = (department: string): Line => ({ kind: 'duty', department, act: '新建堤防' })

export const OLDER = factsOf({
  edition: '2021',
  issuedAt: '2021-01-01',
  lines: [serves('甲溪水库'), serves('丁台水厂'), target(60), duty('水务局')],
})

export const NEWER = factsOf({
  edition: '2022',
  issuedAt: '2022-01-01',
  lines: [serves('甲溪水库'), serves('戊滩泵站'), target(65), duty('农业局')],
})
