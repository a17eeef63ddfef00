import type { z } from 'zod'
import type { RecordView, ReportView } from '../../src/modules/reports/contract.ts'
import { carriedOver, figureLines, open } from './fixture-lines.ts'

type Report = z.infer<typeof ReportView>
type Figure = Report['figures'][number]
type FigureRecord = z.infer<typeof RecordView>

const unit = '云江市交通运输局（虚构）'
const hash = (seed: number) => (seed * 0x9e3779b97f4a).toString(16).padStart(14, '0').repeat(5).slice(0, 64)

export const checkpoint = { position: 48211, hash: hash(7) }

const figures: Figure[] = figureLines.map(({ share, ...line }, index) => ({
  facets: {}, narrowing: [], excluded: 0, ...line,
  number: index + 1,
  line: 4 + Math.floor(index / 2),
  before: line.measure === '%' ? 'xx%' : 'x',
  pack: 'common@1.0.0',
  unit,
  period: '2026',
  numerator: share?.[0] ?? null,
  denominator: share?.[1] ?? null,
}))

const own: Report = {
  reportId: '5f0c2a34-7a1d-4c53-9f5b-1f9f6f1a0001',
  title: '云江市交通运输局2026年度意识形态工作责任制落实情况的报告',
  period: '2026',
  unit,
  madeAt: '2026-11-25T06:30:00.000Z',
  position: checkpoint.position,
  anchor: checkpoint,
  file: { name: '报告.docx', sha256: hash(11) },
  figures,
  open,
  carriedOver,
}

const filed: Report = {
  ...own,
  reportId: '5f0c2a34-7a1d-4c53-9f5b-1f9f6f1a0002',
  title: '云江市交通运输局2026年上半年信访工作情况的报告',
  period: '2026H1',
  anchor: { inputs: [{ name: '信访台账2026.xlsx', sha256: hash(13) }] },
  figures: figures.slice(0, 6),
  open: [],
  carriedOver: [],
}

export const reports = [own, filed]

const topics = ['网络安全', '安全生产', '理论学习', '舆论引导', '信访化解', '青年理论宣讲']
const forms = ['专题会议', '中心组学习', '工作例会', '研讨会']
const offices = ['办公室', '宣传科', '综合运输科', '安全监督科', '法规科', '人事教育科']

/** Invented records of a figure, as many as it says it stands on; page by page. */
export function figureRecordsOf(report: Report, number: number, page: { limit: number; offset: number }): { total: number; records: FigureRecord[] } {
  const total = report.figures.find((figure) => figure.number === number)?.records ?? 0
  const records = Array.from({ length: total }, (_, index) => recordOf(number, index))
  return { total, records: records.slice(page.offset, page.offset + page.limit) }
}

function recordOf(number: number, index: number): FigureRecord {
  const pick = <T>(from: T[], step: number) => from[(index * step + number) % from.length] as T
  const topic = pick(topics, 1)
  return {
    recordId: `record-${number}-${index}`,
    title: `关于${topic}工作的${pick(forms, 3)}（第${index + 1}次）`,
    occurredOn: `2026-${String(1 + (index % 11)).padStart(2, '0')}-${String(3 + ((index * 7) % 25)).padStart(2, '0')}`,
    unit: pick(offices, 5),
    fields: [
      { title: '议题', value: topic },
      { title: '参加人数', value: String(12 + ((index * 5) % 30)) },
      { title: '主持', value: '第一责任人' },
    ],
    source: index % 9 === 8 ? null : { file: '2026年会议台账.xlsx', sheet: '会议', row: index + 4 },
  }
}
