import type { Reader } from '../database/database.ts'
import { Invalid } from '../errors.ts'
import { eventsBelow, type EventFilters, type EventRow } from './queries.ts'

const MOST = 100_000
const AT_ONCE = 5_000

const heading = ['位置', '记录时间', '经手人', '事件', '对象', '制度包', '内容', '内容哈希', '链哈希']

/**
 * The events that fit as CSV, as spreadsheets open it.
 *
 * @throws {Invalid} `too-many-events`
 */
export async function eventsAsCsv(db: Reader, filters: EventFilters, head: number): Promise<Uint8Array> {
  const lines = [heading.map(cell).join(',')]
  for (let below: number | null = head + 1; below !== null; ) {
    const { rows, next } = await eventsBelow(db, filters, { below, limit: AT_ONCE })
    for (const row of rows) lines.push(lineOf(row))
    if (lines.length > MOST) throw new Invalid('too-many-events', `符合条件的事件超过 ${MOST} 条，请缩小日期或类型再导出。`)
    below = next
  }
  // Without the mark Excel reads Chinese as another encoding.
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8')
}

function lineOf(row: EventRow): string {
  const { content } = JSON.parse(row.payload.toString('utf8')) as { content: unknown }
  return [
    String(row.position), row.recorded_at.toISOString(), row.actor, row.type, row.subject, row.pack ?? '',
    JSON.stringify(content), row.payload_hash.toString('hex'), row.hash.toString('hex'),
  ].map(cell).join(',')
}

/** A cell of CSV; what a spreadsheet would take for a formula is made text. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
