import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { writeXlsx, type Cell as WrittenCell } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { shippedCatalogue } from '../packs/shipped.ts'
import { describeReading } from './describe.ts'
import { readLedger, type LedgerOptions } from './ledger.ts'

type Value = string | number | boolean | Date | null

const catalogue = await shippedCatalogue()

async function read(sheets: Record<string, Value[][]>, given: LedgerOptions & { name?: string } = {}) {
  const bytes = await writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })) })
  return readLedger([{ name: given.name ?? '台账.xlsx', bytes }], catalogue, given)
}

const readCsv = (bytes: Uint8Array) => readLedger([{ name: '会议台账.csv', bytes }], catalogue)

const heading = ['召开日期', '会议名称', '会议类别']
const meeting = ['2026-03-05', '意识形态工作专题会议', '专题会']

const cells = (given: Record<string, Partial<WrittenCell>>, since1904 = false) =>
  writeXlsx({ sheets: [{ name: '会议', rows: [[...heading, '参加人数'], [...meeting, 5]], cells: new Map(Object.entries(given)) }], dateSystem: since1904 ? '1904' : '1900' })

describe('readLedger', () => {
  it('reads an ordinary ledger: titles above, totals and notes skipped visibly', async () => {
    const reading = await read({
      会议台账: [
        ['2026年度会议台账'],
        ['填报单位：云江市交通运输局'],
        ['序号', '召开时间', '会议名称', '会议类别', '主题', '责任科室', '参会人数（人）', '附件'],
        [1, '2026年3月5日', '意识形态工作专题会议', '专题会', '意识形态、网络安全', '办公室', '２３人', null],
        [],
        [2, '3月8日上午', '局党组第3次会议', '党组会', null, '法规科', 1234, null],
        ['序号', '召开时间', '会议名称', '会议类别', '主题', '责任科室', '参会人数（人）', '附件'],
        [3, '2026.3.9', '座谈会', '座谈会'],
        [null, '合计', null, null, null, null, 1257],
        ['填表人：某某'],
      ],
    })
    expect(reading.errors).toEqual([])
    const source = { file: reading.files[0]?.sha256, sheet: '会议台账' }
    expect(reading.records).toEqual([
      { kind: 'meeting', unitName: '办公室', fields: { date: '2026-03-05', title: '意识形态工作专题会议', category: 'special-meeting', topic: ['ideology', 'network-security'], attendees: 23 }, source: { ...source, row: 4 } },
      { kind: 'meeting', unitName: '法规科', fields: { date: '2026-03-08', title: '局党组第3次会议', category: 'party-group-meeting', attendees: 1234 }, source: { ...source, row: 6 } },
      { kind: 'meeting', unitName: '云江市交通运输局', fields: { date: '2026-03-09', title: '座谈会', category: 'symposium' }, source: { ...source, row: 8 } },
    ])
    expect(reading.sheets[0]?.skipped).toEqual([{ row: 7, reason: '重复的表头' }, { row: 9, reason: '合计行' }, { row: 10, reason: '备注或落款' }])
    expect(describeReading(reading)[0]).toBe('工作表“会议台账” → 会议（按名称和表头），表头在第 3 行，3 条记录')
  })

  it('says what each column was taken for, and which heading stands twice', async () => {
    const reading = await read({ 会议: [['会议召开日期', '会议名称', '会议名称', '会议类别', '责任科室'], ['2026-03-05', '甲会', '乙会', '专题会', '办公室']] })
    const lines = describeReading(reading)
    expect(lines[1]).toBe('　使用的列：A 会议召开日期→召开日期（名称相近），B 会议名称，D 会议类别，E 责任科室→单位')
    expect(lines[2]).toBe('　未使用的列：C 会议名称（表头重复）')
  })

  it('says every error with its cell and keeps no record of that row', async () => {
    const reading = await read({ 会议: [[...heading, '参加人数'], ['待定', '甲会', '专题会', 3], ['2026-03-05', '', '专题会', '约30'], ['2026-03-05', '丙会', '专题会', '#REF!'], [...meeting, 5]] })
    expect(reading.errors.map(({ sheet, cell, message }) => [sheet, cell, message])).toEqual([
      ['会议', 'A2', expect.stringContaining('不是能识别的日期')],
      ['会议', 'B3', '会议名称不能为空'],
      ['会议', 'D3', expect.stringContaining('请填写准确数字')],
      ['会议', 'D4', expect.stringContaining('#REF!')],
    ])
    expect(reading.records.map(({ source }) => source.row)).toEqual([5])
  })

  it('lists the first 200 errors and counts them all', async () => {
    const reading = await read({ 会议: [heading, ...Array.from({ length: 300 }, (_, row) => ['待定', `第${row}次会议`, '专题会'])] })
    expect([reading.errors.length, reading.errorCount]).toEqual([200, 300])
    expect(describeReading(reading).at(-1)).toBe('共 0 条记录，300 处错误。')
  })

  it('takes a missing category from the sheet name, else from the name of each record', async () => {
    const bySheet = await read({ 党组会议: [heading.slice(0, 2), ['2026-03-05', '三月第一次']] })
    expect(bySheet.records[0]?.fields['category']).toBe('party-group-meeting')
    const byName = await read({ 会议: [heading.slice(0, 2), ['2026-03-05', '网络安全工作座谈会'], ['2026-03-06', '某某']] })
    expect(byName.records[0]?.fields).toMatchObject({ category: 'symposium', topic: ['network-security'] })
    expect(byName.sheets[0]?.inferred).toContain('会议类别：由会议名称判断')
    expect(byName.errors).toEqual([expect.objectContaining({ cell: 'B3', message: expect.stringContaining('看不出会议类别') })])
  })

  it('makes a missing required column one error of its sheet', async () => {
    const reading = await read({ 宣传品: [['发放日期', '名称', '宣传品类别'], ['2026-03-05', '手册', '手册'], ['2026-03-06', '手册', '手册']] })
    expect(reading.errors.map(({ message }) => message)).toEqual(['缺少必填的列“数量”'])
  })

  it('tells a kind by its columns where the sheet is called Sheet1, and leaves out what it cannot tell', async () => {
    const reading = await read({ Sheet1: [[...heading, '主持人层级'], [...meeting, '局长']], 通讯录: [['姓名', '电话'], ['某某', '1']], 空表: [] })
    expect(reading.sheets.map(({ sheet, kind, reason }) => [sheet, kind, reason])).toEqual([
      ['Sheet1', 'meeting', '按表头'],
      ['通讯录', null, expect.any(String)],
      ['空表', null, '空工作表'],
    ])
    expect(reading.records[0]?.fields['leader']).toBe('chief')
  })

  it.each([
    ['the title', { 会议: [['2025年会议台账'], heading, ['3月5日', '甲会', '专题会']] }, {}, '2025-03-05'],
    ['the sheet', { '2024年会议': [heading, ['3月5日', '甲会', '专题会']] }, {}, '2024-03-05'],
    ['the file', { 会议: [heading, ['3月5日', '甲会', '专题会']] }, { name: '2023年台账.xlsx' }, '2023-03-05'],
    ['the reader', { '2024年会议': [heading, ['3月5日', '甲会', '专题会']] }, { year: 2026 }, '2026-03-05'],
  ])('takes the year of 3月5日 from %s', async (_, sheets: Record<string, Value[][]>, given: LedgerOptions & { name?: string }, date) => {
    expect((await read(sheets, given)).records[0]?.fields['date']).toBe(date)
  })
})

