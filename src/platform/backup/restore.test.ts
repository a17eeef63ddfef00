import { mkdtemp, open, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { asOwner } from '../../../test/helpers/database.ts'
import { metricsLedger } from '../../../test/helpers/metrics-ledger.ts'
import { onDatabase } from '../../../test/helpers/urls.ts'
import { evaluate } from '../../modules/metrics/evaluate.ts'
import { enterRecord } from '../../modules/records/actions.ts'
import { attachEvidence } from '../../modules/records/evidence/actions.ts'
import { verify } from '../../modules/records/verify.ts'
import { openDatabase, type Database } from '../database/database.ts'
import { migrateTo } from '../database/migrate.ts'
import { schemaVersions } from '../database/schema-files.ts'
import { folderFileStore } from '../files/file-store.ts'
import { refuseOtherSchema } from './load.ts'
import { checkBackup, restore } from './restore.ts'
import { refuseUnfinishedDatabase } from './unfinished.ts'
import { writeBackup, type WrittenBackup } from './write-backup.ts'

const { signal } = new AbortController()
const minutes = '会议纪要'
const requests = ['meetings', 'security-meetings', 'on-time-rate', 'cost'].map((metric) => ({ metric, facets: {}, unitId: null, period: '2026' }))

let ledger: Awaited<ReturnType<typeof metricsLedger>>
let folder = ''
let path = ''
let written: WrittenBackup
let sha256 = ''
const databases: string[] = []

const enter = (attendees: number) =>
  ledger.write({ tenantId: ledger.tenantId, actor: '张敏' }, (tx) =>
    enterRecord(tx, ledger.catalogue, { kind: 'meeting', unitId: ledger.unitId, fields: { 'held-on': '2026-03-05', name: '专题会', topics: ['security'], status: 'on-time', cost: 12.5, attendees } }),
  )
const order = () => ({
  ownerUrl: ledger.ownerUrl, files: folderFileStore(join(folder, 'files')), program: '0.1.0', clock: ledger.clock, replace: false, signal, progress: () => {},
})
const figures = (database: Database, position: number) =>
  database.read(ledger.tenantId, (db) => evaluate(db, ledger.catalogue, requests, { position }))

beforeAll(async () => {
  ledger = await metricsLedger()
  folder = await mkdtemp(join(tmpdir(), 'taizhang-backup-'))
  path = join(folder, 'one.tzb')
  const files = folderFileStore(join(folder, 'files'))
  const { recordId } = await enter(3)
  const stored = await files.put(Readable.from([Buffer.from(minutes)]), 100)
  await files.put(Readable.from([Buffer.from('nobody refers to this')]), 100)
  sha256 = stored.sha256
  await ledger.write({ tenantId: ledger.tenantId, actor: '张敏' }, (tx) =>
    attachEvidence(tx, { recordId, name: '纪要.txt', ...stored, mediaType: 'text/plain', standsFor: '2026-03-05' }))
  // More than one piece of a table; and a session, which no backup may hold.
  await asOwner(ledger.ownerUrl, `
    insert into access_entries select ${ledger.tenantId}, 1, convert_to(repeat('x', 5000000), 'UTF8'), sha256('x'), sha256('y');
    insert into sessions values (${ledger.tenantId}, gen_random_uuid(), gen_random_uuid(), 's', '127.0.0.1', now(), now(), now())`)
  written = await whileOthersWrite(() => writeBackup(path, order()))
}, 120_000)

afterAll(async () => {
  for (const name of databases) await asOwner(inject('ownerUrl'), `drop database ${name} with (force)`)
  await rm(folder, { recursive: true, force: true })
})

async function whileOthersWrite<T>(run: () => Promise<T>): Promise<T> {
  let done = false
  const writing = (async () => {
    for (let count = 0; !done || count === 0; count += 1) await enter(count)
  })()
  return run().finally(async () => {
    done = true
    await writing
  })
}

async function emptyDatabase() {
  const name = `taizhang_restored_${process.pid}_${databases.length}`
  await asOwner(inject('ownerUrl'), `create database ${name}`)
  databases.push(name)
  return { url: onDatabase(inject('appUrl'), name), ownerUrl: onDatabase(inject('ownerUrl'), name), stop: async () => {} }
}

type Place = Awaited<ReturnType<typeof emptyDatabase>>

async function restoreTo(place: Place, dataDir: string, given: { from?: string; anchored?: boolean; onProgress?: (line: string) => void; signal?: AbortSignal } = {}) {
  const handle = await open(given.from ?? path, 'r')
  try {
    return await restore(handle, {
      dataDir, embedded: false, startServer: async () => place, signal: given.signal ?? signal, progress: given.onProgress ?? (() => {}),
      verify: async (url) => {
        const database = await openDatabase({ url, clock: ledger.clock })
        const anchor = written.head.tenants[0]?.checkpoint
        return verify(database, ledger.tenantId, anchor === undefined || given.anchored === false ? {} : { anchor }).finally(() => database.close())
      },
    })
  } finally {
    await handle.close()
  }
}

describe('writeBackup', () => {
  it('holds one moment of what others go on changing, and the files that this moment refers to', async () => {
    const { head, contents, bytes } = written
    expect(head.tenants).toMatchObject([{ tenantId: ledger.tenantId, checkpoint: { position: contents.rows['events'] } }])
    expect(await ledger.position()).toBeGreaterThan(head.tenants[0]?.checkpoint.position ?? Infinity)
    expect(contents).toMatchObject({ files: 1, damaged: [] })
    expect(Object.keys(contents.rows)).not.toContain('sessions')
    const found = await stat(path)
    expect(found.size).toBe(bytes)
    expect(found.mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).not.toContain('one.tzb.part')
  })

  it('leaves no file when it is stopped half-way', async () => {
    const stop = new AbortController()
    const progress = (line: string) => line.includes('record_versions') && stop.abort()
    await expect(writeBackup(join(folder, 'half.tzb'), { ...order(), signal: stop.signal, progress })).rejects.toMatchObject({ name: 'AbortError' })
    expect((await readdir(folder)).join()).not.toContain('half')
  })

  it('does not write over another file unless it is told to', async () => {
    await expect(writeBackup(path, order())).rejects.toMatchObject({ code: 'file-exists' })
    const other = join(folder, 'other.tzb')
    await writeBackup(other, order())
    await expect(writeBackup(other, { ...order(), replace: true })).resolves.toMatchObject({ contents: { files: 1 } })
  })
})

describe('restore', () => {
  it('makes the same checkpoint and the same figures, and goes on from there', async () => {
    const place = await emptyDatabase()
    const dataDir = join(folder, 'restored')
    const checkpoint = written.head.tenants[0]?.checkpoint ?? { position: 0, hash: '' }
    const { verdict } = await restoreTo(place, dataDir)
    expect(verdict).toMatchObject({ broken: null, checkpoint, events: checkpoint.position })
    expect(Buffer.from(await folderFileStore(join(dataDir, 'files')).get(sha256)).toString()).toBe(minutes)
    expect(await readdir(dataDir)).toEqual(['files'])

    const restored = await openDatabase({ url: place.url, clock: ledger.clock })
    try {
      expect(await figures(restored, checkpoint.position)).toEqual(await figures(ledger, checkpoint.position))
      await restored.write({ tenantId: ledger.tenantId, actor: '张敏' }, (tx) =>
        enterRecord(tx, ledger.catalogue, { kind: 'meeting', unitId: ledger.unitId, fields: { 'held-on': '2026-03-06', name: '又一次专题会' } }))
      expect(await verify(restored, ledger.tenantId, { anchor: checkpoint })).toMatchObject({ broken: null, events: checkpoint.position + 1 })
      expect(await restored.read(ledger.tenantId, (db) => db.selectFrom('sessions').selectAll().execute())).toEqual([])
    } finally {
      await restored.close()
    }
    await expect(restoreTo(place, join(folder, 'again'))).rejects.toMatchObject({ code: 'database-not-empty' })
    await expect(restoreTo(await emptyDatabase(), dataDir)).rejects.toMatchObject({ code: 'place-not-empty' })
  }, 120_000)

  it('leaves nothing when it is stopped half-way, and can be done again over what was killed', async () => {
    const place = await emptyDatabase()
    const dataDir = join(folder, 'stopped')
    const stop = new AbortController()
    const stopAt = (line: string) => line.includes('record_versions') && stop.abort()
    await expect(restoreTo(place, dataDir, { signal: stop.signal, onProgress: stopAt })).rejects.toMatchObject({ name: 'AbortError' })
    expect(await readdir(dataDir)).toEqual([])
    await refuseUnfinishedDatabase(place.url)

    await asOwner(place.ownerUrl, 'create table restore_unfinished (unfinished boolean); create table events (half int)')
    await expect(refuseUnfinishedDatabase(place.url)).rejects.toMatchObject({ code: 'restore-unfinished' })
    await expect(restoreTo(place, dataDir)).resolves.toMatchObject({ verdict: { broken: null } })
    await refuseUnfinishedDatabase(place.url)
  }, 120_000)

  it('brings the backup of an older schema forward', async () => {
    const older = await emptyDatabase()
    const { latest } = await schemaVersions()
    await migrateTo(older.ownerUrl, latest - 1)
    await asOwner(older.ownerUrl, `insert into tenants values (${ledger.tenantId}, '旧台账', false, now());
      insert into log_heads values (${ledger.tenantId}, 0, decode(repeat('00', 32), 'hex'))`)
    const from = join(folder, 'older.tzb')
    await writeBackup(from, { ...order(), ownerUrl: older.ownerUrl })
    const place = await emptyDatabase()
    const { head, verdict } = await restoreTo(place, join(folder, 'newer'), { from, anchored: false })
    expect(head.schema.version).toBe(latest - 1)
    expect(verdict).toMatchObject({ broken: null, events: 0 })
  }, 120_000)

  it('refuses a backup whose schema is a later one, or another under the same number', async () => {
    const { schema } = written.head
    const known = schema.migrations.slice(0, -1)
    const last = { version: schema.version, name: '010-other.sql', sha256: '0'.repeat(64) }
    await expect(refuseOtherSchema({ ...written.head, schema: { ...schema, version: 999 } })).rejects.toMatchObject({ code: 'schema-newer' })
    await expect(refuseOtherSchema({ ...written.head, schema: { ...schema, migrations: [...known, last] } })).rejects.toMatchObject({ code: 'schema-differs' })
  })
})

describe('checkBackup', () => {
  it('reads the whole and changes nothing', async () => {
    const handle = await open(path, 'r')
    const found = await checkBackup(handle, { signal, progress: () => {} }).finally(() => handle.close())
    expect(found).toMatchObject({ head: written.head, contents: written.contents })
  })
})
