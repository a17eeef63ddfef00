import { writeOfficialReport } from '../engine/docx/gongwen-write.ts'
import { blocksFromText } from '../engine/docx/gongwen-recognise.ts'
import { bureau, type DemoRecord } from './bureau.ts'

/**
 * The text of the bureau's report. A number in ⟦⟧ is asked of the records, and left as x where nobody counted;
 * a known one stands in no ledger: the program leaves it to the author and says what to keep.
 */
const body = `云江市交通运输局关于⟦year⟧年网络意识形态工作责任制落实情况的报告

市委宣传部：
⟦year⟧年以来，局党委高度重视网络意识形态工作，严格落实网络意识形态工作责任制，各项工作有序推进。现将有关情况报告如下：
一、工作开展情况
（一）加强组织领导，压实工作责任。局党委将网络意识形态工作纳入重要议事日程，全年召开网络意识形态工作专题会议⟦meeting category=special-meeting topic=network-ideology⟧次，召开意识形态领域分析研判会⟦meeting category=analysis-meeting⟧次，主要领导听取汇报⟦work-report-heard leader=chief⟧次。制定印发《网络信息发布审核制度》《政务新媒体管理制度》等制度文件。配备网络信息员⟦known 6⟧名。3月12日，市委宣传部到局调研指导网络阵地建设。
（二）强化理论武装，筑牢思想根基。组织党委理论学习中心组集中学习⟦study-session category=centre-group⟧次，开展主题党日⟦study-session category=theme-party-day⟧次、党支部学习⟦study-session category=branch-study⟧次。举办网络安全专题讲座⟦lecture topic=network-security⟧场，开展网络安全业务培训⟦training topic=network-security⟧期，参训⟦training topic=network-security sum=attendees⟧人次。开展谈心谈话⟦talk category=heart-talk⟧次。
（三）管好网络阵地，唱响主旋律。严格执行“三审三校”制度，通过局微信公众号发布信息⟦publication channel=wechat⟧条，门户网站发布信息⟦publication channel=website⟧条。在市级媒体刊发新闻报道⟦media-coverage level=city⟧篇，报送信息⟦briefing-submitted category=information⟧篇，被采用⟦briefing-submitted outcome=adopted⟧篇。组织开展“网络安全宣传周”“新时代交通青年”等活动，开展宣传活动⟦activity category=publicity⟧场，志愿服务活动⟦activity category=volunteer⟧场。
（四）防范化解风险，守牢安全底线。开展安全生产专项检查⟦inspection category=special-inspection topic=work-safety⟧次，组织应急演练⟦drill⟧次。排查安全隐患⟦finding category=hazard⟧个，已整改⟦finding category=hazard status=closed⟧个。受理群众诉求⟦case⟧件，其中来信⟦case channel=letter⟧件、来访⟦case channel=visit⟧批、12345热线⟦case channel=hotline⟧件。在全市12345热线考核中排名第⟦received-statistic category=rank latest=value⟧位。
二、存在的问题
一是部分党员干部对网络意识形态工作重要性的认识还需进一步提高。二是政务新媒体内容的吸引力还不够强。
三、下一步打算
⟦next⟧年，我局将继续落实网络意识形态工作责任制，严格信息发布审核，加强阵地管理，为交通运输高质量发展营造良好氛围。

云江市交通运输局
⟦year⟧年12月20日`

/** Last year's report with its numbers, or this year's still half empty, as a Word file in the official layout. */
export function demoReport(year: number, records: DemoRecord[], options: { halfEmpty: boolean }): Uint8Array {
  const text = body.replace(/⟦([^⟧]+)⟧/g, (_, mark: string) => {
    if (mark === 'year') return String(year)
    if (mark === 'next') return String(year + 1)
    if (options.halfEmpty) return 'x'
    return mark.startsWith('known ') ? mark.slice('known '.length) : String(countOf(mark, year, records))
  })
  const paragraphs = text.split('\n').map((line, at) => ({ line: at + 1, text: line }))
  return writeOfficialReport(blocksFromText(paragraphs)).bytes
}

export const demoReportName = (year: number): string => `${bureau.unit}${year}年网络意识形态工作责任制落实情况报告.docx`

/** Counted by hand, as an office would: rows of one ledger that meet the words of the sentence. */
function countOf(mark: string, year: number, records: DemoRecord[]): number {
  const [kind, ...conditions] = mark.split(' ')
  const pairs = conditions.map((condition) => condition.split('=') as [string, string])
  const rows = records.filter((record) => record.kind === kind && String(record.fields['date']).startsWith(String(year)) && pairs.every(([field, value]) => meets(record, field, value)))
  const summed = pairs.find(([field]) => field === 'sum')?.[1]
  const latest = pairs.find(([field]) => field === 'latest')?.[1]
  if (summed !== undefined) return rows.reduce((sum, row) => sum + Number(row.fields[summed] ?? 0), 0)
  if (latest !== undefined) return Number(rows.at(-1)?.fields[latest] ?? 0)
  return rows.length
}

function meets(record: DemoRecord, field: string, value: string): boolean {
  if (field === 'sum' || field === 'latest') return true
  const own = record.fields[field]
  return Array.isArray(own) ? own.includes(value) : own === value
}
