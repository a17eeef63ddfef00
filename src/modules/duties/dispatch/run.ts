import type { Database, Reader } from '../../../platform/database/database.ts'
import { Conflict } from '../../../platform/errors.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import { recount } from '../actions/recount.ts'
import type { DispatchPlan } from '../contract/duty.ts'
import { tasksWithLinks } from '../linked-facts.ts'
import type { Facts, Unit } from './facts.ts'
import { keepChanges, type UnitChanges } from './keep.ts'
import type { Changes } from './plan.ts'
import { Planner } from './planner.ts'
import { readFacts } from './read-facts.ts'
import { standingOf, unitsWithTasks } from './standing.ts'
import { troublesOf } from './troubles.ts'

/** Tasks changed in one transaction, so that other verbs wait for a second or two at most. */
const MOST_AT_ONCE = 20_000
/** Units whose tasks are read together. */
const UNITS_AT_ONCE = 50
const EXAMPLES = 100
const TRIES = 3

export interface DispatchOrder {
  catalogue: Catalogue
  today: string
  /** An adoption that was just made, whose tasks of days past are wanted too. */
  fresh?: string
  /** An adoption that is only thought of. */
  proposed?: { pack: string; unitId: string; from: string }
  /** Only these units. */
  units?: ReadonlySet<string>
}

export interface Attended {
  signal?: AbortSignal
  progress?(done: number, total: number): void
}

/** What a dispatch would do now; nothing is kept. */
export async function planDispatch(db: Reader, order: DispatchOrder): Promise<DispatchPlan> {
  const facts = await readFacts(db, order.catalogue, order.today, order)
  const planner = new Planner(facts)
  const tally = new Tally(facts)
  for (const units of groupsOf(await unitsConcerned(db, order, facts, planner), UNITS_AT_ONCE)) {
    for (const changes of await changesFor(db, planner, units)) tally.add(changes)
  }
  return tally.told(await troublesOf(db, facts, planner))
}

/**
 * Makes the tasks that are owed and missing, moves the open ones whose days have changed and withdraws those no longer
 * owed: one event for each unit that changes. Running it twice changes nothing; cancelled, what was kept stays and the
 * next run goes on.
 */
export async function runDispatch(database: Database, who: { tenantId: number; actor: string }, order: DispatchOrder, { signal, progress }: Attended = {}): Promise<DispatchPlan> {
  const { facts, planner, units, troubles } = await database.read(who.tenantId, async (db) => {
    const found = await readFacts(db, order.catalogue, order.today, order)
    const planning = new Planner(found)
    return { facts: found, planner: planning, units: await unitsConcerned(db, order, found, planning), troubles: await troublesOf(db, found, planning) }
  })
  const tally = new Tally(facts)
  for (let done = 0; done < units.length; ) {
    signal?.throwIfAborted()
    const kept = await keepNext(database, who, planner, units.slice(done, done + UNITS_AT_ONCE))
    await recountMoved(database, who, order.catalogue, kept.changes)
    for (const changes of kept.changes) tally.add(changes)
    done += kept.units
    progress?.(done, units.length)
  }
  return tally.told(troubles)
}

/** Decides and keeps the next units, as many as one transaction takes; begun anew where somebody changed one of their tasks meanwhile. */
async function keepNext(database: Database, who: { tenantId: number; actor: string }, planner: Planner, units: Unit[]): Promise<{ changes: UnitChanges[]; units: number }> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await database.write({ ...who, long: true }, async (tx) => {
        const all = await changesFor(tx, planner, units)
        const fitting = all.slice(0, howManyFit(all))
        keepChanges(tx, fitting.filter(isChange))
        return { changes: fitting, units: fitting.length }
      })
    } catch (error) {
      if (!(error instanceof Conflict) || tries === TRIES) throw error
    }
  }
}

/** A task that was moved may need fewer records, or others, than it did: what is linked to it is counted anew. */
async function recountMoved(database: Database, who: { tenantId: number; actor: string }, catalogue: Catalogue, all: readonly UnitChanges[]): Promise<void> {
  const moved = all.flatMap((changes) => changes.moved.map(({ taskId }) => taskId))
  const linked = moved.length === 0 ? [] : await database.read(who.tenantId, (db) => tasksWithLinks(db, moved))
  if (linked.length > 0) await database.write(who, (tx) => recount(tx, catalogue, linked, '任务的要求有变动'))
}

async function changesFor(db: Reader, planner: Planner, units: Unit[]): Promise<UnitChanges[]> {
  const standing = await standingOf(db, units.map(({ unitId }) => unitId))
  return units.map((unit) => ({ ...planner.planFor(unit, standing.get(unit.unitId) ?? []), unitId: unit.unitId }))
}

/** Units that owe something, and those with tasks to come that they may owe no longer. */
async function unitsConcerned(db: Reader, order: DispatchOrder, { today, units }: Facts, planner: Planner): Promise<Unit[]> {
  const concerned = new Map(planner.units().map((unit) => [unit.unitId, unit]))
  for (const unitId of await unitsWithTasks(db, today)) {
    const unit = units.get(unitId)
    if (unit !== undefined) concerned.set(unitId, unit)
  }
  return [...concerned.values()].filter(({ unitId }) => order.units === undefined || order.units.has(unitId))
}

function howManyFit(all: readonly UnitChanges[]): number {
  let tasks = 0
  const over = all.findIndex((changes) => (tasks += sizeOf(changes)) > MOST_AT_ONCE)
  return over === -1 ? all.length : Math.max(1, over)
}

function isChange(changes: Changes): boolean {
  return sizeOf(changes) > 0
}

function sizeOf({ created, moved, withdrawn }: Changes): number {
  return created.length + moved.length + withdrawn.length
}

function* groupsOf<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size)
}

/** Sums up what changes, with the first for reading. */
class Tally {
  readonly #facts: Facts
  readonly #titles: Map<string, string>
  readonly #told: Omit<DispatchPlan, 'troubles'> = { created: 0, moved: 0, withdrawn: 0, units: 0, examples: [] }

  constructor(facts: Facts) {
    this.#facts = facts
    this.#titles = new Map(facts.duties.map(({ id, title }) => [id, title]))
  }

  add(changes: UnitChanges): void {
    const told = this.#told
    const moved = changes.moved.filter(({ before, dueOn }) => before !== dueOn)
    told.created += changes.created.length
    told.moved += moved.length
    told.withdrawn += changes.withdrawn.length
    if (isChange(changes)) told.units += 1
    const unit = this.#facts.units.get(changes.unitId)?.name ?? ''
    const example = ({ duty, period }: { duty: string; period: string }, before: string | null, after: string | null) => {
      if (told.examples.length < EXAMPLES) told.examples.push({ duty: this.#titles.get(duty) ?? duty, unit, period, before, after })
    }
    for (const move of moved) example(move, move.before, move.dueOn)
    for (const task of changes.withdrawn) example(task, task.dueOn, null)
    for (const dated of changes.created) example(dated, null, dated.dueOn)
  }

  told(troubles: string[]): DispatchPlan {
    return { ...this.#told, troubles }
  }
}
