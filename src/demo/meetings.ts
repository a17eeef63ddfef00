import type { Writer } from './writer.ts'

const topics = {
  ideology: '意识形态',
  'network-ideology': '网络意识形态',
  'network-security': '网络安全',
  'work-safety': '安全生产',
  integrity: '党风廉政建设',
  petition: '信访维稳',
  'rule-of-law': '法治政府建设',
  'flood-control': '防汛抢险',
} as const

type Topic = keyof typeof topics
const allTopics = Object.keys(topics) as Topic[]

/** Meetings, study sessions, trainings, lectures and talks of a year. */
export function writeMeetings({ chance, add, days }: Writer): void {
  for (const quarter of [0, 1, 2, 3]) {
    for (const topic of ['ideology', 'network-ideology'] as const) {
      add('meeting', '党建人事科', days.inQuarter(quarter), {
        title: `第${'一二三四'[quarter]}季度${topics[topic]}工作专题会议`, category: 'special-meeting', topic: [topic], form: 'on-site', leader: 'chief',
        level: 'unit', attendees: chance.between(14, 26),
      })
    }
    add('meeting', '党建人事科', days.inQuarter(quarter), {
      title: `第${'一二三四'[quarter]}季度意识形态领域分析研判会`, category: 'analysis-meeting', topic: ['ideology', 'network-ideology'], form: 'on-site',
      leader: 'deputy', level: 'unit', attendees: chance.between(9, 15),
    })
    add('study-session', '党建人事科', days.inQuarter(quarter), {
      title: '局党委理论学习中心组集中学习《习近平新时代中国特色社会主义思想学习纲要》', category: 'centre-group', topic: ['theory'], leader: 'chief',
      audience: 'leading-cadres', attendees: chance.between(11, 17), speeches: chance.between(3, 6),
    })
    add('work-report-heard', '办公室', days.inQuarter(quarter), { title: `主要领导听取网络意识形态工作汇报（第${'一二三四'[quarter]}季度）`, topic: ['network-ideology'], leader: 'chief' })
  }
  for (let count = chance.between(10, 14); count > 0; count -= 1) {
    const topic = chance.pick(allTopics)
    add('meeting', chance.pick(['办公室', '安全监督科', '工程建设科'] as const), days.any(), {
      title: `${topics[topic]}专题会议`, category: 'special-meeting', topic: [topic], form: chance.pick(['on-site', 'video'] as const), leader: chance.pick(['chief', 'deputy'] as const),
      level: 'unit', attendees: chance.between(12, 60),
    })
  }
  for (let month = 0; month < 12; month += 1) {
    add('meeting', '办公室', days.inMonth(month), {
      title: `${month + 1}月份局党委会议`, category: 'party-group-meeting', topic: [chance.pick(allTopics)], form: 'on-site', leader: 'chief', level: 'unit',
      attendees: chance.between(7, 11), 'topics-count': chance.between(3, 8),
    })
    add('study-session', '党建人事科', days.inMonth(month), {
      title: `${month + 1}月主题党日`, category: 'theme-party-day', topic: [chance.pick(['party-building', 'theory', 'civility'] as const)], audience: 'party-members', attendees: chance.between(28, 52),
    })
    for (let times = chance.between(1, 3); times > 0; times -= 1) {
      add('study-session', chance.pick(['运输管理科', '工程建设科', '交通执法支队'] as const), days.inMonth(month), {
        title: '党支部学习《中国共产党纪律处分条例》', category: 'branch-study', topic: [chance.pick(['discipline', 'theory', 'network-ideology'] as const)], audience: 'party-members', attendees: chance.between(9, 24),
      })
    }
  }
  writeTeaching({ chance, add, days })
}

function writeTeaching({ chance, add, days }: Pick<Writer, 'chance' | 'add' | 'days'>): void {
  for (let count = chance.between(16, 22); count > 0; count -= 1) {
    const topic = chance.pick(['network-security', 'work-safety', 'rule-of-law', 'traffic-safety'] as const)
    const title = { 'network-security': '网络安全业务培训', 'work-safety': '安全生产培训', 'rule-of-law': '行政执法培训', 'traffic-safety': '道路运输安全培训' }[topic]
    add('training', chance.pick(['安全监督科', '交通执法支队', '办公室'] as const), days.any(), {
      title, category: 'business-training', topic: [topic], audience: chance.pick(['staff', 'law-enforcers', 'practitioners'] as const), form: 'on-site', attendees: chance.between(30, 160), hours: chance.pick([4, 8, 16]),
    })
  }
  for (let count = chance.between(3, 5); count > 0; count -= 1) {
    add('lecture', '办公室', days.any(), { title: '网络安全专题讲座', category: 'special-lecture', topic: ['network-security'], leader: 'expert', audience: 'staff', attendees: chance.between(60, 180) })
  }
  for (let count = chance.between(24, 36); count > 0; count -= 1) {
    add('talk', '党建人事科', days.any(), { title: chance.pick(['岗位廉政提醒', '年轻干部谈心谈话', '节前廉政谈话']), category: chance.pick(['heart-talk', 'integrity-talk', 'reminder-talk'] as const), topic: ['integrity'], leader: chance.pick(['chief', 'deputy', 'member'] as const), persons: chance.between(1, 4) })
  }
}
