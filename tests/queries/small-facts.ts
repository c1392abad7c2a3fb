/**
 * The facts of one small invented plan, written out by hand: two towns, a zone, four projects, two indicators,
 * a department. Offsets are found in the text, so that every quote is verbatim by construction.
 */
import { createHash } from 'node:crypto'
import type {
  CommitmentRecord,
  EntityRecord,
  EntityType,
  EvidenceRecord,
  MentionRecord,
  Predicate,
  Properties,
  RevisionFacts,
  SectionRecord,
  StatementRecord,
  TargetRecord,
} from '../../graph/model.ts'

const lines = [
  '丙山县城镇化规划\n',
  '第一章  城镇\n',
  '甲溪镇划入乙河新区，建设旅游型城镇。到2025年，甲溪镇城镇化率达到60%。\n',
  '第二章  设施\n',
  '专栏1  乙河新区重大项目\n',
  '新开工甲溪水库、甲溪至乙河大道。推进丁台水厂前期工作。\n',
  '水务局牵头，2025年底前开工甲溪水库。依据《丙山县水利规划》实施。\n',
]
export const smallText = lines.join('')

const starts = lines.map((_, index) => [...lines.slice(0, index).join('')].length)
const plan = 'plan:bingshan'
const revision = 'revision:bingshan/1'
const scope = '辰州省/丙山县'
const sha256 = createHash('sha256').update(smallText).digest('hex')

type Place = { readonly id: string; readonly line: number; readonly until?: number }
const section = (
  { id, line, until = line + 1 }: Place,
  parent: string,
  kind: SectionRecord['kind'],
  rest: { number?: string; title?: string; path: string; leaf: boolean },
  ordinal: number,
): SectionRecord => {
  const text = lines.slice(line, until).join('')
  const start = starts[line] ?? 0
  return { id, parent, kind, ...rest, ordinal, start, end: start + [...text].length, text }
}

const sections: readonly SectionRecord[] = [
  section({ id: 's:title', line: 0 }, revision, 'paragraph', { path: '', leaf: true }, 1),
  section(
    { id: 's:1', line: 1, until: 3 },
    revision,
    'chapter',
    { number: '第一章', title: '城镇', path: '第一章 城镇', leaf: false },
    2,
  ),
  section({ id: 's:1:h', line: 1 }, 's:1', 'paragraph', { path: '第一章 城镇', leaf: true }, 3),
  section({ id: 's:1:1', line: 2 }, 's:1', 'paragraph', { path: '第一章 城镇', leaf: true }, 4),
  section(
    { id: 's:2', line: 3, until: 7 },
    revision,
    'chapter',
    { number: '第二章', title: '设施', path: '第二章 设施', leaf: false },
    5,
  ),
  section({ id: 's:2:h', line: 3 }, 's:2', 'paragraph', { path: '第二章 设施', leaf: true }, 6),
  section(
    { id: 's:2:box', line: 4, until: 6 },
    's:2',
    'box',
    {
      number: '专栏1',
      title: '乙河新区重大项目',
      path: '第二章 设施 › 专栏1 乙河新区重大项目',
      leaf: false,
    },
    7,
  ),
  section(
    { id: 's:2:box:h', line: 4 },
    's:2:box',
    'paragraph',
    { path: '第二章 设施 › 专栏1 乙河新区重大项目', leaf: true },
    8,
  ),
  section(
    { id: 's:2:box:1', line: 5 },
    's:2:box',
    'paragraph',
    { path: '第二章 设施 › 专栏1 乙河新区重大项目', leaf: true },
    9,
  ),
  section({ id: 's:2:1', line: 6 }, 's:2', 'paragraph', { path: '第二章 设施', leaf: true }, 10),
]

/** Where a quote first stands in one line of the text, in code points, with the leaf that holds it. */
const at = (line: number, quote: string) => {
  const text = lines[line] ?? ''
  const index = text.indexOf(quote)
  if (index < 0) throw new Error(`Unexpected quote ${quote}, expected it in line ${line}`)
  const start = (starts[line] ?? 0) + [...text.slice(0, index)].length
  const leaf = sections.find((one) => one.leaf && one.start === starts[line])
  return { section: leaf?.id ?? '', start, end: start + [...quote].length }
}
const quoted = (line: number, quote: string, part: EvidenceRecord['part'] = 'clause'): EvidenceRecord => ({
  ...at(line, quote),
  quote,
  part,
})

const entity = (
  type: EntityType,
  name: string,
  pinyin: readonly string[],
  properties: Properties,
  aliases: readonly string[] = [],
): EntityRecord => ({
  id: `${type.toLowerCase()}:${scope}/${name}`,
  type,
  name,
  aliases,
  pinyin,
  scope,
  properties,
})

