import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readLedger } from '../../src/modules/exchange/ledger.ts'
import { shippedCatalogue } from '../../src/modules/packs/shipped.ts'
import { report, run, runJson, testFolder } from './command-line.ts'

type Scan = { paragraphs: number; slots: Record<string, unknown>[] }

const keys = ['line', 'column', 'length', 'text', 'kind', 'form', 'measure', 'phrase', 'metric', 'facets', 'proposal', 'certainty', 'filled']

describe('scan', () => {
  it('prints the object that others script against, and nothing beside it', async () => {
    const folder = await testFolder()
    const { code, shown } = await runJson<Scan>('scan', await folder.put('去年.txt', report))
    expect(code).toBe(0)
    expect(Object.keys(shown)).toEqual(['paragraphs', 'slots'])
    expect(shown.paragraphs).toBe(2)
    for (const slot of shown.slots) expect(Object.keys(slot)).toEqual(keys)
    const lines = report.split('\n')
    for (const { line, column, length, text } of shown.slots) {
      expect(lines[Number(line) - 1]?.slice(Number(column), Number(column) + Number(length))).toBe(text)
    }
    expect(shown.slots.filter(({ kind }) => kind === 'figure')).toMatchObject([
      { line: 2, text: 'x', form: 'count', measure: '次', metric: 'meetings', facets: { category: 'special-meeting', topic: 'network-ideology' }, proposal: null, filled: false },
      { line: 2, text: '4', form: 'count', measure: '次', metric: 'meetings', proposal: null, filled: true },
      { line: 2, text: 'x', form: 'count', measure: '家', filled: false },
    ])
  })

  it('says the same for people, with a count of what is missing', async () => {
    const folder = await testFolder()
    const { code, printed } = await run('scan', await folder.put('去年.txt', report))
    expect(code).toBe(0)
    expect(printed.join('\n')).toContain('缺数字 “x次”')
  })

  it('writes the workbook the report needs, which reads straight back', async () => {
    const folder = await testFolder()
    const workbook = join(folder.path, '台账.xlsx')
    const { code, told } = await run('scan', await folder.put('去年.txt', report), '--ledger-template', workbook)
    expect(code).toBe(0)
    expect(told).toEqual([`台账工作簿已写入 ${workbook}`])
    const reading = await readLedger([{ name: '台账.xlsx', bytes: await readFile(workbook) }], await shippedCatalogue())
    expect(reading.sheets.flatMap(({ kindTitle }) => kindTitle ?? [])).toEqual(expect.arrayContaining(['会议', '走访调研']))
    expect(reading.errorCount).toBe(0)
  })
})
