import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import type { Principal } from '../../../platform/http/server.ts'
import type { z } from 'zod'
import { unitScope } from '../../access/scope.ts'
import { lastUnits } from '../../records/list/units.ts'
import type { readWorkbench } from '../contract/overview.ts'
import { heldBy } from './held.ts'
import { addDays } from '../../../engine/calendar/days.ts'
import { changesToAnswer } from './changes.ts'
import { mineOnly, type Desk } from './list.ts'
import { countTasks, currentTasks, isDueWithin, isOpen, selectTasks, type Condition, type Task } from './rows.ts'
import { taskRows } from './task-rows.ts'
import { readableUnits } from './units.ts'

/** Rows given of each group; the counts tell of all. */
const SHOWN = 50

type Workbench = z.output<typeof readWorkbench.reply>

/** What is late, due soon and waiting for approval, for the posts of the asking person or for the units it may read. */
export async function workbenchOf(db: Reader, principal: Principal, desk: Desk, { unitId, whose }: { unitId?: string | undefined; whose: 'mine' | 'unit' }): Promise<Workbench> {
  const { today } = desk
  const units = await lastUnits(db)
  const held = whose === 'mine' ? await heldBy(db, desk.catalogue, principal, today) : []
  const mine = held.length > 0
  const own = [...currentTasks(db, await readableUnits(db, principal, { unitId, below: true })), ...(mine ? [mineOnly(held)] : [])]
  const late = [...own, isOpen, sql<boolean>`late_from <= ${today}::date`]
  // In days of grace a task is due and not yet late: it stands with what is due now.
  const dueIn7 = [...own, isOpen, sql<boolean>`late_from > ${today}::date`, sql<boolean>`due_on <= ${addDays(today, 7)}::date`]
  const dueIn30 = [...own, isOpen, isDueWithin(addDays(today, 8), addDays(today, 30))]
  const approvals = [...currentTasks(db, await unitScope(db, principal, 'duties:approve')), sql<boolean>`settling is not null`, byAnother(principal)]
  const groups = { late, dueIn7, dueIn30, approvals }
  const found: Record<keyof typeof groups, { tasks: Task[]; count: number }> = {
    late: await some(db, late), dueIn7: await some(db, dueIn7), dueIn30: await some(db, dueIn30), approvals: await some(db, approvals),
  }
  const rows = await taskRows(db, { ...desk, units }, Object.values(found).flatMap(({ tasks }) => tasks))
  const byId = new Map(rows.map((row) => [row.taskId, row]))
  const shown = (group: keyof typeof groups) => found[group].tasks.flatMap(({ taskId }) => byId.get(taskId) ?? [])
  const open = [...shown('late'), ...shown('dueIn7'), ...shown('dueIn30')]
  return {
    today,
    mine,
    late: shown('late'),
    dueIn7: shown('dueIn7'),
    dueIn30: shown('dueIn30'),
    approvals: shown('approvals'),
    changes: await changesToAnswer(db, principal),
    counts: {
      late: found.late.count, dueIn7: found.dueIn7.count, dueIn30: found.dueIn30.count, approvals: found.approvals.count,
      vacant: open.filter(({ owners }) => owners.length === 0).length,
      proposals: open.filter(({ proposals }) => proposals > 0).length,
    },
  }
}

/** The first of them; counted only where there are more. */
async function some(db: Reader, conditions: Condition[]): Promise<{ tasks: Task[]; count: number }> {
  const tasks = await selectTasks(db, conditions, { limit: SHOWN })
  return { tasks, count: tasks.length < SHOWN ? tasks.length : await countTasks(db, conditions) }
}

/** What somebody else asked: nobody approves the own request. */
function byAnother({ accountId, name }: Principal): Condition {
  return sql<boolean>`(settle_asked_account is distinct from ${accountId}::uuid and settle_asked_by <> ${name})`
}
