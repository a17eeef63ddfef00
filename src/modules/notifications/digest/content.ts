import { sql } from 'kysely'
import { addDays } from '../../../engine/calendar/days.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { Principal } from '../../../platform/http/server.ts'
import type { TaskRow } from '../../duties/contract/task.ts'
import { dutyNamed, dutyWords } from '../../duties/read/duty-words.ts'
import { heldBy } from '../../duties/read/held.ts'
import type { Desk } from '../../duties/read/list.ts'
import { countTasks, currentTasks, isOpen, selectTasks } from '../../duties/read/rows.ts'
import { workbenchOf } from '../../duties/read/workbench.ts'
import { lastUnits } from '../../records/list/units.ts'
import { permissionsOf } from '../../access/can.ts'
import type { Digest } from '../contract/personal.ts'

const SHOWN = 50

/** What a person is told on a day: what is late, due within 7 days, waits for their approval, and what they took over. */
export async function digestOf(db: Reader, principal: Principal, desk: Desk): Promise<Digest> {
  const handedOver = await takenOver(db, principal, desk)
  const nothing = { late: [], dueIn7: [], approvals: [], counts: { late: 0, dueIn7: 0, approvals: 0 } }
  const mayRead = principal.grants.some(({ role }) => permissionsOf(role).has('duties:read'))
  const { late, dueIn7, approvals, counts } = mayRead ? await workbenchOf(db, principal, desk, { whose: 'mine' }) : nothing
  return {
    on: desk.today,
    late: late.map(lineOf),
    due: dueIn7.map(lineOf),
    approvals: approvals.map(lineOf),
    handedOver: handedOver.lines,
    counts: { late: counts.late, due: counts.dueIn7, approvals: counts.approvals, handedOver: handedOver.count },
  }
}

export function isEmpty({ counts }: Digest): boolean {
  return Object.values(counts).every((count) => count === 0)
}

function lineOf({ duty, unit, dueOn, lateDays }: TaskRow) {
  return { title: duty.title, unit, dueOn, lateDays }
}

/** Open tasks of the duties that are a person's since today and were not the day before. */
async function takenOver(db: Reader, principal: Principal, { catalogue, today }: Desk) {
  const before = await heldBy(db, catalogue, principal, addDays(today, -1))
  const had = new Set(before.flatMap(({ unitId, duties }) => duties.map((duty) => `${unitId} ${duty}`)))
  const taken = (await heldBy(db, catalogue, principal, today))
    .map(({ unitId, duties }) => ({ unitId, duties: duties.filter((duty) => !had.has(`${unitId} ${duty}`)) }))
    .filter(({ duties }) => duties.length > 0)
  if (taken.length === 0) return { lines: [], count: 0 }
  const ofThese = taken.map(({ unitId, duties }) => sql<boolean>`(unit_id = ${unitId} and duty = any(${duties}::text[]))`)
  const conditions = [...currentTasks(db, 'all'), isOpen, sql<boolean>`(${sql.join(ofThese, sql` or `)})`]
  const tasks = await selectTasks(db, conditions, { limit: SHOWN })
  const [units, words] = [await lastUnits(db), dutyWords(catalogue)]
  const lines = tasks.map(({ duty, unitId, dueOn }) => ({ title: dutyNamed(words, duty).title, unit: units.get(unitId)?.name ?? '', dueOn, lateDays: 0 }))
  return { lines, count: tasks.length < SHOWN ? tasks.length : await countTasks(db, conditions) }
}
