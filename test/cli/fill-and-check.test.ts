import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { readReport } from '../../src/engine/docx/read-report.ts'
import { ledger, report, run, runJson, testFolder } from './command-line.ts'

type Fill = { figures: Record<string, unknown>[]; open: Record<string, unknown>[] }
type Check = { claims: Record<string, unknown>[] }

const figureKeys = ['line', 'text', 'metric', 'facets', 'value', 'numerator', 'denominator', 'records', 'how']

describe('fill from files', { timeout: 120_000 }, () => {
  it('writes a Word file from a text report and a table, and prints what others script against', async () => {
    const folder = await testFolder()
    const out = join(folder.path, '今年.docx')
    const { code, shown } = await runJson<Fill>('fill', await folder.put('去年.txt', report), '--ledger', await folder.put('会议.csv', ledger), '--period', '2026', '--out', out)
    expect(code).toBe(0)
    expect(Object.keys(shown)).toEqual(['figures', 'open'])
    for (const figure of shown.figures) expect(Object.keys(figure)).toEqual(figureKeys)
    expect(shown.figures).toMatchObject([
      { line: 2, text: '2', metric: 'meetings', facets: { category: 'special-meeting', topic: 'network-ideology' }, value: 2, numerator: null, denominator: null, records: 2 },
      { line: 2, text: '1', metric: 'meetings', value: 1, records: 1 },
    ])
    expect(shown.open).toMatchObject([{ line: 2, text: 'x', kind: 'figure' }])
    const text = readReport('今年.docx', await readFile(out)).paragraphs.map((paragraph) => paragraph.text).join('\n')
    expect(text).toContain('2026年网络意识形态工作')
    expect(text).toContain('专题会议2次，召开意识形态领域分析研判会1次，走访企业x家')
    expect((await readdir(folder.path)).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('takes a folder of workbooks and tables, and leaves the annex out on request', async () => {
    const folder = await testFolder()
    const rows = ledger.trim().split('\n').map((line) => line.split(','))
    const sheets = [{ name: '会议', rows: [['会议台账（虚构）'], ...rows] }]
    await folder.put('甲.xlsx', await writeXlsx({ sheets }))
    await folder.put('会议二.csv', '召开日期,会议名称,会议类别,主题\n2026年9月1日,第三次专题会议,专题会议,网络意识形态\n')
    const out = join(folder.path, '今年.docx')
    const { code, printed } = await run('fill', await folder.put('去年.md', report), '--ledger', folder.path, '--period', '2026', '--out', out, '--no-annex')
    expect(code).toBe(0)
    expect(printed.at(-2)).toContain('已填 2 处，待补 1 处')
    expect(printed.at(-1)).toBe(`报告已写入 ${out}`)
    const text = readReport('今年.docx', await readFile(out)).paragraphs.map((paragraph) => paragraph.text).join('\n')
    expect(text).toContain('专题会议3次')
    expect(text).not.toContain('数字依据')
  })

  it('writes nothing when the ledger has an error, and names its cell', async () => {
    const folder = await testFolder()
    const out = join(folder.path, '今年.docx')
    const wrong = await folder.put('会议.csv', ledger.replace('2026年6月1日', '某一天'))
    const { code, told } = await run('fill', await folder.put('去年.txt', report), '--ledger', wrong, '--period', '2026', '--out', out)
    expect(code).toBe(2)
    expect(told.join('\n')).toContain('A3')
    expect(await readdir(folder.path)).toEqual(['会议.csv', '去年.txt'])
  })
})

describe('check', { timeout: 120_000 }, () => {
  it('answers 1 where the report and the ledger say different things, and shows both', async () => {
    const folder = await testFolder()
    const words = [await folder.put('报告.txt', report.replaceAll('2025', '2026')), '--ledger', await folder.put('会议.csv', ledger)]
    const { code, shown } = await runJson<Check>('check', ...words)
    expect(code).toBe(1)
    expect(Object.keys(shown)).toEqual(['claims'])
    for (const claim of shown.claims) expect(Object.keys(claim)).toEqual(['line', 'column', 'length', 'text', 'verdict', 'expected', 'reason'])
    expect(shown.claims).toMatchObject([{ line: 2, text: '4', verdict: 'contradicted', expected: '1次' }])
  })

  it('holds the text against itself without a ledger', async () => {
    const folder = await testFolder()
    const sound = await folder.put('报告.txt', '2026年工作报告\n全年受理信访30件，其中来信10件、来访20批。\n')
    expect(await run('check', sound)).toMatchObject({ code: 0 })
    const wrong = await folder.put('错.txt', '2026年工作报告\n全年受理信访事项50件，办结40件，办结率90%。\n')
    expect(await run('check', wrong)).toMatchObject({ code: 1 })
  })
})
