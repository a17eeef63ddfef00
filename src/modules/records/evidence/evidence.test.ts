import { beforeAll, describe, expect, it } from 'vitest'
import { asOwner } from '../../../../test/helpers/database.ts'
import { testLedger } from '../../../../test/helpers/ledger.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { enterRecord, voidRecord } from '../actions.ts'
import { mostEvidenceBytes } from '../rules/evidence-limits.ts'
import { verify } from '../verify.ts'
import { attachEvidence, detachEvidence } from './actions.ts'
import { evidenceOf } from './queries.ts'

let ledger: Awaited<ReturnType<typeof testLedger>>
let recordId = ''

beforeAll(async () => {
  ledger = await testLedger()
  ;({ recordId } = await enter())
})

const write = <T>(run: (tx: Tx) => Promise<T>) => ledger.write({ tenantId: ledger.tenantId, actor: '张敏' }, run)
const enter = () =>
  write((tx) => enterRecord(tx, ledger.catalogue, { kind: 'meeting', unitId: ledger.unitId, fields: { 'held-on': '2026-03-05', name: '专题会' } }))
const file = (seed: number) => ({
  recordId, name: `签到表${seed}.png`, sha256: String(seed).repeat(64).slice(0, 64), bytes: 1_000 + seed, mediaType: 'image/png' as const, standsFor: '2026-03-05',
})
const attach = (given: Parameters<typeof attachEvidence>[1]) => write((tx) => attachEvidence(tx, given))
const listed = () => ledger.read(ledger.tenantId, (db) => evidenceOf(db, recordId))

describe('attachEvidence', () => {
  it('keeps the day it stands for beside the moment it was received', async () => {
    await attach({ ...file(1), standsFor: '2026-02-28' })
    expect(await listed()).toMatchObject([{ standsFor: '2026-02-28', receivedAt: new Date('2026-03-05T08:00:00Z'), receivedBy: '张敏', detachedAt: null }])
  })

  it.each([
    ['a file too large', { bytes: mostEvidenceBytes + 1 }, 'evidence-too-large'],
    ['an empty file', { bytes: 0 }, 'evidence-empty'],
    ['no day', { standsFor: '2026-02-30' }, 'bad-evidence'],
    ['a name of control characters', { name: 'a\u0007' }, 'bad-evidence'],
    ['the same file again', { sha256: '1'.repeat(64) }, 'evidence-attached'],
    ['an unknown record', { recordId: '00000000-0000-4000-8000-000000000000' }, 'no-record'],
  ])('refuses %s', async (_, change, code) => {
    await expect(attach({ ...file(2), ...change })).rejects.toMatchObject({ code })
  })

  it('refuses more than a record may carry, and a voided record', async () => {
    const other = await enter()
    for (let n = 0; n < 30; n += 1) await attach({ ...file(2), recordId: other.recordId, sha256: String(100 + n).padEnd(64, 'a') })
    await expect(attach({ ...file(3), recordId: other.recordId })).rejects.toMatchObject({ code: 'too-much-evidence' })
    const gone = await enter()
    await write((tx) => voidRecord(tx, { recordId: gone.recordId, expectedVersion: 1, reason: '误登' }))
    await expect(attach({ ...file(3), recordId: gone.recordId })).rejects.toMatchObject({ code: 'record-voided' })
  })
})

describe('detachEvidence', () => {
  it('keeps the file in the history and asks for a reason', async () => {
    const { evidenceId } = await attach(file(4))
    await expect(write((tx) => detachEvidence(tx, { recordId, evidenceId, reason: ' ' }))).rejects.toMatchObject({ code: 'no-reason' })
    await write((tx) => detachEvidence(tx, { recordId, evidenceId, reason: '传错了' }))
    expect((await listed()).find((one) => one.evidenceId === evidenceId)?.detachedAt).toEqual(expect.any(Number))
    await expect(write((tx) => detachEvidence(tx, { recordId, evidenceId, reason: '再来' }))).rejects.toMatchObject({ code: 'evidence-detached' })
  })
})

describe('verifying evidence', () => {
  it('is sound, and names the position of a file that was exchanged behind the log', async () => {
    expect((await verify(ledger, ledger.tenantId)).broken).toBeNull()
    await asOwner(ledger.ownerUrl, `update evidence set sha256 = '${'f'.repeat(64)}' where sha256 = '${'1'.repeat(64)}'`)
    expect((await verify(ledger, ledger.tenantId)).broken?.reason).toMatch(/佐证与日志重放的结果不一致/)
  })
})
