import type { z } from 'zod'
import type { EventView } from '../../src/platform/events/contract.ts'

type Event = z.output<typeof EventView>

export const head = { position: 160, hash: '9f2c41d07be8a635'.repeat(4) }

const kinds = ['安全生产例会', '理论学习中心组学习', '网络安全专题会议', '信访矛盾化解会商', '新闻发布工作部署会']
const actors = ['陈静', '李明', '王芳']

/** An invented event for every position: days of records, with an import, an issued report and a pack among them. */
function eventAt(position: number): Event {
  const at = new Date(Date.UTC(2026, 10, 25, 6) - (head.position - position) * 97 * 60_000).toISOString()
  const common = { position, actor: actors[position % actors.length] ?? '', recordedAt: at, pack: 'common@1.0.0' }
  if (position % 40 === 0) return { ...common, type: 'report.issued', subject: 'report:a', content: { title: '2026年第三季度工作报告' } }
  if (position % 17 === 0) return { ...common, type: 'import.recorded', subject: 'import:b', content: { name: '2026年会议台账.xlsx', records: 120 } }
  if (position % 23 === 0) return { ...common, type: 'pack.adopted', subject: 'pack:common', actor: 'taizhang', content: null }
  const title = kinds[position % kinds.length] ?? ''
  return { ...common, type: 'record.entered', subject: `record:${position}`, content: { kind: 'meeting', fields: { title }, source: null } }
}

interface Asked {
  below?: number | undefined
  limit: number
  types?: string | undefined
}

/** Newest first, a page of those of the types asked for. */
export function eventsBelow({ below = head.position + 1, limit, types }: Asked): { events: Event[]; next: number | null } {
  const wanted = types?.split(',')
  const events: Event[] = []
  let position = below - 1
  for (; position > 0 && events.length < limit; position -= 1) {
    const event = eventAt(position)
    if (wanted === undefined || wanted.includes(event.type)) events.push(event)
  }
  return { events, next: position > 0 ? position + 1 : null }
}

export function everyEvent(position: number) {
  const { content, ...event } = eventAt(position)
  const payload = JSON.stringify({ ...event, content: content ?? { pack: 'common', version: '1.0.0' } })
  return { ...event, payload, payloadHash: 'a1'.repeat(32), previousHash: 'b2'.repeat(32), hash: 'c3'.repeat(32) }
}
