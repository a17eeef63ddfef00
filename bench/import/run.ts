import { writeXlsx, streamXlsxRows } from 'hucre/xlsx'
import { importLedgers } from '../../src/modules/exchange/import.ts'
import { streamLedger } from '../../src/modules/exchange/ledger.ts'
import { shippedCatalogue } from '../../src/modules/packs/shipped.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { openThrowAway } from '../../src/platform/database/throwaway.ts'

// Importing a ledger (reading, interpretation, recording in a database of its own as `fill --ledger` does), against
// merely reading the workbook with the same library in the same run. Goal: at most 4 times as long.
// Usage: npx tsx bench/import/run.ts [rows] [rounds]
const rows = Number(process.argv[2] ?? 100_000)
const rounds = Number(process.argv[3] ?? 3)
const catalogue = await shippedCatalogue()
const bytes = await workbook(rows)
const ledger = { name: '2026年台账.xlsx', bytes }
const merely: number[] = []
const interpreted: number[] = []
const totals: number[] = []
for (let round = 0; round < rounds; round++) {
  merely.push(await timed(merelyRead))
  interpreted.push(await timed(async () => (await streamLedger([ledger], catalogue, () => undefined)).recordCount))
  const database = await openThrowAway({ clock: systemClock })
  try {
    const who = { tenantId: database.tenantId, name: '测速' }
    totals.push(await timed(async () => (await importLedgers({ database, catalogue }, who, [ledger])).imported))
  } finally {
    await database.close()
  }
}
const ratios = totals.map((total, round) => total / (merely[round] ?? 0))
console.log(`${rows} rows × 12 columns, ${(bytes.length / 2 ** 20).toFixed(1)} MB`)
tell('merely reading', merely)
tell('with interpretation', interpreted)
tell('import in all', totals)
console.log(`import ÷ merely reading ${(Math.min(...totals) / Math.min(...merely)).toFixed(2)} × (least of each; by round ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')}; goal 4), peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)

function tell(what: string, times: number[]): void {
  console.log(`${what.padEnd(20)} ${Math.min(...times).toFixed(0)} ms  (${times.map((ms) => ms.toFixed(0)).join(', ')})`)
}

async function merelyRead(): Promise<number> {
  let count = -1
  for await (const row of streamXlsxRows(bytes, { sheet: 0 })) count += row.values.length > 0 ? 1 : 0
  return count
}

async function timed(work: () => Promise<number>): Promise<number> {
  const start = performance.now()
  const count = await work()
  if (count !== rows) throw new Error(`expected ${rows} rows, got ${count}`)
  return performance.now() - start
}

function workbook(count: number): Promise<Uint8Array> {
  const heading = ['序号', '召开日期', '会议名称', '会议类别', '主题', '会议形式', '主持人', '会议层级', '参会人数', '地点', '责任科室', '备注']
  const kinds = ['专题会', '党组会', '工作例会', '座谈会', '推进会']
  const topics = ['意识形态', '网络安全', '安全生产', '党建']
  const body = Array.from({ length: count }, (_, index) => [
    index + 1,
    `2026年${1 + (index % 12)}月${1 + (index % 28)}日`,
    `${topics[index % 4] ?? ''}工作第${index + 1}次会议`,
    kinds[index % 5] ?? '',
    topics[index % 4] ?? '',
    index % 2 === 0 ? '现场' : null,
    '主要领导',
    '市级',
    10 + (index % 50),
    `第${1 + (index % 9)}会议室`,
    `业务${1 + (index % 6)}科`,
    index % 3 === 0 ? '已归档' : null,
  ])
  return writeXlsx({ sheets: [{ name: '会议台账', rows: [heading, ...body] }] })
}
