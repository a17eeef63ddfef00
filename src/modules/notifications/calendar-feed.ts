import ical from 'ical-generator'
import { addDays } from '../../engine/calendar/days.ts'
import type { Reader } from '../../platform/database/database.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Principal } from '../../platform/http/server.ts'
import { inScope, unitScope } from '../access/scope.ts'
import { dutyNamed, dutyWords } from '../duties/read/duty-words.ts'
import { heldBy } from '../duties/read/held.ts'
import { mineOnly, type Desk } from '../duties/read/list.ts'
import { currentTasks, isDueWithin, selectTasks } from '../duties/read/rows.ts'
import { lastUnits } from '../records/list/units.ts'
import { below } from '../org/tree.ts'
import { hashOf } from './personal.ts'
import { principalOf } from './queries.ts'

const [DAYS_BACK, DAYS_AHEAD, MOST] = [90, 400, 2000]

/** The calendar at a secret address: titles and days of one's own duties or of a unit's. @throws {NotFound} `no-calendar`, `calendar-revoked` */
export async function calendarAt(db: Reader, desk: Desk, file: string): Promise<string> {
  const secret = /^([0-9a-f]{64})\.ics$/.exec(file)?.[1]
  const feed = secret === undefined ? undefined : await db.selectFrom('calendar_feeds').selectAll().where('tenant_id', '=', db.tenantId).where('secret_hash', '=', hashOf(secret)).executeTakeFirst()
  if (feed === undefined) throw new NotFound('no-calendar', '没有这个日历地址，请检查是否复制完整。')
  const principal = feed.revoked_at === null ? await principalOf(db, feed.account_id) : null
  if (principal === null) throw new NotFound('calendar-revoked', '这个日历地址已经停用。请在“我的账户 · 提醒”里建立新的地址。')
  const units = await lastUnits(db)
  const whose = feed.unit_id === null ? [...currentTasks(db, 'all'), mineOnly(await heldBy(db, desk.catalogue, principal, desk.today))] : currentTasks(db, await readable(db, principal, feed.unit_id))
  const tasks = await selectTasks(db, [...whose, isDueWithin(addDays(desk.today, -DAYS_BACK), addDays(desk.today, DAYS_AHEAD))], { limit: MOST })
  const words = dutyWords(desk.catalogue)
  const name = feed.unit_id === null ? '我的责任事项' : `${units.get(feed.unit_id)?.name ?? ''}责任事项`
  const calendar = ical({ name, prodId: { company: 'taizhang', product: 'taizhang', language: 'ZH' } })
  for (const { taskId, duty, unitId, dueOn, version } of tasks) {
    const summary = `${dutyNamed(words, duty).title}（${units.get(unitId)?.name ?? ''}）`
    calendar.createEvent({ id: `${taskId}@taizhang.invalid`, sequence: version, start: new Date(`${dueOn}T00:00:00Z`), allDay: true, summary })
  }
  return calendar.toString()
}

/** A unit and what is below it, as far as the one who made the address may still read it. */
async function readable(db: Reader, principal: Principal, unitId: string): Promise<ReadonlySet<string>> {
  const scope = await unitScope(db, principal, 'duties:read')
  return new Set([...(await below(db, [unitId]))].filter((id) => inScope(scope, id)))
}
