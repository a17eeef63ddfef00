import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import { knownAt } from '../../../platform/database/known.ts'
import type { Principal } from '../../../platform/http/server.ts'
import type { Cell, Matrix } from '../contract/overview.ts'
import type { z } from 'zod'
import type { TaskState } from '../rules.ts'
import { lastUnits } from '../../records/list/units.ts'
import { dutyNamed, type DutyWords } from './duty-words.ts'
import { currentTasks, type Condition } from './rows.ts'
import { readableUnits, unitToShow } from './units.ts'

interface Asked {
  unitId?: string | undefined
  year: number
  below: boolean
  pack?: string | undefined
}

/** Periods shorter than this stand in the matrix by the month. */
export const SHORT_DAYS = 16

/** Duties × periods of a year, for one unit or, in numbers, for all below it. */
export async function matrixOf(db: Reader, principal: Principal, words: DutyWords, today: string, asked: Asked): Promise<Matrix> {
  const units = await lastUnits(db)
  const unitId = unitToShow(units, await readableUnits(db, principal, { below: true }), asked.unitId)
  const years = await yearsWithTasks(db, today)
  const shown = { today, unitId, unit: unitId === null ? null : (units.get(unitId)?.name ?? null), years }
  if (unitId === null) return { ...shown, rows: [] }
  const scope = await readableUnits(db, principal, { unitId, below: asked.below })
  const grouped = await cellsOf(db, currentTasks(db, scope), today, asked.year)
  const rows = [...grouped]
    .map(([id, cells]) => ({ duty: dutyNamed(words, id), cells }))
    .filter(({ duty }) => asked.pack === undefined || duty.pack === asked.pack)
    .toSorted((a, b) => a.duty.order - b.duty.order)
    .map(({ duty: { id, title, en, group, pack, cadenceWords }, cells }) => ({ duty: { id, title, en, group, pack, cadenceWords }, cells }))
  return { ...shown, rows }
}

interface Counted {
  duty: string
  cell: string
  from: number
  to: number
  task_id: string | null
  state: TaskState
  tasks: number
  done_late: number
  recorded_late: number
}

async function cellsOf(db: Reader, conditions: Condition[], today: string, year: number): Promise<Map<string, z.output<typeof Cell>[]>> {
  const { rows } = await matrixQuery(conditions, today, year).execute(db)
  const byDuty = new Map<string, Map<string, z.output<typeof Cell>>>()
  for (const row of rows) {
    const cells = byDuty.get(row.duty) ?? new Map<string, z.output<typeof Cell>>()
    byDuty.set(row.duty, cells)
    const cell = cells.get(row.cell) ?? { period: row.cell, from: row.from, to: row.to, taskId: row.task_id, states: {}, doneLate: 0, recordedLate: 0 }
    cells.set(row.cell, cell)
    if (cell.states[row.state] === undefined && Object.keys(cell.states).length > 0) cell.taskId = null
    cell.states[row.state] = (cell.states[row.state] ?? 0) + Number(row.tasks)
    cell.doneLate += Number(row.done_late)
    cell.recordedLate += Number(row.recorded_late)
  }
  return new Map([...byDuty].map(([duty, cells]) => [duty, [...cells.values()].toSorted((a, b) => a.from - b.from || a.to - b.to)]))
}

/** The states of rules.ts, told by the database so that a body of many units is counted there. */
export function matrixQuery(conditions: Condition[], today: string, year: number) {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  const isDone = sql`done >= needed and done_on is not null`
  return sql<Counted>`
    select duty, cell, min(m_from) as from, max(m_to) as to, case when count(*) = 1 then min(task_id::text) end as task_id, state,
      count(*) as tasks,
      count(*) filter (where state = 'done' and done_on >= late_from) as done_late,
      count(*) filter (where state = 'done' and done_on < late_from and known_on >= late_from) as recorded_late
    from (
      select duty, task_id, late_from, done_on, (done_at at time zone 'Asia/Shanghai')::date as known_on,
        extract(month from greatest(period_from, ${first}::date))::int as m_from,
        extract(month from least(period_to, ${last}::date))::int as m_to,
        case when period_to - period_from < ${SHORT_DAYS} then to_char(greatest(period_from, ${first}::date), 'YYYY-MM') else period end as cell,
        case
          when settled is not null then settled
          when ${isDone} then 'done'
          when late_from <= ${today}::date then 'late'
          when begun or done > 0 then 'under-way'
          else 'not-begun'
        end as state
      from task_versions
      where ${sql.join(conditions, sql` and `)} and due_on >= ${first}::date and due_on <= ${`${year + 2}-01-31`}::date
        and period_from <= ${last}::date and period_to >= ${first}::date
    ) told
    group by duty, cell, state
  `
}

/** The years for which there are tasks: from the first adoption on, and in December the next year too. */
async function yearsWithTasks(db: Reader, today: string): Promise<number[]> {
  const first = await db
    .selectFrom('duty_adoptions')
    .select((eb) => eb.fn.min('from_on').as('from_on'))
    .where('tenant_id', '=', db.tenantId)
    .where(knownAt())
    .executeTakeFirst()
  if (typeof first?.from_on !== 'string') return []
  const last = Number(today.slice(0, 4)) + (today.slice(5, 7) === '12' ? 1 : 0)
  const from = Math.min(Number(first.from_on.slice(0, 4)), last)
  return Array.from({ length: last - from + 1 }, (_, index) => from + index)
}
