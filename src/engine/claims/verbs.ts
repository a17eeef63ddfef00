/** Verbs of doing that open what a report counts and are no noun themselves. */
const plainVerbs = [
  '专题研究', '组织开展', '组织召开', '组织举办', '制定出台', '修订完善', '排查整治', '清理整治', '走访慰问', '开展', '举办', '举行', '召开', '组织',
  '受理', '接收', '收到', '接待', '办理', '办结', '完成', '印发', '制定', '修订', '发布', '刊发', '制作', '新增', '新建', '发放', '查处', '报送',
  '出动', '派出', '投入', '悬挂', '张贴', '推送', '撰写', '引进', '招聘', '评选', '荣获', '获得', '建成', '改造', '购置', '安装', '更换', '清理',
  '化解', '处置', '资助', '提供', '解答', '征集', '采纳', '审核', '约谈', '移送', '拆除', '关停', '注销', '签订', '编发', '编印', '出台', '下发',
  '拨付', '兑现', '争取', '落实', '发现', '采集', '播放', '设置', '创建', '认定', '新设', '培育', '选派', '选树', '表彰', '录用', '参加', '观看',
  '听取', '审议', '建立',
]
/** Verbs that are nouns too: 培训, 检查. */
const nounVerbs = [
  '监督检查', '排查', '检查', '培训', '走访', '慰问', '建设', '采购', '整治', '调解', '救助', '帮扶', '接受', '审查', '问责', '处分', '通报', '立案',
  '发展', '整改', '监测', '抽检', '检测', '登记', '参与', '学习', '研究', '讲授', '报告', '交流', '发言', '研讨', '参训', '参演', '宣传', '演练', '暂停', '解除', '终止',
  '取消', '撤销', '函询', '诫勉', '参评', '惠及', '覆盖', '受益', '抽查', '督查', '督导', '巡查', '回收', '回复', '答复', '办复', '修复',
]

const alternatives = (verbs: string[]): string => [...verbs].sort((one, other) => other.length - one.length).join('|')
const plain = new RegExp(`(?:${alternatives(plainVerbs)})了?`)
const any = new RegExp(`(?:${alternatives([...plainVerbs, ...nounVerbs])})了?`)

/** The first verb in some words that is no noun itself: what it governs may go on behind a 、. */
export const governingVerb = (words: string): string | null => plain.exec(words)?.[0] ?? null

/** Whether some words say what was done. */
export const hasVerb = (words: string): boolean => any.test(words)

export const withoutVerbs = (words: string): string => words.replace(new RegExp(any, 'g'), '')

/** What a verb at the beginning of some words was done with: 科技特派员 of 派出科技特派员. */
export const withoutOpeningVerb = (words: string): string => words.replace(new RegExp(`^(?:全年|共|累计)*(?:${any.source})`), '') || words
