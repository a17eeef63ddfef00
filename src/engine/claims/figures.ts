import type { SlotForm } from './slot.ts'
import { isTime } from './measures.ts'
import type { Quantity } from './quantities.ts'

const loose = new Set(['个', '项', '类', '种', '级', '大', '点', '面', '代', '度', '把', '线', '道', '支', '股', '声', '年级', '位', '条', '块', '对', '款', '档', '成', '门', '行', '列', '段', '口', '片', '步', '心', '化', '句', '字', '页', '班', '站', '日', '分', '本', '节', '所', '件', '处', '家', '户', '批', '倍', '名', '人', '头', '间', '座', '把'])
/** Verbs after which a number counts, by what they say of the thing counted. */
const counting = {
  handling: '完成|整改|办理|办结|处置|处理|化解|查处|立案|受理|解决|调处|审核|答复|回复|采纳|收到|发现|排查|检查|清理',
  making: '制定|制订|出台|建立|建成|建设|新增|新建|修订|推进|实施|设立|设置|成立|开通|关停|注销|整合|归集|公开|梳理|编制|编印|签订|创建|新设|撤销|取消|压减|精简|下放|承接',
  meeting: '开展|组织|举办|召开|印发|培训|走访|慰问|发放|发布|报送|派出|出动|配备|联系|帮扶|结对|约谈|通报|问责|处分|给予',
  naming: '获|命名|评选|推荐|评为|荣获|表彰|授予|吸纳|发展|转正|聘请|邀请|引进|招聘|录用|投入',
  totalling: '共|累计|达|有|为|[：:、]',
}
const countVerbs = new RegExp(`(?:${Object.values(counting).join('|')})了?[\u4e00-\u9fff“”]{0,4}$`)

/** Whether a number found in the text is a figure of the unit's work, which someone would have to recount. */
export function isFigure(quantity: Quantity, text: string): boolean {
  if (/^\s+$/.test(quantity.text) && quantity.start === 0) return false
  const before = text.slice(Math.max(0, quantity.start - 12), quantity.start)
  const next = text.slice(quantity.measureEnd, quantity.measureEnd + 6)
  if (quantity.missing) return isMissingFigure(quantity, text, before)
  if (before.endsWith('第')) return (isRankBefore(before) || quantity.measure === '位' || quantity.measure === '名') && !/[一]$/.test(quantity.text) && (quantity.measure === '位' || quantity.measure === '名' || quantity.measure === null)
  if (isCadence(before, quantity)) return false
  if (quantity.measure === null) return isBare(before, quantity, text)
  if (/^(?:年|世纪|月(?!均))/.test(text.slice(quantity.end, quantity.end + 2))) return false
  if (quantity.chinese) return isChineseFigure(quantity, text, before, next)
  if (quantity.measure === '日' || quantity.measure === '级' || quantity.measure === '类' || (quantity.measure === '岁' && !/年龄[为达约]*$/.test(before)) || quantity.measure === '度') return false
  if (quantity.measure === '班' || quantity.measure === '面') return countVerbs.test(before)
  if (quantity.measure === '天' || quantity.measure === '个月') return !/(?:近|过去|未来|提前)$/.test(before) && !/^(?:以来|来|内|前|后)/.test(next)
  return !/^(?:号|期工程)/.test(next)
}

function isMissingFigure(quantity: Quantity, text: string, before: string): boolean {
  const empty = /^[（(【〔[]?\s*[）)】〕\]]?$/.test(quantity.text.trim())
  if (empty && quantity.measure === null) return /(?:得分|评分|平均分|排名第?|位列第?|第|分别为|达到?|为|至)$/.test(before) && !/^[（(]/.test(quantity.text)
  if (quantity.measure !== null) return !/^(?:日|月|年)/.test(text.slice(quantity.end)) || isTime(quantity.measure)
  if (/^(?:年|月|日)/.test(text.slice(quantity.end))) return false
  const rest = text.slice(quantity.end, quantity.end + 1)
  if (before.endsWith('第')) return !/^(?:季度|款|条|项|章)/.test(text.slice(quantity.end, quantity.end + 2))
  if (/[，。；、）)：:\s]/.test(rest) || rest === '') return /[\u4e00-\u9fff：:]$/.test(before)
  return /[余多万亿]$/.test(quantity.text) || /(?:共|累计|达|约|近|超过|为|完成|发放|办理|受理)$/.test(before)
}

const isRankBefore = (before: string): boolean => /(?:排名|位列|位居|名列|列|居|排|市|省|县|区|国|系统|综合|并列|位次|至|到)(?:全[市省县区国])?(?:系统)?第$/.test(before)

/** 每季度召开一次 is a rule, not a count. */
function isCadence(before: string, quantity: Quantity): boolean {
  if (/(?:每|逢)(?:个)?(?:季度|半年|月|年|周|天|日|旬|学期|两周|半月)[^，。；共]{0,12}$/.test(before)) return true
  if (/(?:不少于|至少|不低于)/.test(quantity.text) && /(?:每|应|须|要求|确保)[^，。]{0,10}$/.test(before)) return true
  return /(?:每|平均每)$/.test(before)
}

function isBare(before: string, quantity: Quantity, text: string): boolean {
  if (/(?:得分|评分|平均分|排名第|位列第|列第|居第)[为是达]?$/.test(before)) return true
  const next = text[quantity.end] ?? ''
  if (!quantity.chinese && /(?:死亡率|比值|指数|倍率|粉丝|信访比|关注人数|用户|总量|人数)(?:达|为|突破|超|约|近|至)*$/.test(before)) return true
  return !quantity.chinese && /^[余多]/.test(quantity.text.slice(-1)) && /[\u4e00-\u9fff]/.test(next) && countVerbs.test(before)
}

