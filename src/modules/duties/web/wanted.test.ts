import { describe, expect, it } from 'vitest'
import { doubled, wantedRecords } from './wanted.ts'

const duty = { id: 'study', title: '学习', en: null, group: '学习', pack: 'p' }
const record = (recordId: string, occurredOn: string) => ({ recordId, occurredOn, title: recordId, unit: '', evidence: 0 })
const spring = { taskId: 'q1', duty, needed: 1, done: 0, periodTo: '2026-03-31', proposed: [record('april', '2026-04-02'), record('march', '2026-03-02')] }

describe('ticking records beforehand', () => {
  it('takes a record of the period before one that makes up for it', () => {
    expect(wantedRecords([spring]).get('q1')).toEqual(['march'])
  })

  it('gives one record to one task of a duty, the first', () => {
    const late = { ...spring, proposed: [record('april', '2026-04-02')] }
    const summer = { ...late, taskId: 'q2', periodTo: '2026-06-30' }
    expect([...wantedRecords([late, summer])]).toEqual([['q1', ['april']], ['q2', []]])
  })

  it('takes as many as are still needed', () => {
    expect(wantedRecords([{ ...spring, needed: 3, done: 1 }]).get('q1')).toEqual(['march', 'april'])
  })

  it('leaves out a second task of one duty, and takes tasks of other duties', () => {
    const tasks = [{ taskId: 'a', duty, recordIds: ['r'] }, { taskId: 'b', duty, recordIds: ['r'] }, { taskId: 'c', duty: { id: 'other' }, recordIds: ['r'] }]
    expect(doubled(tasks)).toEqual(['b'])
  })
})
