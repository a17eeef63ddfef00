import { beforeAll, describe, expect, it } from 'vitest'
import { testLedger } from '../../../test/helpers/ledger.ts'
import { checkpointOf } from '../../platform/events/checkpoint.ts'
import { enterRecord } from './actions.ts'
import type { NewRecord } from './actions.ts'
import { importRecords } from './import.ts'
import { listRecords } from './queries.ts'

let ledger: Awaited<ReturnType<typeof testLedger>>
const fileOf = (mark: string) => ({ name: `${mark}.xlsx`, sha256: mark.repeat(64).slice(0, 64) })
const row = (n: number, fields: NewRecord['fields'] = {}): NewRecord => ({
  kind: 'meeting',
  unitId: ledger.unitId,
  fields: { 'held-on': '2026-04-01', name: `第${n}次会\n附\t注"\\`, attendees: n, topics: ['safety'], ...fields },
  source: { file: '', sheet: '会议', row: n },
})
const context = () => ({ tenantId: ledger.tenantId, actor: '张敏' })

beforeAll(async () => {
  ledger = await testLedger()
})

describe('importRecords', () => {
  it('records every row with its file, sheet and row, in order', async () => {
    const rows = Array.from({ length: 7_001 }, (_, n) => row(n + 1))
    const before = await ledger.read(ledger.tenantId, checkpointOf)
    const done = await importRecords(ledger, context(), ledger.catalogue, { file: fileOf('a'), records: rows })
    expect(done).toMatchObject({ records: 7_001, position: before.position + 7_002 })
    const stored = await ledger.read(ledger.tenantId, (db) =>
      db.selectFrom('record_versions').select(['title', 'n1', 'source_row', 't1', 'fields']).orderBy('known_from').execute(),
    )
    expect(stored).toEqual(
      rows.map(({ fields }, n) => ({ title: fields['name'], n1: n + 1, source_row: n + 1, t1: 'safety', fields })),
    )
  })

  it('refuses a file that was imported before', async () => {
    const batch = { file: fileOf('b'), records: [row(1)] }
    await importRecords(ledger, context(), ledger.catalogue, batch)
    await expect(importRecords(ledger, context(), ledger.catalogue, batch)).rejects.toMatchObject({
      code: 'file-imported',
    })
  })

  it('records nothing when one row is wrong, and names the rows', async () => {
    const before = await ledger.read(ledger.tenantId, checkpointOf)
    const records = [row(1), row(2, { 'held-on': '昨天' }), row(3, { attendees: 1.5 })]
    const failure = await importRecords(ledger, context(), ledger.catalogue, { file: fileOf('c'), records }).catch((e) => e)
    expect(failure).toMatchObject({ code: 'bad-rows' })
    expect(failure.details.problems).toMatchObject([
      { sheet: '会议', row: 2, title: '召开日期' },
      { sheet: '会议', row: 3, title: '参会人数' },
    ])
    expect(await ledger.read(ledger.tenantId, checkpointOf)).toEqual(before)
  })

  it('refuses control characters in the name of a sheet or in a value', async () => {
    const smuggled = { ...row(1), source: { file: '', sheet: '会议\u001e会议', row: 1 } }
    for (const records of [[smuggled], [row(1, { place: 'a\u001eb' })]]) {
      const done = importRecords(ledger, context(), ledger.catalogue, { file: fileOf('9'), records })
      await expect(done).rejects.toMatchObject({ code: 'bad-rows' })
    }
  })

  it('records nothing when it is cancelled', async () => {
    const before = await ledger.read(ledger.tenantId, checkpointOf)
    const cancel = new AbortController()
    const done = importRecords(
      ledger, context(), ledger.catalogue,
      { file: fileOf('d'), records: Array.from({ length: 6_000 }, (_, n) => row(n)) },
      { signal: cancel.signal, onProgress: () => cancel.abort() },
    )
    await expect(done).rejects.toMatchObject({ name: 'AbortError' })
    expect(await ledger.read(ledger.tenantId, checkpointOf)).toEqual(before)
  })

  it('tells writers that come meanwhile to wait, and lets them through afterwards', async () => {
    let told = false
    let startRecording = () => {}
    const recording = new Promise<void>((resolve) => (startRecording = resolve))
    const writing = ledger.write({ ...context(), onWait: () => (told = true) }, async (tx) => {
      await recording
      await checkpointOf(tx)
      await enterRecord(tx, ledger.catalogue, row(9))
    })
    const records = Array.from({ length: 2_000 }, (_, n) => row(n))
    await importRecords(ledger, context(), ledger.catalogue, { file: fileOf('e'), records }, {
      onProgress: ({ phase }) => (phase === 'recording' ? startRecording() : undefined),
    })
    await writing
    expect(told).toBe(true)
    const latest = await ledger.read(ledger.tenantId, (db) => listRecords(db, { kind: 'meeting', limit: 1 }))
    expect(latest).toHaveLength(1)
  })
})
