import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import type { Slot } from '../../../engine/claims/slot.ts'
import { shippedCatalogue } from '../../packs/shipped.ts'
import { readLedger } from '../ledger.ts'
import { writeLedgerTemplate } from './write.ts'

const catalogue = await shippedCatalogue()

const slot = (given: Partial<Slot>): Slot => ({
  line: 12,
  column: 0,
  length: 1,
  text: 'x',
  kind: 'figure',
  form: 'count',
  measure: '次',
  phrase: '召开专题会议',
  metric: null,
  facets: {},
  proposal: null,
  certainty: 0.9,
  filled: false,
  period: null,
  value: null,
  ...given,
})

/** A slot for every metric there is, so that the workbook has a sheet for every kind that is counted. */
const everyMetric = [...catalogue.metrics.keys()].map((metric) => slot({ metric }))

const templateOf = (slots: Slot[]) => writeLedgerTemplate({ slots, catalogue, reportTitle: '2025年度工作报告.docx' })

const read = async (bytes: Uint8Array) => readLedger([{ name: '台账.xlsx', bytes }], catalogue)

describe('writeLedgerTemplate', () => {
  it('reads back without records or errors as it was written', async () => {
    const reading = await read(await templateOf(everyMetric))
    expect(reading.errors).toEqual([])
    expect(reading.records).toEqual([])
    const kinds = reading.sheets.filter(({ kind }) => kind !== null)
    expect(kinds.map(({ kind, sheet }) => [sheet, kind])).toEqual(kinds.map(({ kind }) => [catalogue.kinds.get(kind ?? '')?.title, kind]))
    expect(kinds).toHaveLength(new Set([...catalogue.metrics.values()].map(({ kind }) => kind)).size)
    expect(kinds.every(({ skipped }) => skipped.length === 1 && skipped[0]?.reason === '示例行')).toBe(true)
  })

  it('gives every column of every kind back to its field when it is filled in', async () => {
    const workbook = await readXlsx(await templateOf(everyMetric))
    const sheets = workbook.sheets.map(({ name, rows }) => {
      const example = rows[3]
      if (rows[2]?.[0] !== '序号' || example === undefined) return { name, rows }
      return { name, rows: [...rows.slice(0, 4), ['1', ...example.slice(1)], ['2', ...example.slice(1)]] }
    })
    const reading = await read(await writeXlsx({ sheets }))
    expect(reading.errors).toEqual([])
    for (const sheet of reading.sheets.filter(({ kind }) => kind !== null)) {
      const fields = Object.keys(catalogue.kinds.get(sheet.kind ?? '')?.fields ?? {})
      expect(sheet.columns.flatMap(({ field }) => (field === null ? [] : [field])).sort(), sheet.sheet).toEqual([...fields, 'unit'].sort())
      expect(sheet.columns.every(({ how }) => how !== '名称相近'), sheet.sheet).toBe(true)
      expect(sheet.records, sheet.sheet).toBe(2)
    }
    expect(reading.records.every(({ unitName }) => unitName === '办公室')).toBe(true)
  })

  it('says first how to fill, and for each sheet what of the report it feeds', async () => {
    const { sheets } = await readXlsx(await templateOf([slot({ metric: 'meetings' }), slot({ line: 30, text: '38', measure: '篇', phrase: '发布新闻报道', metric: 'media-coverage' })]))
    expect(sheets.map(({ name }) => name)).toEqual(['填写说明', '会议', '媒体报道', '选项'])
    const text = sheets[0]?.rows.flat().join('\n')
    expect(text).toContain('第 12 段“召开专题会议x次”')
    expect(text).toContain('第 30 段“发布新闻报道38篇”')
    expect(sheets[1]?.rows[0]?.[0]).toBe('会议台账')
  })

  it('puts figures that no ledger keeps on the sheet of received figures', async () => {
    const proposal = { kind: '停车场', metric: '停车泊位数', measure: '个', phrase: '新增停车泊位' }
    const { sheets } = await readXlsx(await templateOf([slot({ proposal, measure: '个', phrase: '新增停车泊位' })]))
    expect(sheets.map(({ name }) => name)).toContain('外来数据')
    expect(sheets[0]?.rows.flat()).toContain('停车泊位数')
  })

  it('restricts closed choices to their titles and only suggests open ones', async () => {
    const { sheets } = await readXlsx(await templateOf([slot({ metric: 'meetings' })]))
    const lists = (sheets[1]?.dataValidations ?? []).filter(({ type }) => type === 'list')
    expect(lists.some(({ showErrorMessage }) => showErrorMessage === true)).toBe(true)
    expect(lists.some(({ showErrorMessage }) => showErrorMessage !== true)).toBe(true)
  })

  it('refuses a report in which nothing is counted', async () => {
    await expect(templateOf([])).rejects.toMatchObject({ code: 'no-ledger-needed' })
  })
})
