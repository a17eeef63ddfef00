import { blocksFromText } from '../../src/engine/docx/gongwen-recognise.ts'
import { writeOfficialReport } from '../../src/engine/docx/gongwen-write.ts'

const topics = ['网络意识形态', '意识形态', '网络安全', '安全生产', '党建', '党风廉政建设', '信访', '优化营商环境', '法治建设', '应急管理']
const marks = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

const filler =
  '坚持把学习贯彻落实作为首要政治任务，健全工作机制，细化任务分工，压实各级责任，加强督促检查，及时研究解决工作中遇到的困难和问题，推动各项部署落到实处、见到实效。' +
  '各科室紧密结合自身职责，主动认领任务，加强沟通协调，形成上下联动、齐抓共管的工作格局，干部职工的思想认识和业务能力得到进一步提高，为各项工作的顺利开展提供了有力保障。'

/** An invented report of ten chapters, each with ten figures that are missing: 100 slots on about ten pages; with `repeated` fillers on so many times ten. */
export function longReport(repeated = 1): Uint8Array {
  const fillers = filler.repeat(repeated)
  const chapters = topics.flatMap((topic, at) => [
    `${marks[at]}、${topic}工作`,
    `（一）加强组织领导。召开${topic}工作专题会议x次，召开${topic}工作推进会x次，开展${topic}集中学习x次。${fillers}`,
    `（二）提升能力水平。举办${topic}专题讲座x场，开展${topic}业务培训x期，参训x人次。${fillers}`,
    `（三）抓好工作落实。开展${topic}专项检查x次，开展${topic}宣传活动x场，通过微信公众号发布${topic}信息x条，受理${topic}群众诉求x件。${fillers}`,
  ])
  const lines = ['云江市交通运输局关于2025年重点工作落实情况的报告', '', '市委、市政府：', '现将2025年工作情况报告如下：', ...chapters, '', '云江市交通运输局', '2025年12月20日']
  return writeOfficialReport(blocksFromText(lines.map((text, at) => ({ line: at + 1, text })))).bytes
}
