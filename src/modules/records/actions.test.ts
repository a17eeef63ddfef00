import { beforeAll, describe, expect, it } from 'vitest'
import { testLedger } from '../../../test/helpers/ledger.ts'
import type { Tx } from '../../platform/database/database.ts'
import { Conflict, Invalid, NotFound } from '../../platform/errors.ts'
import { correctRecord, enterRecord, voidRecord } from './actions.ts'
import { history } from './history.ts'
import { listRecords, versionsOf } from './queries.ts'

let ledger: Awaited<ReturnType<typeof testLedger>>
const meeting = { 'held-on': '2026-03-05', name: '网络安全专题会', topics: ['security', 'study'], cost: 12.5 }

beforeAll(async () => {
  ledger = await testLedger()
})

const write = <T>(run: (tx: Tx) => Promise<T>, actor = '张敏') =>
  ledger.write({ tenantId: ledger.tenantId, actor }, run)
const enter = (fields = meeting as Parameters<typeof enterRecord>[2]['fields']) =>
  write((tx) => enterRecord(tx, ledger.catalogue, { kind: 'meeting', unitId: ledger.unitId, fields }))

describe('enterRecord', () => {
  it('keeps every field, in its typed column where metrics read it', async () => {
    const { recordId, version } = await enter()
    expect(version).toBe(1)
    const row = await ledger.read(ledger.tenantId, (db) =>
      db.selectFrom('record_versions').selectAll().where('record_id', '=', recordId).executeTakeFirstOrThrow(),
    )
    expect(row).toMatchObject({
      kind: 'meeting', occurred_on: '2026-03-05', title: '网络安全专题会', t1: 'security', t2: 'study', t3: null, n2: 1250,
      pack: 'tiny@1.0.0', recorded_by: '张敏', fields: meeting,
    })
  })

  it('names every wrong field', async () => {
    const failure = await enter({ 'held-on': '2026-02-30', topics: ['fun'], cost: 1.005, mood: 'good' }).catch((e) => e)
    expect(failure).toBeInstanceOf(Invalid)
    expect(failure.details.problems.map((problem: { field: string }) => problem.field)).toEqual([
      'mood', 'held-on', 'name', 'topics', 'cost',
    ])
  })

  it('refuses a unit that the tenant does not have', async () => {
    const unitId = '00000000-0000-4000-8000-000000000000'
    await expect(
      write((tx) => enterRecord(tx, ledger.catalogue, { kind: 'meeting', unitId, fields: meeting })),
    ).rejects.toBeInstanceOf(NotFound)
  })

  it('refuses an id that is taken', async () => {
    const { recordId } = await enter()
    await expect(
      write((tx) =>
        enterRecord(tx, ledger.catalogue, { recordId, kind: 'meeting', unitId: ledger.unitId, fields: meeting }),
      ),
    ).rejects.toMatchObject({ code: 'record-exists' })
  })
})

describe('correctRecord', () => {
  it('closes the version before and keeps it readable', async () => {
    const { recordId } = await enter()
    await write((tx) =>
      correctRecord(tx, ledger.catalogue, { recordId, expectedVersion: 1, fields: { name: '改期会', topics: null } }),
    )
    const versions = await ledger.read(ledger.tenantId, (db) => versionsOf(db, recordId))
    expect(versions.map(({ version, title }) => ({ version, title }))).toEqual([
      { version: 1, title: '网络安全专题会' },
      { version: 2, title: '改期会' },
    ])
    expect(versions[1]?.fields).not.toHaveProperty('topics')
  })

  it('tells who changed what when the version is stale', async () => {
    const { recordId } = await enter()
    const correct = (name: string, actor: string) =>
      write((tx) => correctRecord(tx, ledger.catalogue, { recordId, expectedVersion: 1, fields: { name } }), actor)
    await correct('甲会', '李红')
    const failure = await correct('乙会', '王强').catch((e) => e)
    expect(failure).toBeInstanceOf(Conflict)
    expect(failure.message).toContain('李红 于 2026-03-05 08:00（UTC）把会议名称由“网络安全专题会”改为“甲会”')
    expect(failure.details.changes).toMatchObject([
      { version: 2, changedBy: '李红', changes: [{ field: 'name', before: '网络安全专题会', after: '甲会' }] },
    ])
  })

  it('lets one of many simultaneous corrections through', async () => {
    const { recordId } = await enter()
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) =>
        write((tx) => correctRecord(tx, ledger.catalogue, { recordId, expectedVersion: 1, fields: { name: `第${n}` } })),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'stale-version' })
    }
  })
})

describe('voidRecord', () => {
  it('takes a record out of the list and keeps it in its history', async () => {
    const { recordId } = await enter({ ...meeting, name: '误登的会' })
    await write((tx) => voidRecord(tx, { recordId, expectedVersion: 1, reason: '重复登记' }))
    const [listed, entries] = await ledger.read(ledger.tenantId, async (db) => [
      await listRecords(db, { kind: 'meeting', limit: 100 }),
      await history(db, recordId),
    ])
    expect(listed.map((record) => record.recordId)).not.toContain(recordId)
    expect(entries.map(({ state }) => state)).toEqual(['recorded', 'voided'])
    await expect(
      write((tx) => voidRecord(tx, { recordId, expectedVersion: 2, reason: '再来' })),
    ).rejects.toMatchObject({ code: 'record-voided' })
  })
})
