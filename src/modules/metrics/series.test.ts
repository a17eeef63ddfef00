import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { metricsLedger } from '../../../test/helpers/metrics-ledger.ts'
import { changeUnit, foundUnit } from '../org/actions.ts'
import { enterRecord } from '../records/actions.ts'
import type { RecordFields } from '../records/tables.ts'
import { evaluate } from './evaluate.ts'
import type { FigureRequest } from './figure.ts'
import { parsePeriod } from './period.ts'
import { cut } from './spans.ts'

let ledger: Awaited<ReturnType<typeof metricsLedger>>
let units: string[]
const context = () => ({ tenantId: ledger.tenantId, actor: '张敏' })

const meeting: fc.Arbitrary<RecordFields> = fc.record(
  {
    'held-on': fc.date({ min: new Date('2025-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
    name: fc.constantFrom('甲', '乙', '丙'),
    topics: fc.subarray(['security', 'study', 'safety'], { minLength: 1, maxLength: 2 }),
    place: fc.constantFrom('一楼', '三楼', '五楼'),
    status: fc.constantFrom('on-time', 'late', 'not-due'),
    attendees: fc.integer({ min: 0, max: 50 }),
    cost: fc.integer({ min: 0, max: 99_999 }).map((cents) => cents / 100),
    issued: fc.integer({ min: 1, max: 9 }),
    returned: fc.integer({ min: 0, max: 9 }),
  },
  { requiredKeys: ['held-on', 'name'] },
)

/** 120 meetings of a bureau and a section that moves to another bureau in June 2026. */
beforeAll(async () => {
  ledger = await metricsLedger()
  const found = (name: string, parentId: string | null) =>
    ledger.write(context(), async (tx) => (await foundUnit(tx, { name, type: 'division', parentId, on: '2020-01-01' })).unitId)
  const [first, second] = [await found('云江市水路局（虚构）', null), await found('云江市公路局（虚构）', null)]
  const section = await found('船检科', first)
  await ledger.write(context(), (tx) => changeUnit(tx, { unitId: section, expectedVersion: 1, on: '2026-06-10', parentId: second }))
  units = [first, second, section]
  const meetings = fc.sample(meeting, { numRuns: 120, seed: 20261125 })
  await ledger.write(context(), async (tx) => {
    for (const [n, fields] of meetings.entries()) await enterRecord(tx, ledger.catalogue, { kind: 'meeting', unitId: units[n % 3] ?? '', fields })
  })
})

const months = ['2025', '2026'].flatMap((year) => Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`))
const periods = [...months, '2026', '2025H2', '2026-01-01..2026-11-25', '2025-12-15..2026-01-10', '2024']

describe('evaluate over many periods', () => {
  it('gives every figure as it is when asked alone', async () => {
    const metrics = [...ledger.catalogue.metrics.keys()]
    const position = await ledger.position()
    const ask = (requests: FigureRequest[]) => ledger.read(ledger.tenantId, (db) => evaluate(db, ledger.catalogue, requests, { position }))
    for (const unitId of [null, ...units.slice(0, 2)]) {
      const requests = metrics.flatMap((metric) => periods.map((period) => ({ metric, facets: {}, unitId, period })))
      const together = await ask(requests)
      for (const period of periods) {
        const at = requests.flatMap((request, index) => (request.period === period ? [index] : []))
        const alone = await ask(at.map((index) => requests[index]).filter((request) => request !== undefined))
        expect(at.map((index) => together[index])).toEqual(alone)
      }
    }
  })
})

describe('cut', () => {
  it('makes every period a row of whole spans', () => {
    const [year, march, until] = [parsePeriod('2026'), parsePeriod('2026-03'), parsePeriod('2026-01-01..2026-03-05')]
    const spans = cut([year, march, until])
    expect(spans).toMatchObject({ starts: ['2026-01-01', '2026-03-01', '2026-03-06', '2026-04-01'], from: '2026-01-01', to: '2026-12-31' })
    expect([year, march, until].map(spans.of)).toEqual([{ first: 0, last: 3 }, { first: 1, last: 2 }, { first: 0, last: 1 }])
  })
})
