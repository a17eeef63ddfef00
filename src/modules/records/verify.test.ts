import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { asOwner } from '../../../test/helpers/database.ts'
import { testLedger } from '../../../test/helpers/ledger.ts'
import { checkpointOf } from '../../platform/events/checkpoint.ts'
import { changeUnit } from '../org/actions.ts'
import { addPerson } from '../org/people.ts'
import { fillPost } from '../org/posts.ts'
import { correctRecord, enterRecord, voidRecord } from './actions.ts'
import { importRecords } from './import.ts'
import { verify } from './verify.ts'

let ledger: Awaited<ReturnType<typeof testLedger>>
const meeting = { 'held-on': '2026-03-05', name: '专题会', topics: ['security'], cost: 12.5, attendees: 8 }

beforeAll(async () => {
  ledger = await testLedger()
  const { catalogue, unitId } = ledger
  const context = { tenantId: ledger.tenantId, actor: '张敏' }
  const enter = () =>
    ledger.write(context, (tx) => enterRecord(tx, catalogue, { kind: 'meeting', unitId, fields: meeting }))
  const first = await enter()
  const second = await enter()
  await ledger.write(context, (tx) =>
    correctRecord(tx, catalogue, { recordId: first.recordId, expectedVersion: 1, fields: { cost: 13.07, topics: null } }),
  )
  await ledger.write(context, (tx) => voidRecord(tx, { recordId: second.recordId, expectedVersion: 1, reason: '重复' }))
  const records = Array.from({ length: 1_200 }, (_, n) => ({
    kind: 'meeting', unitId, fields: { ...meeting, attendees: n }, source: { file: '', sheet: '会议', row: n },
  }))
  await importRecords(ledger, context, catalogue, { file: { name: '会议.xlsx', sha256: 'f'.repeat(64) }, records })
  await ledger.write(context, (tx) => changeUnit(tx, { unitId, expectedVersion: 1, on: '2026-01-01', name: '综合办公室' }))
  const { personId } = await ledger.write(context, (tx) => addPerson(tx, { name: '周正' }))
  await ledger.write(context, (tx) => fillPost(tx, { unitId, personId, title: '经办人', on: '2026-01-01' }))
  await asOwner(ledger.ownerUrl, `create table kept_events as table events; create table kept_heads as table log_heads;
    create table kept_versions as table record_versions; create table kept_units as table unit_versions;
    create table kept_columns as table field_columns; create table kept_persons as table persons; create table kept_batches as table import_batches`)
})

afterEach(async () => {
  await asOwner(ledger.ownerUrl, `
    delete from events; insert into events table kept_events; delete from log_heads; insert into log_heads table kept_heads;
    delete from record_versions; insert into record_versions table kept_versions;
    delete from unit_versions; insert into unit_versions table kept_units;
    delete from field_columns; insert into field_columns table kept_columns;
    delete from persons; insert into persons table kept_persons;
    delete from import_batches; insert into import_batches table kept_batches`)
})

const broken = async () => (await verify(ledger, ledger.tenantId)).broken

describe('verify', () => {
  it('finds nothing where nothing was changed, and reports how far it is', async () => {
    const seen: number[] = []
    const outcome = await verify(ledger, ledger.tenantId, { onProgress: ({ position }) => seen.push(position) })
    expect(outcome.broken).toBeNull()
    expect(outcome.events).toBe(outcome.checkpoint.position)
    expect(seen.at(-1)).toBe(outcome.events)
  })

  it.each([
    ['a changed payload', `update events set payload = convert_to(replace(convert_from(payload, 'UTF8'), '专题会', '大会'), 'UTF8') where position = 5`, 5, 'payload-changed'],
    ['a changed payload with its hash', `update events set payload = '{}', payload_hash = sha256('{}') where position = 5`, 5, 'chain-broken'],
    ['a changed column of an event', `update events set actor = '李红' where position = 6`, 6, 'column-changed'],
    ['two exchanged events', `update events set position = -1 where position = 4; update events set position = 4 where position = 5; update events set position = 5 where position = -1`, 4, 'chain-broken'],
    ['a removed event', `delete from events where position = 700`, 700, 'gap'],
    ['a removed tail', `delete from events where position > 1200`, 1201, 'truncated'],
    ['a changed head', `update log_heads set hash = sha256('x')`, 1211, 'head-changed'],
    ['a head put back', `update log_heads set position = 1000, hash = (select hash from events where position = 1000)`, 1000, 'head-changed'],
    ['an edited version', `update record_versions set n1 = 99 where known_from = 300`, 300, 'projection-differs'],
    ['an edited title', `update record_versions set title = '大会' where known_from = 4`, 4, 'projection-differs'],
    ['an edited display', `update record_versions set fields = fields || '{"cost": 1}' where known_from = 6`, 6, 'projection-differs'],
    ['a version closed early', `update record_versions set known_to = 900 where known_from = 300`, 300, 'projection-differs'],
    ['an invented version', `insert into record_versions select tenant_id, gen_random_uuid(), version, known_from, known_to, kind, unit_id, state, occurred_on, title, pack, recorded_at, recorded_by, source_file, source_sheet, source_row, t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12, t13, t14, t15, t16, d1, d2, d3, d4, n1, n2, n3, n4, n5, n6, n7, n8, fields from record_versions where known_from = 300`, 300, 'projection-differs'],
    ['a removed version', `delete from record_versions where known_from = 300`, 300, 'projection-differs'],
    ['an edited unit', `update unit_versions set name = '别的办公室' where version = 1`, 2, 'projection-differs'],
    ['a switched column', `update field_columns set column_name = 'n7' where field = 'cost'`, 4, 'projection-differs'],
    ['an import under another name', `update import_batches set file_name = '别的.xlsx'`, 1208, 'projection-differs'],
    ['a changed name', `update persons set name = '吴邪'`, 1210, 'projection-differs'],
  ])('names the position of %s', async (_what, tampering, position, code) => {
    await asOwner(ledger.ownerUrl, tampering)
    expect(await broken()).toMatchObject({ position, code })
  })

  it('is not fooled by a rewritten log when someone holds an earlier checkpoint', async () => {
    const anchor = await ledger.read(ledger.tenantId, checkpointOf)
    await asOwner(ledger.ownerUrl, `delete from events where position > 1000; delete from record_versions where known_from > 1000;
      update log_heads set position = 1000, hash = (select hash from events where position = 1000)`)
    const outcome = await verify(ledger, ledger.tenantId, { anchor })
    expect(outcome.broken).toMatchObject({ code: 'truncated', position: 1001 })
  })
})

describe('the application role', () => {
  it.each(['update events set actor = actor', 'delete from events', 'delete from record_versions', 'update record_versions set title = title', 'truncate events', 'delete from log_heads'])(
    'may not %s',
    async (statement) => {
      await expect(asOwner(ledger.url, `begin; set local taizhang.tenant = '${ledger.tenantId}'; ${statement}`)).rejects.toThrow(
        /permission denied/,
      )
    },
  )
})
