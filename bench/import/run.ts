import { writeXlsx, streamXlsxRows } from 'hucre/xlsx'
import { readLedger } from '../../src/modules/exchange/ledger.ts'
import { shippedCatalogue } from '../../src/modules/packs/shipped.ts'

// Reading a ledger with its interpretation, against merely reading the workbook with the same library.
// Usage: npx tsx bench/import/run.ts [rows]
const rows = Number(process.argv[2] ?? 100_000)
const catalogue = await shippedCatalogue()
const bytes = await workbook(rows)
const merely: number[] = []
const interpreted: number[] = []
for (let round = 0; round < 3; round++) {
  merely.push(await timed(merelyRead))
  interpreted.push(await timed(async () => (await readLedger([{ name: '2026年台账.xlsx', bytes }], catalogue)).records.length))
}
const [least, ours] = [Math.min(...merely), Math.min(...interpreted)]
console.log(`${rows} rows × 12 columns, ${(bytes.length / 2 ** 20).toFixed(1)} MB`)
console.log(`merely reading      ${least.toFixed(0)} ms  (${merely.map((ms) => ms.toFixed(0)).join(', ')})`)
console.log(`with interpretation ${ours.toFixed(0)} ms  (${interpreted.map((ms) => ms.toFixed(0)).join(', ')})`)
console.log(`ratio ${(ours / least).toFixed(2)}, peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)

async function merelyRead(): Promise<number> {
  let count = -1
  for await (const row of streamXlsxRows(bytes, { sheet: 0 })) count += row.values.length > 0 ? 1 : 0
  return count
}

async function timed(read: () => Promise<number>): Promise<number> {
  const start = performance.now()
  const count = await read()
  if (count !== rows) throw new Error(`expected ${rows} rows, read ${count}`)
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
