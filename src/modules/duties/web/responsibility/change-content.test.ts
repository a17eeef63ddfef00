import { describe, expect, it } from 'vitest'
import type { DutyView } from '../../contract/duty.ts'
import { beginningOf, contentOf } from './change-content.ts'

const duty: DutyView = {
  title: '专题会议', source: { rule: '责任制实施办法', tag: 'verified' }, group: '组织领导', text: '', owedBy: ['body'],
  cadence: { type: 'every', period: 'quarter', times: 1, due: { anchor: 'end', shift: 10, measure: 'working-days', onRestDay: 'keep' }, workdaysOnly: false },
  leadDays: 14, graceDays: 0, owner: { responsibility: 'first' }, satisfied: { kind: 'meeting', where: {}, records: 1, evidence: 1 },
  id: 'special-meeting', pack: 'ideology-duty', packTitle: '责任制', cadenceWords: '', ownerWords: '', satisfiedWords: '', owners: [],
  takenOnFrom: '2026-01-01', off: false, changes: [], troubles: [],
}
const typed = beginningOf(duty, { unitId: null, on: '2026-05-01' })

describe('asking for a change of a duty', () => {
  it('sends nothing where nothing differs', () => {
    expect(contentOf(duty, typed)).toEqual({})
  })

  it('sends the cadence as a whole, and the rest field by field', () => {
    expect(contentOf(duty, { ...typed, shift: 5, graceDays: 3 })).toEqual({
      cadence: { ...duty.cadence, due: { anchor: 'end', shift: 5, measure: 'working-days', onRestDay: 'keep' } }, graceDays: 3,
    })
  })

  it('keeps what satisfies a duty when only its evidence differs', () => {
    expect(contentOf(duty, { ...typed, evidence: 2 })).toEqual({ satisfied: { kind: 'meeting', where: {}, records: 1, evidence: 2 } })
  })

  it('names an owner by post', () => {
    expect(contentOf(duty, { ...typed, owner: 'post', post: ' 办公室主任 ' })).toEqual({ owner: { post: '办公室主任' } })
  })

  it('switches it off with null', () => {
    expect(contentOf(duty, { ...typed, what: 'off' })).toBeNull()
  })
})