const entities: readonly EntityRecord[] = [
  entity(
    'Place',
    '甲溪镇',
    ['jiaxizhen', 'jia xi zhen', 'jxz', 'jiaxi', 'jia xi', 'jx'],
    { kind: 'town', code: '999001' },
    ['甲溪'],
  ),
  entity('Place', '乙河新区', ['yihexinqu', 'yi he xin qu', 'yhxq'], { kind: 'zone' }),
  entity('Place', '乙河示范区', ['yiheshifanqu', 'yi he shi fan qu', 'yhsfq'], { kind: 'zone' }),
  entity('Project', '甲溪水库', ['jiaxishuiku', 'jia xi shui ku', 'jxsk'], {
    category: 'reservoir',
    phase: 'start',
  }),
  entity('Project', '甲溪至乙河大道', ['jiaxizhiyihedadao'], { category: 'road', phase: 'start' }),
  entity('Project', '丁台水厂', ['dingtaishuichang'], { category: 'water_supply', phase: 'study' }),
  entity('Indicator', '城镇化率', ['chengzhenhualv'], { unit: '%', nature: '预期性' }),
  entity('Department', '水务局', ['shuiwuju'], { level: '县' }, ['县水务局']),
  entity('Deadline', '2025年', ['2025nian'], { start: '2025-01-01', end: '2025-12-31' }),
  entity('Deadline', '2025年底前', ['2025niandiqian'], { start: '2025-01-01', end: '2025-12-31' }),
  entity('Document', '丙山县水利规划', ['bingshanxianshuiliguihua'], { title: '丙山县水利规划' }),
  entity('Function', '旅游型', ['lvyouxing'], {}),
]

const idOf = (name: string): string => entities.find((one) => one.name === name)?.id ?? name

const targets: readonly TargetRecord[] = [
  {
    id: 'target:bingshan/城镇化率/2025',
    indicator: idOf('城镇化率'),
    value: 60,
    comparator: '=',
    unit: '%',
    year: 2025,
    kind: 'target',
    nature: '预期性',
  },
]

const clause = '水务局牵头，2025年底前开工甲溪水库'
const commitments: readonly CommitmentRecord[] = [
  { id: 'commitment:bingshan/1', text: clause, phase: 'start', ...at(6, clause) },
]

const statement = (
  subject: string,
  predicate: Predicate,
  object: string,
  evidence: readonly EvidenceRecord[],
  qualifiers: Properties = {},
): StatementRecord => ({
  id: `statement:bingshan/1/${predicate}/${subject}/${object}`,
  key: `${idOf(subject)}|${predicate}|${idOf(object)}`,
  predicate,
  subject: idOf(subject),
  object: idOf(object),
  rule: 'by-hand',
  basis: evidence.length > 1 ? 'inherited' : 'stated',
  confidence: 1,
  qualifiers,
  evidence,
})

const box = quoted(4, '乙河新区重大项目', 'heading')
const statements: readonly StatementRecord[] = [
  statement('甲溪镇', 'PART_OF', '乙河新区', [quoted(2, '甲溪镇划入乙河新区')]),
  statement('甲溪镇', 'HAS_FUNCTION', '旅游型', [quoted(2, '甲溪镇划入乙河新区，建设旅游型城镇')]),
  statement('城镇化率', 'HAS_TARGET', 'target:bingshan/城镇化率/2025', [quoted(2, '甲溪镇城镇化率达到60%')]),
  statement('target:bingshan/城镇化率/2025', 'FOR', '甲溪镇', [quoted(2, '甲溪镇城镇化率达到60%')]),
  statement('target:bingshan/城镇化率/2025', 'DUE', '2025年', [quoted(2, '到2025年，甲溪镇城镇化率达到60%')]),
  statement('甲溪水库', 'SERVES', '乙河新区', [quoted(5, '新开工甲溪水库'), box]),
  statement('甲溪水库', 'LOCATED_IN', '甲溪镇', [quoted(5, '甲溪水库')]),
  statement('甲溪至乙河大道', 'SERVES', '乙河新区', [quoted(5, '甲溪至乙河大道'), box]),
  statement('甲溪至乙河大道', 'CONNECTS', '甲溪镇', [quoted(5, '甲溪至乙河大道')]),
  statement('丁台水厂', 'SERVES', '乙河示范区', [quoted(5, '推进丁台水厂前期工作')]),
  statement('水务局', 'RESPONSIBLE_FOR', 'commitment:bingshan/1', [quoted(6, clause)], { role: 'lead' }),
  statement('水务局', 'RESPONSIBLE_FOR', '甲溪水库', [quoted(6, clause)], { role: 'lead' }),
  statement('commitment:bingshan/1', 'CONCERNS', '甲溪水库', [quoted(6, '开工甲溪水库')]),
  statement('commitment:bingshan/1', 'DUE', '2025年底前', [quoted(6, '2025年底前开工甲溪水库')]),
  statement('甲溪水库', 'DUE', '2025年底前', [quoted(6, '2025年底前开工甲溪水库')]),
  statement(plan, 'CITES', '丙山县水利规划', [quoted(6, '依据《丙山县水利规划》')]),
]

const mention = (name: string, line: number, text = name): MentionRecord => ({
  entity: idOf(name),
  text,
  ...at(line, text),
})

export const smallFacts: RevisionFacts = {
  plan: { id: plan, title: '丙山县城镇化规划', jurisdiction: scope, periodStart: 2021, periodEnd: 2035 },
  revision: {
    id: revision,
    plan,
    label: '丙山县城镇化规划',
    sha256,
    textSha256: sha256,
    rules: 'by-hand',
    source: 'small.txt',
    sentences: 5,
    understood: 5,
    exhortation: 0,
    notUnderstood: 0,
  },
  text: smallText,
  sections,
  entities,
  targets,
  commitments,
  statements,
  mentions: [
    mention('甲溪镇', 2),
    mention('乙河新区', 2),
    mention('乙河新区', 4),
    mention('甲溪水库', 5),
    mention('甲溪水库', 6),
    mention('甲溪至乙河大道', 5),
    mention('丁台水厂', 5),
    mention('水务局', 6),
    mention('丙山县水利规划', 6),
  ],
}
