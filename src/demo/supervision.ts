import type { Writer } from './writer.ts'

/** Inspections, findings, drills, visits and cases of a year. */
export function writeSupervision({ chance, add, days }: Writer): void {
  for (let count = chance.between(60, 80); count > 0; count -= 1) {
    const topic = chance.pick(['work-safety', 'work-safety', 'traffic-safety', 'network-security', 'flood-control'] as const)
    add('inspection', chance.pick(['安全监督科', '交通执法支队'] as const), days.any(), {
      title: { 'work-safety': '安全生产专项检查', 'traffic-safety': '客货运输企业检查', 'network-security': '网络安全自查', 'flood-control': '汛前隐患排查' }[topic],
      category: chance.pick(['special-inspection', 'routine-inspection', 'unannounced'] as const), topic: [topic], leader: chance.pick(['chief', 'deputy', 'head'] as const), objects: chance.between(2, 18), staff: chance.between(4, 30),
    })
  }
  for (let count = chance.between(85, 120); count > 0; count -= 1) {
    const closed = chance.happens(0.93)
    add('finding', chance.pick(['安全监督科', '交通执法支队', '办公室'] as const), days.any(), {
      title: chance.pick(['灭火器压力不足', '驾驶员安全教育记录不全', '机房门禁失效', '施工围挡破损', '动态监控报警未及时处置', '应急物资台账不符']),
      category: chance.pick(['hazard', 'hazard', 'problem', 'vulnerability'] as const), status: closed ? 'closed' : 'in-progress', source: 'self', severity: chance.happens(0.04) ? 'major' : 'general',
      timeliness: closed ? (chance.happens(0.96) ? 'on-time' : 'late') : 'not-due', topic: ['work-safety'],
    })
  }
  for (let count = chance.between(5, 9); count > 0; count -= 1) {
    add('drill', '安全监督科', days.any(), { title: chance.pick(['道路运输突发事件应急演练', '网络安全事件应急演练', '消防疏散演练']), category: 'emergency', topic: [chance.pick(['work-safety', 'network-security', 'fire-safety'] as const)], participants: chance.between(30, 150) })
  }
  for (let count = chance.between(8, 14); count > 0; count -= 1) {
    add('visit', '党建人事科', days.any(), { title: chance.pick(['农村公路建设调研', '走访慰问困难职工', '运输企业走访']), category: chance.pick(['research', 'consolation', 'enterprise-visit'] as const), topic: ['transport'], leader: chance.pick(['chief', 'deputy', 'member'] as const), households: chance.between(1, 12) })
  }
  writeCases({ chance, add, days })
}

const caseSubjects = ['公交线路调整', '网约车收费', '道路破损', '出租车拒载', '农村客运班次', '施工噪声', '拖欠工程款', '客运站服务']

function writeCases({ chance, add, days }: Pick<Writer, 'chance' | 'add' | 'days'>): void {
  for (let count = chance.between(230, 290); count > 0; count -= 1) {
    const channel = chance.pick(['hotline', 'hotline', 'hotline', 'online', 'letter', 'visit'] as const)
    const group = channel === 'visit' && chance.happens(0.15)
    const satisfied = chance.pick(['satisfied', 'satisfied', 'satisfied', 'basically-satisfied', 'dissatisfied', 'not-evaluated'] as const)
    add('case', chance.pick(['运输管理科', '工程建设科', '办公室'] as const), days.any(), {
      title: `反映${chance.pick(caseSubjects)}问题`, channel, level: chance.pick(['city', 'city', 'province', 'national'] as const), domain: chance.pick(['transport', 'transport', 'urban-construction', 'wages'] as const),
      branch: chance.pick(['complaint', 'consultation', 'help', 'suggestion'] as const), outcome: chance.happens(0.97) ? 'closed' : 'in-progress', acceptance: chance.happens(0.98) ? 'in-time' : 'late',
      reply: chance.happens(0.97) ? 'on-time' : 'late', evaluation: satisfied, occurrence: chance.happens(0.9) ? 'first' : 'repeat', scope: group ? 'group' : 'individual', persons: group ? chance.between(5, 12) : 1,
    })
  }
}
