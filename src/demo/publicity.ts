import type { Writer } from './writer.ts'

const subjects = ['春运出行', '农村公路', '公交优先', '治超执法', '网约车规范', '港口作业', '客运安全', '道路养护', '出租汽车服务', '汛期值守', '工程质量', '绿色出行']
const forms = ['工作动态', '政策解读', '出行提示', '便民问答', '一线故事']

/** Publications, coverage by media, briefings, documents, activities and honours of a year. */
export function writePublicity({ chance, add, days, year }: Writer): void {
  for (let count = chance.between(520, 600); count > 0; count -= 1) {
    const subject = chance.pick(subjects)
    add('publication', '办公室', days.any(), {
      title: `${subject}${chance.pick(forms)}`, channel: chance.pick(['website', 'wechat', 'wechat', 'weibo'] as const), category: chance.pick(['news', 'news', 'policy', 'interpretation', 'announcement'] as const),
      origin: chance.happens(0.7) ? 'original' : 'repost', topic: [chance.pick(['transport', 'traffic-safety', 'network-security', 'core-values'] as const)], views: chance.between(120, 8600),
    })
  }
  for (let count = chance.between(34, 52); count > 0; count -= 1) {
    add('media-coverage', '办公室', days.any(), { title: `${chance.pick(subjects)}见实效`, level: chance.pick(['city', 'city', 'province', 'national'] as const), medium: chance.pick(['newspaper', 'television', 'online', 'study-platform'] as const), topic: ['transport'] })
  }
  for (let count = chance.between(40, 56); count > 0; count -= 1) {
    add('briefing-submitted', '办公室', days.any(), { title: `交通运输信息（${chance.pick(subjects)}）`, category: chance.pick(['information', 'briefing'] as const), outcome: chance.happens(0.35) ? 'adopted' : 'submitted', level: 'city', topic: ['transport'] })
  }
  for (const [title, category, topic] of documents(year)) {
    add('document-issued', '党建人事科', days.any(), { title, category, action: title.includes('修订') ? 'revised' : 'new', topic: [topic], level: 'unit' })
  }
  for (const [title, category, topic] of activities) {
    add('activity', chance.pick(['党建人事科', '安全监督科'] as const), days.any(), { title, category, topic: [topic], participants: chance.between(40, 320), volunteers: category === 'volunteer' ? chance.between(12, 40) : 0 })
  }
  for (let count = chance.between(3, 6); count > 0; count -= 1) {
    add('honour', '党建人事科', days.any(), { title: chance.pick(['文明单位', '优秀组织奖', '平安交通建设先进集体']), level: chance.pick(['city', 'province'] as const), category: 'commendation', direction: 'received', topic: ['civility'] })
  }
  add('received-statistic', '党建人事科', days.inMonth(9), { title: '学习强国平台党员日人均积分', category: 'average', name: 'study-platform-average', topic: ['theory'], level: 'city', value: chance.between(3100, 4300) / 100, measure: '分', document: '市委宣传部学习平台通报' })
  add('received-statistic', '办公室', days.inMonth(9), { title: '全市12345热线考核排名', category: 'rank', name: 'hotline-ranking', topic: ['hotline'], level: 'city', value: chance.between(2, 6), measure: '位', document: '市政务热线考核通报' })
}

const activities = [
  ['“网络安全宣传周”主题宣传活动', 'publicity', 'network-security'],
  ['“安全生产月”咨询日活动', 'publicity', 'work-safety'],
  ['“新时代交通青年”辩论赛', 'competition', 'youth'],
  ['“最美交通人”评选活动', 'selection', 'civility'],
  ['“文明出行”志愿服务活动', 'volunteer', 'volunteering'],
  ['“清风交通”廉政文化展', 'exhibition', 'integrity'],
  ['红色教育基地参观学习', 'visit-base', 'party-building'],
  ['“宪法进机关”法治宣传活动', 'publicity', 'rule-of-law'],
] as const

function documents(year: number) {
  return [
    [`关于印发《${year}年意识形态工作要点》的通知`, 'year-plan', 'ideology'],
    [`关于印发《${year}年网络安全工作方案》的通知`, 'plan', 'network-security'],
    ['网络信息发布审核制度（修订）', 'regulation', 'network-ideology'],
    ['网络舆情应急处置工作机制', 'regulation', 'public-opinion'],
    ['网络安全事件应急预案（修订）', 'emergency-plan', 'network-security'],
    [`${year}年安全生产责任清单`, 'list', 'work-safety'],
    [`${year}年党风廉政建设工作要点`, 'year-plan', 'integrity'],
    ['公路水运工程质量安全监督办法', 'regulation', 'work-safety'],
    ['政务新媒体管理制度', 'regulation', 'network-ideology'],
  ] as const
}
