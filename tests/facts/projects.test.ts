import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factsOf, namesOf, projectsOf, readParagraph, readTable } from './projects/reading.ts'

const towns = { 甲溪: '甲溪镇', 乙河: '乙河镇', 丙山: '丙山乡' }
const box = '专栏1 重大建设项目'

describe('lists', () => {
  it.each([
    ['完工甲泉、乙岗、丁沟等水库。', ['甲泉水库', '乙岗水库', '丁沟水库']],
    ['新开工甲溪、乙河等2座水厂。', ['甲溪水厂', '乙河水厂']],
    [
      '新建及改造甲溪、乙河、丙山3座110千伏变电站。',
      ['甲溪110千伏变电站', '乙河110千伏变电站', '丙山110千伏变电站'],
    ],
    ['完成甲苑、乙园小苑等31个老旧小区改造。', ['甲苑老旧小区改造', '乙园小苑老旧小区改造']],
    ['推进甲溪、乙河等乡镇供水管网改造。', ['乡镇供水管网改造']],
    ['规划实施甲溪—乙河、乙河—丙山等出境通道。', ['甲溪—乙河出境通道', '乙河—丙山出境通道']],
    ['力争建成甲戊、乙己高速公路。', ['甲戊高速公路', '乙己高速公路']],
    ['完成甲溪污水处理厂、乙河污水处理厂提标改造。', ['甲溪污水处理厂提标改造', '乙河污水处理厂提标改造']],
    ['完工甲河岸线环境综合整治（甲桥至乙桥段、丙湾至丁电站段）等项目。', ['甲河岸线环境综合整治']],
    ['新建甲园公园、乙镇文化馆和丙山客运站。', ['甲园公园', '乙镇文化馆', '丙山客运站']],
  ])('%s', (text, names) => {
    expect(namesOf(readParagraph(text, { box, places: towns }))).toEqual(names)
  })

  it('takes the segments of one bracket as one project and the buildings of another as members', () => {
    const found = readParagraph('完工丙片区基础设施（丁路网、戊大桥）。', { box })
    expect(factsOf(found)).toEqual(['丁路网 PART_OF 丙片区基础设施', '戊大桥 PART_OF 丙片区基础设施'])
  })

  it('joins the members of a nickname to it', () => {
    const found = readParagraph('新建“2桥1隧”。2桥即甲大桥、乙大桥，1隧即丙隧道。', { box })
    expect(namesOf(found)).toEqual(['“2桥1隧”', '甲大桥', '乙大桥', '丙隧道'])
    expect(factsOf(found)).toContain('丙隧道 PART_OF “2桥1隧”')
  })
})

describe('phase', () => {
  it.each([
    ['规划研究甲乙高铁。', 'study'],
    ['启动甲乙高铁前期工作。', 'study'],
    ['加快推进甲乙高铁前期工作。', 'study'],
    ['规划建设甲溪水厂。', 'plan'],
    ['力争建成甲溪水厂。', 'strive'],
    ['力争2025年建成甲溪水厂。', 'strive'],
    ['新建及改造甲溪水厂。', 'start'],
    ['推进甲溪水厂开工建设。', 'start'],
    ['加快推进甲溪水厂建设。', 'advance'],
    ['加快甲溪水厂建设。', 'advance'],
    ['全面推进并完成甲溪水厂。', 'complete'],
    ['策划改造完成甲溪水厂。', 'complete'],
  ])('%s is %s', (text, phase) => {
    expect(projectsOf(readParagraph(text)).map(({ attributes }) => attributes.phase)).toEqual([phase])
  })

  it('holds for the clauses that go on without a verb', () => {
    const found = readParagraph('完工甲路、乙路等项目，丙公园、丁水厂等项目。', { box })
    expect(projectsOf(found).map(({ attributes }) => attributes.phase)).toEqual([
      'complete',
      'complete',
      'complete',
      'complete',
    ])
  })
})

describe('prose', () => {
  it.each([
    '推进教育均衡发展。',
    '加强生态环境保护，健全长效机制。',
    '构建“一心两带”空间格局。',
    '新增救治床位800张。',
    '推动产业转型升级。',
    '引进重大外资项目20个以上。',
    // events, hopes, outcomes, what stands already, classes of things
    '举办首届中医康养夜市。',
    '加快建设具有全球重要影响力的消费中心。',
    '推动西部海域水质稳步提升。',
    '支持甲溪大学等高校“双一流”建设。',
    '推进儿童友好城市建设。',
    '培育零碳工厂、零碳园区。',
    '与高校合作，共同创建产业学院、教学实践基地。',
    '新增7户小巨人企业，其中市工业园区3户。',
    '确保14个国控断面水质稳定达标。',
    '新增义务教育优质均衡发展县（市、区）3个。',
    '成功创建国家5A级旅游景区。',
    '推进农村厕所、污水、垃圾“三大革命”。',
    '新开工改造一批老旧小区。',
  ])('names nothing in %s', (text) => {
    expect(namesOf(readParagraph(text))).toEqual([])
  })

  it.each([
    ['改造升级甲溪博物馆等文化场馆。', ['甲溪博物馆']],
    ['续建甲丁、乙丁市域（郊）铁路。', ['甲丁市域（郊）铁路', '乙丁市域（郊）铁路']],
  ])('%s names its things whole', (text, names) => {
    expect(namesOf(readParagraph(text))).toEqual(names)
  })

  it.each([
    ['打通中心城区“断头路”20条。', '中心城区“断头路”', '20条'],
    ['新建电动自行车停放示范场所不少于500处。', '电动自行车停放示范场所', '不少于500处'],
    ['新建、改扩建中小学、幼儿园80所。', '中小学、幼儿园', '80所'],
    ['对中心城区信号灯每季度完成1次全覆盖配时优化调整。', '全覆盖配时优化调整', '1次'],
    ['治理常态性交通堵点30处。', '常态性交通堵点治理', '30处'],
    ['完成城市道路井盖病害治理2万座。', '城市道路井盖病害治理', '2万座'],
  ])('%s is counted', (text, name, count) => {
    expect(projectsOf(readParagraph(text)).map((each) => [each.name, each.attributes.count])).toEqual([
      [name, count],
    ])
  })
})

