import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { metricsLedger } from '../../../test/helpers/metrics-ledger.ts'
import { foundUnit } from '../org/actions.ts'
import { correctRecord, enterRecord, voidRecord } from '../records/actions.ts'
import type { RecordFields } from '../records/tables.ts'
import { evaluate, figureRecords } from './evaluate.ts'

let ledger: Awaited<ReturnType<typeof metricsLedger>>
let bureau: string
let offices: string[]
let position: number
const context = () => ({ tenantId: ledger.tenantId, actor: '张敏' })
const quarters = ['2025Q1', '2025Q2', '2025Q3', '2025Q4', '2026Q1', '2026Q2', '2026Q3', '2026Q4']

const fields: fc.Arbitrary<RecordFields> = fc.record(
  {
    'held-on': fc.date({ min: new Date('2025-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
    name: fc.constantFrom('甲', '乙', '丙'),
    topics: fc.subarray(['security', 'study', 'safety'], { minLength: 1, maxLength: 2 }),
    place: fc.constantFrom('一楼', '三楼'),
    status: fc.constantFrom('on-time', 'late', 'not-due'),
    attendees: fc.integer({ min: 0, max: 50 }),
    cost: fc.integer({ min: 0, max: 99_999 }).map((cents) => cents / 100),
    issued: fc.integer({ min: 1, max: 9 }),
    returned: fc.integer({ min: 0, max: 9 }),
  },
  { requiredKeys: ['held-on', 'name'] },
)

/** 240 meetings of two offices and their bureau; some corrected, some voided. */
beforeAll(async () => {
  ledger = await metricsLedger()
  const found = (name: string, parentId: string | null) =>
    ledger.write(context(), async (tx) => (await foundUnit(tx, { name, type: 'division', parentId })).unitId)
  bureau = await found('云江市水路局（虚构）', null)
  offices = [await found('一科', bureau), await found('二科', bureau)]
  const units = [bureau, ...offices]
  const meetings = fc.sample(fields, { numRuns: 240, seed: 20260305 })
  const entered = await ledger.write(context(), async (tx) => {
    const records = []
    for (const [n, meeting] of meetings.entries()) {
      records.push(await enterRecord(tx, ledger.catalogue, { kind: 'meeting', unitId: units[n % 3] ?? '', fields: meeting }))
    }
    return records
  })
  for (const [n, { recordId }] of entered.entries()) {
    if (n % 10 === 0) await ledger.write(context(), (tx) => voidRecord(tx, { recordId, expectedVersion: 1, reason: '重复' }))
    if (n % 10 === 1) {
      await ledger.write(context(), (tx) => correctRecord(tx, ledger.catalogue, { recordId, expectedVersion: 1, fields: { status: 'late', topics: ['study'] } }))
    }
  }
  position = await ledger.position()
})

const asked = fc.record({
  metric: fc.constantFrom('meetings', 'due-meetings', 'attendees', 'cost', 'study-share', 'topic-share', 'attendee-share', 'on-time-rate', 'returned-rate'),
  facets: fc.record(
    { topics: fc.constantFrom('security', 'study', 'safety'), place: fc.constantFrom('一楼', '三楼'), status: fc.constantFrom('on-time', 'late') },
    { requiredKeys: [] },
  ),
})

describe('evaluate', () => {
  it('adds up over the quarters of two years', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async (question) => {
        const requests = ['2025-01-01..2026-12-31', ...quarters].map((period) => ({ ...question, unitId: null, period }))
        const [whole, ...parts] = await figures(requests)
        expectSum(whole, parts)
      }),
      { numRuns: 25 },
    )
  })

  it('adds up over units that share no unit below them', async () => {
    await fc.assert(
      fc.asyncProperty(asked, fc.constantFrom('2025', ...quarters), async (question, period) => {
        const request = (unitId: string | null) => ({ ...question, unitId, period })
        const [all, whole, ...below] = await figures([null, bureau, ...offices].map(request))
        expectSum(all, [whole ?? {}])
        // The bureau's own records are listed; they are those that no office has.
        const own = await listed(request(bureau), (unitId) => unitId === bureau)
        expect((whole?.records ?? 0) - own).toBe(below.reduce((sum, figure) => sum + figure.records, 0))
      }),
      { numRuns: 25 },
    )
  })

  it('stands on as many records as figureRecords lists, in parts too', async () => {
    await fc.assert(
      fc.asyncProperty(asked, fc.constantFrom('2026', ...quarters), async (question, period) => {
        const request = { ...question, unitId: offices[0] ?? null, period }
        const [figure] = await figures([request])
        const total = (which: 'counted' | 'numerator' | 'excluded') =>
          ledger.read(ledger.tenantId, async (db) => (await figureRecords(db, ledger.catalogue, request, { position, limit: 0, offset: 0, which })).total)
        expect(await total('counted')).toBe(figure?.records)
        expect(await total('excluded')).toBe(figure?.excluded)
        if (question.metric === 'on-time-rate') expect(await total('numerator')).toBe(figure?.numerator)
      }),
      { numRuns: 40 },
    )
  })
})

function figures(requests: Parameters<typeof evaluate>[2]) {
  return ledger.read(ledger.tenantId, (db) => evaluate(db, ledger.catalogue, requests, { position }))
}

async function listed(request: Parameters<typeof figureRecords>[2], mine: (unitId: string) => boolean): Promise<number> {
  const page = { position, limit: 1000, offset: 0 }
  const { records } = await ledger.read(ledger.tenantId, (db) => figureRecords(db, ledger.catalogue, request, page))
  return records.filter(({ unitId }) => mine(unitId)).length
}

type Parts = Partial<Awaited<ReturnType<typeof figures>>[number]>

function expectSum(whole: Parts | undefined, parts: Parts[]): void {
  const total = (part: 'value' | 'numerator' | 'denominator' | 'excluded' | 'records') => parts.reduce((sum, figure) => sum + (figure[part] ?? 0), 0)
  expect(whole?.records).toBe(total('records'))
  expect(whole?.excluded).toBe(total('excluded'))
  if (whole?.denominator == null) return expect(whole?.value ?? 0).toBeCloseTo(total('value'), 6)
  expect(whole.numerator).toBeCloseTo(total('numerator'), 6)
  expect(whole.denominator).toBeCloseTo(total('denominator'), 6)
}
