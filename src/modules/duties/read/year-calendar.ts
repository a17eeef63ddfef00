import { sql } from 'kysely'
import type { z } from 'zod'
import { addDays } from '../../../engine/calendar/days.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { Principal } from '../../../platform/http/server.ts'
import { lastUnits } from '../../records/list/units.ts'
import { calendarIn } from '../calendar-in.ts'
import type { readYearCalendar } from '../contract/overview.ts'
import type { Desk } from './list.ts'
import { currentTasks, isOpen } from './rows.ts'
import { readableUnits, unitToShow } from './units.ts'

/** The days of a year, which of them are rest days and why, and how many tasks fall due on each. */
export async function yearCalendar(
  db: Reader, principal: Principal, { catalogue, today }: Desk, { unitId: asked, year, below }: { unitId?: string | undefined; year: number; below: boolean },
): Promise<z.output<typeof readYearCalendar.reply>> {
  const unitId = unitToShow(await lastUnits(db), await readableUnits(db, principal, { below: true }), asked)
  const counts = unitId === null ? new Map<string, { due: number; late: number }>() : await dueByDay(db, principal, { unitId, year, below, today })
  const calendar = calendarIn(catalogue)
  const days = []
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const { works, name } = calendar.dayOf(day)
    days.push({ day, works, name, due: counts.get(day)?.due ?? 0, late: counts.get(day)?.late ?? 0 })
  }
  const first = calendar.dayOf(`${year}-06-15`)
  return { year, edition: first.edition, announced: first.announced, source: catalogue.calendars.get(String(year))?.source.rule ?? null, days }
}

async function dueByDay(db: Reader, principal: Principal, { unitId, year, below, today }: { unitId: string; year: number; below: boolean; today: string }) {
  const conditions = [
    ...currentTasks(db, await readableUnits(db, principal, { unitId, below })),
    sql<boolean>`due_on >= ${`${year}-01-01`}::date`, sql<boolean>`due_on <= ${`${year}-12-31`}::date`,
  ]
  const { rows } = await sql<{ due_on: string; due: number; late: number }>`
    select due_on, count(*)::int as due, (count(*) filter (where ${isOpen} and late_from <= ${today}::date))::int as late
    from task_versions where ${sql.join(conditions, sql` and `)} group by due_on
  `.execute(db)
  return new Map(rows.map(({ due_on: day, due, late }) => [day, { due, late }]))
}
