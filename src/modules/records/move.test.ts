import { beforeAll, describe, expect, it } from 'vitest'
import { tinyCatalogue } from '../../../test/helpers/catalogue.ts'
import { testLedger } from '../../../test/helpers/ledger.ts'
import type { Tx } from '../../platform/database/database.ts'
import { Workflow } from '../packs/schema/kind.ts'
import { correctRecord, enterRecord, voidRecord } from './actions.ts'
import { moveRecord } from './move.ts'
import { currentVersion, listRecords } from './queries.ts'
import { verify } from './verify.ts'

const workflow = Workflow.parse({
  states: { drafted: { title: '拟稿' }, reviewed: { title: '已审核' }, filed: { title: '已归档' } },
  verbs: {
    review: { title: '审核', from: ['drafted'], to: 'reviewed', permission: 'records:review' },
    file: { title: '归档', from: ['reviewed'], to: 'filed' },
    'give-back': { title: '退回', from: ['reviewed', 'filed'], to: 'drafted', permission: 'records:review' },
  },
})

let ledger: Awaited<ReturnType<typeof testLedger>>
beforeAll(async () => {
  const catalogue = tinyCatalogue()
  const meeting = catalogue.kinds.get('meeting')
  if (meeting !== undefined) catalogue.kinds.set('meeting', { ...meeting, workflow })
  ledger = await testLedger(catalogue)
})

const write = <T>(run: (tx: Tx) => Promise<T>) => ledger.write({ tenantId: ledger.tenantId, actor: '张敏' }, run)
const enter = () =>
  write((tx) => enterRecord(tx, ledger.catalogue, { kind: 'meeting', unitId: ledger.unitId, fields: { 'held-on': '2026-03-05', name: '专题会' } }))
const move = (recordId: string, expectedVersion: number, verb: string) => write((tx) => moveRecord(tx, ledger.catalogue, { recordId, expectedVersion, verb }))
const current = (recordId: string) => ledger.read(ledger.tenantId, (db) => currentVersion(db, recordId))

describe('moveRecord', () => {
  it('takes the steps of the workflow in their order, each a version', async () => {
    const { recordId } = await enter()
    expect((await current(recordId))?.workflowState).toBeNull()
    await expect(move(recordId, 1, 'file')).rejects.toMatchObject({ code: 'verb-not-now', message: '记录现在是“拟稿”，不能“归档”。' })
    await move(recordId, 1, 'review')
    await move(recordId, 2, 'file')
    expect(await current(recordId)).toMatchObject({ version: 3, workflowState: 'filed' })
    await expect(move(recordId, 2, 'give-back')).rejects.toMatchObject({ code: 'stale-version' })
    await expect(move(recordId, 3, 'burn')).rejects.toMatchObject({ code: 'no-verb' })
  })

  it('keeps the state through corrections, and the record counts in every state', async () => {
    const { recordId } = await enter()
    await move(recordId, 1, 'review')
    await write((tx) => correctRecord(tx, ledger.catalogue, { recordId, expectedVersion: 2, fields: { name: '改期会' } }))
    expect(await current(recordId)).toMatchObject({ workflowState: 'reviewed', title: '改期会' })
    const listed = await ledger.read(ledger.tenantId, (db) => listRecords(db, { kind: 'meeting', limit: 50 }))
    expect(listed.map((record) => record.recordId)).toContain(recordId)
    await write((tx) => voidRecord(tx, { recordId, expectedVersion: 3, reason: '误登' }))
    await expect(move(recordId, 4, 'file')).rejects.toMatchObject({ code: 'record-voided' })
  })

  it('is replayed by verify', async () => {
    expect((await verify(ledger, ledger.tenantId)).broken).toBeNull()
  })
})