describe('places', () => {
  it.each([
    [
      '推进甲溪、乙河等乡镇供水管网改造。',
      ['乡镇供水管网改造 SERVES 甲溪镇', '乡镇供水管网改造 SERVES 乙河镇'],
    ],
    [
      '建成甲溪至乙河输水管网。',
      ['甲溪至乙河输水管网 CONNECTS 甲溪镇', '甲溪至乙河输水管网 CONNECTS 乙河镇'],
    ],
    ['推进丁大道（甲溪至戊坝段）建设。', ['丁大道 CONNECTS 甲溪镇', '丁大道 CONNECTS 戊坝']],
    [
      '在甲溪、丙山布局分散式风电项目。',
      ['分散式风电项目 LOCATED_IN 甲溪镇', '分散式风电项目 LOCATED_IN 丙山乡'],
    ],
    [
      '鼓励甲溪、乙河等乡镇，采取多种方式建设光伏电站。',
      ['光伏电站 LOCATED_IN 甲溪镇', '光伏电站 LOCATED_IN 乙河镇'],
    ],
    ['对甲溪、乙河进行景观亮化。', ['景观亮化 SERVES 甲溪镇', '景观亮化 SERVES 乙河镇']],
  ])('%s', (text, facts) => {
    expect(factsOf(readParagraph(text, { places: towns }))).toEqual(facts)
  })

  it('lends the place of a box title to all in it, with the title as second evidence', () => {
    const found = readParagraph('新建丁公园、戊科技馆。', {
      box: '专栏6 己城市带建设重大项目',
      places: { 己城市带: '己城市带' },
    })
    expect(factsOf(found)).toEqual(['丁公园 SERVES 己城市带', '戊科技馆 SERVES 己城市带'])
    expect(found.facts.map(({ basis, evidence }) => [basis, evidence.map(({ part }) => part)])).toEqual([
      ['inherited', ['clause', 'heading']],
      ['inherited', ['clause', 'heading']],
    ])
  })

  it('does not name the jurisdiction itself', () => {
    expect(factsOf(readParagraph('新建甲县通用机场。', { places: { 甲县: '甲县' } }))).toEqual([])
  })
})

describe('tables', () => {
  const rows = [
    ['序号', '项目名称', '建设性质', '建设地点', '完成时限'],
    ['1', '甲泉水库工程', '新建', '甲溪镇', '2025年底'],
    ['2', '丁灌区续建配套与节水改造', '续建', '丙山乡', '2026年'],
  ]
  const given = { places: { 甲溪镇: '甲溪镇', 丙山乡: '丙山乡' }, deadlines: ['2025年底', '2026年'] }

  it('takes the cells under 项目名称 as they stand, with stage, place and deadline of their row', () => {
    const found = readTable(rows, given)
    expect(projectsOf(found).map(({ name, attributes }) => [name, attributes.phase])).toEqual([
      ['甲泉水库工程', 'start'],
      ['丁灌区续建配套与节水改造', 'advance'],
    ])
    expect(factsOf(found)).toEqual([
      '甲泉水库工程 LOCATED_IN 甲溪镇',
      '甲泉水库工程 DUE 2025年底',
      '丁灌区续建配套与节水改造 LOCATED_IN 丙山乡',
      '丁灌区续建配套与节水改造 DUE 2026年',
    ])
  })

  it('reads tasks by their verb, and a table of figures not at all', () => {
    const tasks = [
      ['序号', '任务名称'],
      ['1', '推进老旧小区改造'],
    ]
    const figures = [
      ['指标', '单位', '2025年'],
      ['森林覆盖率', '%', '55'],
    ]
    expect(namesOf(readTable(tasks))).toEqual(['老旧小区改造'])
    expect(namesOf(readTable(figures))).toEqual([])
  })
})

describe('deadlines', () => {
  it.each([
    ['2026年底前完成甲溪水厂改造。', '2026年底前'],
    ['到2025年，建成甲溪水厂改造工程。', '2025年'],
  ])('%s is due', (text, due) => {
    expect(factsOf(readParagraph(text, { deadlines: [due] })).filter((fact) => fact.includes('DUE'))).toEqual(
      [expect.stringContaining(`DUE ${due}`)],
    )
  })

  it('does not lend a date to what is done when the time is ripe', () => {
    const found = readParagraph('2026年底前建成甲溪水厂，适时启动乙河水厂论证。', {
      deadlines: ['2026年底前'],
    })
    expect(factsOf(found).filter((fact) => fact.includes('DUE'))).toEqual([
      expect.stringContaining('甲溪水厂 DUE'),
    ])
  })
})

it('keeps every span inside the text, and every name to words of the text or its list', () => {
  const pieces = [
    '新建',
    '推进',
    '甲溪',
    '、',
    '等',
    '3座',
    '水厂',
    '，',
    '（',
    '）',
    '“',
    '”',
    '至',
    '—',
    '改造',
    '。',
    '乡镇',
    '及',
    '的',
    '2025年',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }), (words) => {
      const { mentions, facts, text } = readParagraph(words.join(''), {
        box,
        places: towns,
        deadlines: ['2025年'],
      })
      const spans = [
        ...mentions.map(({ span }) => span),
        ...facts.flatMap(({ evidence }) => evidence.map(({ span }) => span)),
      ]
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
      }
    }),
  )
})
