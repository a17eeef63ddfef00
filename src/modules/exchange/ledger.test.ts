import { describe, expect, it } from 'vitest'
import { writeXlsx } from 'hucre/xlsx'
import { shippedCatalogue } from '../packs/shipped.ts'
import { readLedger } from './ledger.ts'
import type { Cell } from './rows/cell.ts'

const catalogue = await shippedCatalogue()

const workbook = (sheets: Record<string, Cell[][]>, merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = []) =>
  writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows, merges })) })

async function read(sheets: Record<string, Cell[][]>, name = '2026年台账.xlsx') {
  return readLedger([{ name, bytes: await workbook(sheets) }], catalogue)
}

describe('readLedger', () => {
  it('reads an ordinary ledger: title, heading, totals and notes skipped visibly', async () => {
    const reading = await read({
      会议台账: [
        ['2026年度会议台账'],
        ['填报单位：云江市交通运输局'],
        ['序号', '召开时间', '会议名称', '会议类别', '主题', '责任科室', '参会人数（人）', '备注说明'],
        [1, '2026年3月5日', '意识形态工作专题会议', '专题会', '意识形态、网络安全', '办公室', '２３人', null],
        [2, '3月8日上午', '局党组第3次会议', '党组会', null, '法规科', 1234, null],
        [],
        [null, '合计', null, null, null, null, 1257],
        ['填表人：某某'],
      ],
    })
    expect(reading.errors).toEqual([])
    expect(reading.records).toEqual([
      { kind: 'meeting', unitName: '办公室', fields: { date: '2026-03-05', title: '意识形态工作专题会议', category: 'special-meeting', topic: ['ideology', 'network-security'], attendees: 23 }, source: { file: reading.files[0]?.sha256, sheet: '会议台账', row: 4 } },
      { kind: 'meeting', unitName: '法规科', fields: { date: '2026-03-08', title: '局党组第3次会议', category: 'party-group-meeting', attendees: 1234 }, source: { file: reading.files[0]?.sha256, sheet: '会议台账', row: 5 } },
    ])
    expect(reading.sheets[0]?.skipped).toEqual([{ row: 7, reason: '合计行' }, { row: 8, reason: '备注或落款' }])
  })
})