describe('readLedger of headings', () => {
  it('joins a heading of two rows, the upper carried over the cells it spans', async () => {
    const rows = [
      ['检查台账'],
      ['序号', '检查情况', null, null, '出动情况', null],
      [null, '日期', '检查事项', '检查类别', '出动人次', '车辆船舶数'],
      [1, '2026-03-05', '节前安全检查', '专项检查', 12, 3],
    ]
    const merges = [[0, 0, 0, 5], [1, 0, 2, 0], [1, 1, 1, 3], [1, 4, 1, 5]].map(([startRow = 0, startCol = 0, endRow = 0, endCol = 0]) => ({ startRow, startCol, endRow, endCol }))
    const bytes = await writeXlsx({ sheets: [{ name: '检查台账', rows, merges }] })
    const reading = await readLedger([{ name: '台账.xlsx', bytes }], catalogue)
    expect(reading.errors).toEqual([])
    expect(reading.records[0]).toMatchObject({ kind: 'inspection', fields: { date: '2026-03-05', title: '节前安全检查', staff: 12, vehicles: 3 } })
  })

  it('brings a column to the measure of its field', async () => {
    const reading = await read({ 资金: [['日期', '资金类别', '名称', '金额（元）'], ['2026-03-05', '专项资金', '路面养护', 125_000]] })
    expect(reading.errors).toEqual([])
    expect(reading.records[0]?.fields['amount']).toBe(12.5)
  })

  it('reads 200 columns and shows which it does not use', async () => {
    const extra = Array.from({ length: 197 }, (_, at) => `附加栏${at}`)
    const reading = await read({ 会议: [[...heading, ...extra], [...meeting, ...extra]] })
    expect(reading.records).toHaveLength(1)
    expect(reading.sheets[0]?.columns).toHaveLength(200)
    expect(describeReading(reading).join('\n')).toContain('等 197 列')
  })
})

