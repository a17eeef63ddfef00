import type { z } from 'zod'
import type { CarriedOver, FigureView, OpenSlot } from '../../src/modules/reports/contract.ts'

type Figure = z.infer<typeof FigureView>
type Line = Pick<Figure, 'text' | 'sentence' | 'metric' | 'metricTitle' | 'value' | 'measure' | 'records' | 'how'> &
  Partial<Pick<Figure, 'facets' | 'excluded'>> & { share?: [number, number] }

function count(value: number, measure: string, metric: string, metricTitle: string, sentence: string, facets: Record<string, string> = {}): Line {
  const narrowed = Object.values(facets).join('、')
  const how = `2026年1月1日至2026年12月31日，${metricTitle}${narrowed === '' ? '' : `（${narrowed}）`}的记录共 ${value} 条，逐条计数得 ${value} ${measure}。`
  return { text: String(value), sentence, metric, metricTitle, value, measure, records: value, how, facets }
}

function rate(part: number, whole: number, metric: string, metricTitle: string, sentence: string, excluded = 0): Line {
  const value = Math.round((part / whole) * 1000) / 10
  const how = `2026年应计 ${whole} 件${excluded === 0 ? '' : `（剔除未到期 ${excluded} 件）`}，其中 ${part} 件符合条件，${part} ÷ ${whole} = ${value}%。`
  return { text: `${value}%`, sentence, metric, metricTitle, value, measure: '%', records: whole, how, excluded, share: [part, whole] }
}

const meetings = '局党组先后召开专题会议12次、网络安全专题会议3次，研究部署意识形态工作。'
const study = '全年组织党组理论学习中心组学习14次，其中集中研讨6次，撰写学习体会86篇。'
const cases = '全年受理群众来信来访128件，办结率98.4%，按期办结率97.6%。'
const publications = '在市级以上媒体刊发稿件243篇，其中省级以上57篇。'

const core: Line[] = [
  count(12, '次', 'meetings', '会议次数', meetings),
  count(3, '次', 'meetings', '会议次数', meetings, { topic: '网络安全' }),
  count(14, '次', 'study-sessions', '学习次数', study),
  count(6, '次', 'study-sessions', '学习次数', study, { form: '集中研讨' }),
  count(86, '篇', 'study-notes', '学习体会篇数', study),
  count(128, '件', 'cases', '信访件数', cases),
  rate(126, 128, 'case-finish-rate', '办结率', cases),
  rate(122, 125, 'case-on-time-rate', '按期办结率', cases, 3),
  count(243, '篇', 'publications', '刊发稿件数', publications),
  count(57, '篇', 'publications', '刊发稿件数', publications, { level: '省级以上' }),
  count(0, '次', 'drills', '应急演练次数', '组织舆情应急演练0次。'),
]

const offices = ['办公室', '宣传科', '综合运输科', '安全监督科', '法规科', '人事教育科']

/** The figures of an invented report: counts, rates with exclusions, a zero, and enough of them for several pages. */
export const figureLines: Line[] = [
  ...core,
  ...offices.flatMap((office, index) => [
    count(4 + index, '次', 'trainings', '培训次数', `${office}组织业务培训${4 + index}次、谈心谈话${20 + index}人次。`),
    count(20 + index, '人次', 'talks', '谈话人次', `${office}组织业务培训${4 + index}次、谈心谈话${20 + index}人次。`),
    rate(30 + index, 32 + index, 'training-attendance', '培训到课率', `${office}培训到课率${Math.round(((30 + index) / (32 + index)) * 1000) / 10}%。`),
  ]),
]

export const open: z.infer<typeof OpenSlot>[] = [
  {
    line: 9, column: 12, length: 2, text: 'xx', kind: 'figure', sentence: '发放意识形态工作调查问卷xx份，群众满意率进一步提高。',
    reason: '没有对应的指标；可新记“问卷份数”', proposal: { kind: '问卷调查', metric: '问卷份数', measure: '份', phrase: '调查问卷' },
  },
  { line: 11, column: 3, length: 2, text: 'x局', kind: 'name', sentence: '会同x局开展联合检查。', reason: '名称要由人填写', proposal: null },
  { line: 14, column: 8, length: 2, text: '__', kind: 'figure', sentence: '新媒体账号粉丝数达__万。', reason: '2026年没有“平台数据”的记录', proposal: null },
]

export const carriedOver: z.infer<typeof CarriedOver>[] = [
  { line: 17, sentence: '“交通青年说”宣讲活动被评为全市优秀案例。', reason: '含有上一年的活动名称' },
  { line: 21, sentence: '修订印发《新闻发布工作办法》。', reason: '含有上一年的文件名称' },
]
