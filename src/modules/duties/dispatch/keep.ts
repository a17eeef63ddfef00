import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { knownAt } from '../../../platform/database/known.ts'
import { Conflict } from '../../../platform/errors.ts'
import { canonicalText } from '../../../platform/events/envelope.ts'
import type { Dated, Dispatched } from '../events.ts'
import { taskIdOf } from '../task-id.ts'
import type { Changes } from './plan.ts'

export interface UnitChanges extends Changes {
  unitId: string
}

/** Appends one event for each unit that changes; the projections of all of them run together, at the last. */
export function keepChanges(tx: Tx, all: readonly UnitChanges[]): void {
  const positions: number[] = []
  all.forEach(({ unitId, created, moved, withdrawn }, index) => {
    const content: Dispatched = {
      created,
      moved: moved.map(({ version: _version, before: _before, ...dated }) => dated),
      withdrawn: withdrawn.map(({ taskId }) => taskId),
    }
    tx.append({ type: 'tasks.dispatched', subject: `unit:${unitId}`, content }, async (position) => {
      positions.push(position)
      if (index < all.length - 1) return
      await insertCreated(tx, all, positions)
      await insertChanged(tx, all, positions)
    })
  })
}

/** What units have alike is sent once. */
async function insertCreated(tx: Tx, all: readonly UnitChanges[], positions: readonly number[]): Promise<void> {
  const alike = new Map<Dated, number>()
  const [ids, units, kinds]: [string[], number[], number[]] = [[], [], []]
  all.forEach(({ unitId, created }, index) => {
    for (const dated of created) {
      const kind = alike.get(dated) ?? alike.size + 1
      alike.set(dated, kind)
      ids.push(taskIdOf(tx.tenantId, { duty: dated.duty, period: dated.period, unitId }))
      units.push(index + 1)
      kinds.push(kind)
    }
  })
  if (ids.length === 0) return
  await sql`
    insert into task_versions (tenant_id, task_id, version, known_from, unit_id, ${names})
    select ${tx.tenantId}, t.task_id, 1, u.known_from, u.unit_id, ${names}
    from unnest(${ids}::uuid[], ${units}::int[], ${kinds}::int[]) as t (task_id, unit, kind)
    join unnest(${all.map(({ unitId }) => unitId)}::uuid[], ${positions}::bigint[]) with ordinality as u (unit_id, known_from, unit) using (unit)
    join ${datedRows([...alike.keys()])} as d (${names}, kind) using (kind)
  `.execute(tx)
}

/** Closes the versions that were decided on, and adds the next: moved with new days, withdrawn with the old ones. */
async function insertChanged(tx: Tx, all: readonly UnitChanges[], positions: readonly number[]): Promise<void> {
  const moved = all.flatMap((unit, index) => unit.moved.map((move) => ({ ...move, position: positions[index] ?? 0 })))
  const withdrawn = all.flatMap((unit, index) => unit.withdrawn.map(({ taskId, version }) => ({ taskId, version, position: positions[index] ?? 0 })))
  const changed = [...moved, ...withdrawn]
  if (changed.length === 0) return
  const before = sql`unnest(${changed.map(({ taskId }) => taskId)}::uuid[], ${changed.map(({ version }) => version)}::int[], ${changed.map(({ position }) => position)}::bigint[])`
  const closed = await sql`
    update task_versions t set known_to = c.position from ${before} as c (task_id, version, position)
    where t.tenant_id = ${tx.tenantId} and t.task_id = c.task_id and t.version = c.version and ${knownAt(undefined, 't')}
  `.execute(tx)
  if (Number(closed.numAffectedRows) !== changed.length) throw new Conflict('dispatch-raced', '推算任务时有任务被他人修改，请重试。')
  await insertNext(tx, withdrawn, { names, values: sql`${sql.join(columns.map((name) => sql.ref(`t.${name}`)))}`, from: sql``, withdrawn: true })
  await insertNext(tx, moved, { names, values: sql`${sql.join(columns.map((name) => sql.ref(`d.${name}`)))}`, from: sql`join ${datedRows(moved)} as d (${names}, ord) using (ord)`, withdrawn: false })
}

async function insertNext(
  tx: Tx,
  changed: readonly { taskId: string; version: number; position: number }[],
  given: { names: RawBuilder<unknown>; values: RawBuilder<unknown>; from: RawBuilder<unknown>; withdrawn: boolean },
): Promise<void> {
  if (changed.length === 0) return
  await sql`
    insert into task_versions (tenant_id, task_id, version, known_from, unit_id, ${keptNames}, withdrawn, ${given.names})
    select t.tenant_id, t.task_id, t.version + 1, c.position, t.unit_id, ${sql.join(kept.map((name) => sql.ref(`t.${name}`)))}, ${given.withdrawn}, ${given.values}
    from unnest(${changed.map(({ taskId }) => taskId)}::uuid[], ${changed.map(({ version }) => version)}::int[], ${changed.map(({ position }) => position)}::bigint[])
      with ordinality as c (task_id, version, position, ord)
    join task_versions t on t.tenant_id = ${tx.tenantId} and t.task_id = c.task_id and t.version = c.version
    ${given.from}
  `.execute(tx)
}

const columns = ['duty', 'pack', 'period', 'period_from', 'period_to', 'opens_on', 'due_on', 'late_from', 'due_at', 'needed', 'how']
const kept = ['done', 'done_on', 'done_at', 'begun', 'settled', 'settling', 'settle_reason', 'settle_asked_by', 'settle_asked_account', 'settled_by']
const names = sql`${sql.join(columns.map((name) => sql.ref(name)))}`
const keptNames = sql`${sql.join(kept.map((name) => sql.ref(name)))}`

function datedRows(all: readonly Dated[]): RawBuilder<unknown> {
  const texts = (of: (dated: Dated) => string | null) => all.map(of)
  return sql`unnest(
    ${texts(({ duty }) => duty)}::text[], ${texts(({ pack }) => pack)}::text[], ${texts(({ period }) => period)}::text[],
    ${texts(({ periodFrom }) => periodFrom)}::date[], ${texts(({ periodTo }) => periodTo)}::date[], ${texts(({ opensOn }) => opensOn)}::date[],
    ${texts(({ dueOn }) => dueOn)}::date[], ${texts(({ lateFrom }) => lateFrom)}::date[], ${texts(({ dueAt }) => dueAt)}::timestamptz[],
    ${all.map(({ needed }) => needed)}::int[], ${texts(({ how }) => canonicalText(how))}::text[]
  ) with ordinality`
}