describe('readLedger of Excel cells', () => {
  it('uses what a formula gave', async () => {
    const bytes = await cells({ '1,3': { formula: '20+3', formulaResult: 23 } })
    expect((await readLedger([{ name: 'a.xlsx', bytes }], catalogue)).records[0]?.fields['attendees']).toBe(23)
  })

  it('takes a formula that gives a text of no characters for an empty cell', async () => {
    const entries = unzipSync(await cells({}))
    const sheet = strFromU8(entries['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    const bytes = zipSync({ ...entries, 'xl/worksheets/sheet1.xml': strToU8(sheet.replace(/<c r="D2".*?<\/c>/, '<c r="D2" t="str"><f>IF(A2="","",B2)</f><v></v></c>')) })
    const reading = await readLedger([{ name: 'a.xlsx', bytes }], catalogue)
    expect(reading.errors).toEqual([])
    expect(reading.records[0]?.fields).not.toHaveProperty('attendees')
  })

  it('says where a formula was never computed', async () => {
    const bytes = await cells({ '1,3': { formula: '20+3', value: null } })
    const { errors } = await readLedger([{ name: 'a.xlsx', bytes }], catalogue)
    expect(errors).toEqual([expect.objectContaining({ cell: 'D2', message: expect.stringContaining('公式还没有算出结果') })])
  })

  it.each([false, true])('reads dates and serial numbers, counted from 1904: %s', async (since1904) => {
    const dated = await cells({ '1,0': { value: new Date('2026-03-05T00:00:00Z') } }, since1904)
    const serial = await cells({ '1,0': { value: since1904 ? 44_624 : 46_086 } }, since1904)
    for (const bytes of [dated, serial]) {
      expect((await readLedger([{ name: 'a.xlsx', bytes }], catalogue)).records[0]?.fields['date']).toBe('2026-03-05')
    }
  })

  it('gives joined cells to each of their rows, but a joined number once', async () => {
    const rows = [[...heading, '科室', '参加人数'], [...meeting, '办公室', 30], [null, '乙会', '专题会', null, null]]
    const merges = [0, 3, 4].map((column) => ({ startRow: 1, startCol: column, endRow: 2, endCol: column }))
    const reading = await readLedger([{ name: 'a.xlsx', bytes: await writeXlsx({ sheets: [{ name: '会议', rows, merges }] }) }], catalogue)
    expect(reading.records.map(({ unitName, fields }) => [unitName, fields['date'], fields['attendees']])).toEqual([['办公室', '2026-03-05', 30], ['办公室', '2026-03-05', undefined]])
  })

  it('leaves hidden sheets out and says so', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: '会议', rows: [heading, meeting] }, { name: '会议（旧）', rows: [heading, meeting], hidden: true }] })
    const reading = await readLedger([{ name: 'a.xlsx', bytes }], catalogue)
    expect(reading.records).toHaveLength(1)
    expect(describeReading(reading)).toContain('工作表“会议（旧）”未读取：隐藏的工作表')
  })
})

describe('readLedger of CSV', () => {
  const text = '召开日期,会议名称,会议类别\n2026-03-05,"意识形态工作,专题会议",专题会\n'
  // The same in GB18030 (and 专题会议 for a title), which Node can read but not write.
  const gb18030 = Uint8Array.from(
    Buffer.from('d5d9bfaac8d5c6da2cbbe1d2e9c3fbb3c62cbbe1d2e9c0e0b1f00a323032362d30332d30352cd7a8cce2bbe1d2e92cd7a8cce2bbe10a', 'hex'),
  )

  it.each([['UTF-8', text], ['UTF-8 with a mark', `\uFEFF${text}`], ['tabs', text.replaceAll(',', '\t').replaceAll('"', '')]])('reads %s', async (_, given) => {
    const reading = await readCsv(new TextEncoder().encode(given))
    expect(reading.errors).toEqual([])
    expect(reading.records[0]).toMatchObject({ kind: 'meeting', source: { sheet: '会议台账', row: 2 } })
  })

  it('reads GB18030', async () => {
    expect((await readCsv(gb18030)).records[0]?.fields).toMatchObject({ date: '2026-03-05', title: '专题会议', category: 'special-meeting' })
  })
})
