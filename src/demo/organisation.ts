import type { Section } from './bureau.ts'
import type { Writer } from './writer.ts'

/** What the rules of responsibility ask of a year's organisation: plans, groups, self-inspections, letters, reports. */
export function writeOrganisation({ chance, year, add, days }: Writer): void {
  const staff: Section = '党建人事科'
  const ideology = { topic: ['ideology'] }
  const early = (month: number) => Array.from({ length: 9 }, () => days.inMonth(month)).find((day) => day.slice(8) <= '18') ?? days.inMonth(month)
  add('document-issued', '办公室', days.inMonth(1), { title: `${year}年意识形态工作计划`, category: 'year-plan', ...ideology })
  add('commitment', staff, days.inMonth(2), { title: `${year}年度意识形态工作责任书`, category: 'responsibility', quantity: 12, ...ideology })
  add('duty-assessment', staff, days.inMonth(0), { title: `${year - 1}年度意识形态工作责任制考核`, category: 'annual', units: 6, ...ideology })
  add('duty-report', staff, early(0), { title: `${year - 1}年意识形态工作责任制落实情况报告`, category: 'written', level: 'city', recipient: '市委', ...ideology })
  add('duty-report', staff, early(6), { title: `${year}年上半年意识形态工作责任制落实情况报告`, category: 'written', level: 'city', recipient: '市委', ...ideology })
  for (const [half, month] of [['上半年', chance.between(3, 5)], ['下半年', chance.between(8, 9)]] as const) {
    add('meeting', '办公室', days.inMonth(month), { title: `意识形态工作领导小组${half}会议`, category: 'leading-group-meeting', leader: 'chief', attendees: chance.between(8, 14), ...ideology })
    add('meeting', '办公室', days.inMonth(month), { title: `专题研究${half}全面从严治党工作`, category: 'special-meeting', topic: ['strict-governance'], leader: 'chief', attendees: chance.between(8, 14) })
    add('inspection', staff, days.inMonth(month), { title: `意识形态工作责任制${half}自查`, category: 'self-inspection', objects: 6, ...ideology })
    add('document-issued', '办公室', days.inMonth(month), { title: `${half}意识形态领域情况通报`, category: 'circular', ...ideology })
  }
  for (const [quarter, name] of ['第一季度', '第二季度', '第三季度', '第四季度'].entries()) {
    add('channel-check', staff, days.inQuarter(quarter), { title: `${name}网站和新媒体账号排查`, checked: chance.between(5, 9), ...ideology })
  }
}
