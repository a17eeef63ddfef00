import { beforeAll, describe, expect, it } from 'vitest'
import { demoLedger, demoLedgerName } from '../src/demo/ledger.ts'
import { demoReport, demoReportName } from '../src/demo/report.ts'
import { demoRecords } from '../src/demo/writer.ts'
import { readReport } from '../src/engine/docx/read-report.ts'
import { importLedger, readLedger } from '../src/modules/exchange/contract.ts'
import { shippedCatalogue } from '../src/modules/packs/shipped.ts'
import { checkReport, downloadReport, fillReport, readFigureRecords, scanReport } from '../src/modules/reports/contract.ts'
import { createClient } from '../src/platform/contract/client.ts'
import { uploadFile } from '../src/platform/contract/upload.ts'
import { verifyLog } from '../src/platform/events/contract.ts'
import { openTemporaryWorkplace } from '../src/cli/workplace.ts'
import { administratorOf, buildTestApp } from './helpers/app.ts'

const records = demoRecords()
const ledgers = new Map<number, Uint8Array>()

/** The same bytes each time: a workbook carries the moment it was written. */
async function ledgerOf(year: number): Promise<Uint8Array> {
  const known = ledgers.get(year) ?? (await demoLedger(year, records, await shippedCatalogue()))
  ledgers.set(year, known)
  return known
}

async function officeWith(years: number[]) {
  const app = await buildTestApp()
  const transport = administratorOf(app)
  const client = createClient(transport)
  for (const year of years) {
    const file = await uploadFile(transport, demoLedgerName(year), await ledgerOf(year))
    await client.call(importLedger, { body: { files: [file] } })
  }
  return { transport, client }
}

describe('making this year’s report from last year’s and a ledger', () => {
  let office: Awaited<ReturnType<typeof officeWith>>
  beforeAll(async () => {
    office = await officeWith([2025, 2026])
  })

  it('finds no gap in a finished report and every gap in a half-empty one', async () => {
    const finished = await uploadFile(office.transport, '去年.docx', demoReport(2025, records, { halfEmpty: false }))
    const halfEmpty = await uploadFile(office.transport, '今年.docx', demoReport(2026, records, { halfEmpty: true }))
    const missing = async (report: { name: string; sha256: string }) =>
      (await office.client.call(scanReport, { body: { report } })).slots.filter((slot) => slot.kind === 'figure' && !slot.filled)
    expect(await missing(finished)).toEqual([])
    expect((await missing(halfEmpty)).length).toBe(gapsOf(demoText()))
  })

  it('fills every figure with what a clerk would count, and names the records', async () => {
    const report = await uploadFile(office.transport, demoReportName(2025), demoReport(2025, records, { halfEmpty: false }))
    const made = await office.client.call(fillReport, { body: { report, period: '2026' } })
    const filled = readReport('今年.docx', await office.client.call(downloadReport, { params: { reportId: made.reportId } }))
    const counted = readReport('数好的.docx', demoReport(2026, records, { halfEmpty: false }))
    const numbersOf = (document: typeof counted) => document.paragraphs.flatMap(({ text }) => [...text.matchAll(/(\d+)(?=次|场|期|人次|条|篇|个|件|批|位)/g)].map((match) => match[1]))
    expect(numbersOf(filled).slice(0, numbersOf(counted).length)).toEqual(numbersOf(counted))
    expect(made.open).toMatchObject([{ text: '6', kind: 'figure' }])
    const meeting = made.figures.find(({ metric }) => metric === 'meetings')
    const behind = await office.client.call(readFigureRecords, { params: { reportId: made.reportId, number: meeting?.number ?? 0 } })
    expect(behind.total).toBe(meeting?.records)
    expect(behind.records[0]?.source?.sheet).toBe('会议')
  })

  it('holds last year’s report against the ledger without a contradiction', async () => {
    const report = await uploadFile(office.transport, '去年.docx', demoReport(2025, records, { halfEmpty: false }))
    const { claims } = await office.client.call(checkReport, { body: { report } })
    expect(claims.filter(({ verdict }) => verdict === 'contradicted')).toEqual([])
    expect(claims.filter(({ verdict }) => verdict === 'evidenced').length).toBeGreaterThan(20)
  })

  it('imports nothing twice, and nothing of a ledger with an error', async () => {
    const again = await uploadFile(office.transport, demoLedgerName(2026), await ledgerOf(2026))
    await expect(office.client.call(importLedger, { body: { files: [again] } })).rejects.toMatchObject({ code: 'file-imported' })
    const wrong = await uploadFile(office.transport, '会议.csv', new TextEncoder().encode('召开日期,会议名称,会议类别\n某天,专题会,专题会议\n'))
    const reading = await office.client.call(readLedger, { body: { files: [wrong] } })
    expect(reading.errors).toMatchObject([{ cell: 'A2' }])
    await expect(office.client.call(importLedger, { body: { files: [wrong] } })).rejects.toMatchObject({ code: 'ledger-errors' })
  })

  it('leaves a log that verifies', async () => {
    expect(await office.client.call(verifyLog, {})).toMatchObject({ sound: true, broken: null })
  })
})

describe('filling from files alone', () => {
  it('gives the bytes of the same inputs again, and the figures a server gives', async () => {
    const ledger = await ledgerOf(2026)
    const fill = async () => {
      const workplace = await openTemporaryWorkplace()
      try {
        const file = await uploadFile(workplace.transport, demoLedgerName(2026), ledger)
        await workplace.client.call(importLedger, { body: { files: [file] } })
        const report = await uploadFile(workplace.transport, demoReportName(2025), demoReport(2025, records, { halfEmpty: false }))
        const made = await workplace.client.call(fillReport, { body: { report, period: '2026', inputs: [report, file] } })
        return { made, bytes: await workplace.client.call(downloadReport, { params: { reportId: made.reportId } }) }
      } finally {
        await workplace.close()
      }
    }
    const [first, second] = [await fill(), await fill()]
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true)
    const office = await officeWith([2026])
    const report = await uploadFile(office.transport, demoReportName(2025), demoReport(2025, records, { halfEmpty: false }))
    const served = await office.client.call(fillReport, { body: { report, period: '2026' } })
    const essence = (made: typeof served) => made.figures.map(({ line, text, metric, facets, value, records: count, how }) => ({ line, text, metric, facets, value, count, how }))
    expect(essence(served)).toEqual(essence(first.made))
  }, 120_000)
})

function demoText(): string {
  return readReport('今年.docx', demoReport(2026, records, { halfEmpty: true })).paragraphs.map(({ text }) => text).join('\n')
}

const gapsOf = (text: string): number => text.match(/x(?=[次场期人条篇个件批位名])/g)?.length ?? 0