function isChineseFigure(quantity: Quantity, text: string, before: string, next: string): boolean {
  const measure = quantity.measure ?? ''
  if (quantity.text.includes('分之')) return measure === '%' || /占|比|率/.test(before)
  if (/^[百千万十]$/.test(quantity.text)) return false
  if (/^(?:方面|意识|自信|维护|机制|体系|层面|维度|环节|阶段|步骤|要求|原则|重点|关键|目标|任务|必须|坚持|坚决|统一|结合|转变|到位|不放过|中心|基本|专项行动|核心|关系|问题导向|领域|大|年|不|以)/.test(next)) return false
  if (/[\u4e00-\u9fff]$/.test(before) && /(?:第|同|统|唯|万|之|进|某|任|每|另|逐|有|这|那|哪|新|旧|其)$/.test(before) && !/(?:共有|设有|现有|拥有|另有)$/.test(before)) return false
  if (quantity.text === '一' && before.endsWith('另有')) return /^[名个位座家项]$/.test(measure)
  if (quantity.text === '一') return /^(?:次|场|期|轮)$/.test(measure) && !/^(?:性|次|又)/.test(next) && countVerbs.test(before) && !/^(?:会议|全会)?精神/.test(next)
  if (quantity.text === '两' && /^(?:级|委|会|新|手|头|岸|法|高)$/.test(measure)) return false
  if (measure === '%') return true
  if (quantity.text === '两' && /^[座名家户所处]$/.test(measure) && /(?:^|[，。；])$/.test(before)) return true
  if (/^(?:个党支部|个处室|个科室|个年级|个窝点)/.test(text.slice(quantity.end, quantity.end + 4))) return true
  if (loose.has(measure)) return countVerbs.test(before) || quantity.text.length > 1 || (/^[，。；、]/.test(next) && /[\u4e00-\u9fff]{2}$/.test(before))
  return text[quantity.measureEnd] !== '性'
}

const changeWords = /(?:上升|下降|增长|减少|增加|提高|提升|降低|下滑|回落|上涨|压减|压缩|改善|缩短|净[增减]|[偏多]少|偏?多|增产|减产|快|慢|[多少][出发开办]|[少早涨增]|落后[^，。]{0,6}|高于[^，。]{0,8}|低于[^，。]{0,8})(?:了|约|近|至)?[\s（(]*$/
const compared = /同比|环比|较(?:上|去|前|同|20|二〇|历史|年初|往)|比(?:上|去|前|同|20|年初)|与(?:上|去)年|相比/

/** 分别增长x%、y%: the words before the first hold for each. */
const joinedPercents = /(?:[\dxX×.*_\s【】（）]+(?:%|个百分点)[、和及与])+$/

/** The sort of value a figure is, from its measure and the words before and after it. */
export function formOf(quantity: Quantity, text: string, clauseStart: number): SlotForm {
  const before = text.slice(Math.max(clauseStart, quantity.start - 24), quantity.start).replace(joinedPercents, '')
  const near = before.slice(-12)
  const { measure } = quantity
  if (measure === '位' && /(?:前移|后移|上升|下降|提升|进步|跃升|前进)(?:了)?$/.test(near)) return 'change'
  if (before.endsWith('第') || /(?:排名|位列|名列|位居)[^，。]{0,4}$/.test(near)) return 'rank'
  if (measure === '个百分点' || measure === '百分点') return 'change'
  if (measure?.startsWith('/')) return 'rate'
  if (measure === '%' || measure === '‰' || measure === '成') return percentForm(before, near, text.slice(quantity.measureEnd, quantity.measureEnd + 8))
  if (/(?:率|比|倍率|指数)[^，。；\d]{0,4}$/.test(near) && measure === null) return 'rate'
  const wide = text.slice(Math.max(0, quantity.start - 40), quantity.start)
  if ((changeWords.test(near) && compared.test(wide)) || /净[增减](?!值)[^，。、]{0,8}$/.test(near) || /(?:低于|高于)[^，。]{0,8}$/.test(near) || /(?:月人均|人均)(?:增加|提高)$/.test(near)) return 'change'
  if (measure === '分' || (measure === null && /分[为是达]?$/.test(near))) return 'score'
  if (measure !== null && isTime(measure)) return /[天日]数|污染天|安全(?:运行|生产)|开放|时长达|服务时长|生均|人均|学时|累计时长/.test(near) || /^(?:重污染|优良)/.test(near) ? 'count' : 'duration'
  return 'count'
}

function percentForm(before: string, near: string, next: string): SlotForm {
  if (/率[^，。；]{0,8}$/.test(near) && !/同比|环比|较|比上|增长率/.test(near)) {
    if (!changeWords.test(near.slice(-5)) || /(?:提高|提升|降低|上升|下降)(?:到|至)[^，。]{0,3}$/.test(near)) return 'rate'
  }
  if (/(?:到|至|达到|达)[^，。]{0,2}$/.test(near) && /率|度/.test(before)) return 'rate'
  if (compared.test(before) || changeWords.test(near) || /增速|增幅|降幅|增长率/.test(near)) return 'change'
  if (/(?:优良|达标|合格|履约|回收|返还|兑付)比例[^，。]{0,4}$/.test(near)) return 'rate'
  if (/占|比重|比例|其中[^，。]{0,6}$|网办率$/.test(near) || /(?:完成|达)(?:全年|年度)?(?:目标)?任务的$/.test(near)) return 'share'
  if (/(?:[^年]的|中)(?:不到|不足|仅)?$/.test(near)) return 'share'
  return /占/.test(before) && !/率/.test(before) ? 'share' : /^的[^，。]*(?:占|以上)/.test(next) ? 'share' : 'rate'
}
