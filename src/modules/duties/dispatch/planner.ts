import { dutyOverTime, effectiveDuty } from '../effective.ts'
import type { Dated } from '../events.ts'
import { pathOf, type DutyEntry, type Facts, type Trigger, type Unit } from './facts.ts'
import { planUnit, type Changes, type Standing, type Wanted } from './plan.ts'
import { eventTasks, regularTasks, type Owing } from './wanted.ts'
import { broughtOn, windowsOf, type Window } from './windows.ts'

/** Works out what each unit owes; the days of a duty are worked out once for all units that owe it alike. */
export class Planner {
  readonly #facts: Facts
  readonly #regular = new Map<string, Dated[]>()
  readonly #triggers: Map<string, Trigger[]>
  readonly #dutiesOf: Map<string, DutyEntry[]>
  readonly #packOf: Map<string, string>

  constructor(facts: Facts) {
    this.#facts = facts
    this.#dutiesOf = grouped(facts.duties, ({ pack }) => pack)
    this.#packOf = new Map(facts.duties.map(({ id, pack }) => [id, pack]))
    this.#triggers = grouped(facts.triggers.flatMap((trigger) => this.#owedBy(trigger) ?? []), ({ unitId, duty }) => `${unitId} ${duty}`)
  }

  /** The units that some pack's duties reach. */
  units(): Unit[] {
    const { units, adoptions } = this.#facts
    return [...units.values()].filter((unit) => windowsOf(unit, pathOf(units, unit.unitId), adoptions).length > 0)
  }

  /** What changes for a unit, given its tasks. */
  planFor(unit: Unit, standing: readonly Standing[]): Changes {
    return planUnit(this.#facts.today, standing, this.wanted(unit, standing))
  }

  /** The tasks that a unit owes. */
  wanted(unit: Unit, standing: readonly Standing[]): Wanted[] {
    const { adoptions, units } = this.#facts
    const path = pathOf(units, unit.unitId)
    const byDuty = grouped(standing, ({ duty }) => duty)
    const packs = new Set([...byDuty.keys()].map((duty) => this.#packOf.get(duty)))
    return windowsOf(unit, path, adoptions).flatMap((window) =>
      (this.#dutiesOf.get(window.pack) ?? []).flatMap((duty) => {
        const owing = this.#owing(duty, unit, path, window)
        if (owing === null) return []
        const own = byDuty.get(duty.id) ?? []
        const since = sinceWhen(window, own, packs.has(window.pack))
        const regular = this.#regularTasks(duty, owing, { path, type: unit.type })
        const byEvent = eventTasks(owing, this.#triggers.get(`${unit.unitId} ${duty.id}`) ?? [], this.#facts.calendar)
        return [
          ...regular.map((dated) => ({ dated, backwards: (since === null || dated.periodFrom >= since) && !hadOthers(own, dated) })),
          ...byEvent.map((dated) => ({ dated, backwards: true })),
        ]
      }),
    )
  }

  /** When a unit owes a duty and by which texts; those for other types of unit are left out. */
  #owing(duty: DutyEntry, unit: Unit, path: readonly string[], window: Window): Owing | null {
    const texts = dutyOverTime(duty, this.#facts.changes, path).map(({ from, duty: text }) => ({ from, duty: text?.owedBy.some((type) => type === unit.type) === true ? text : null }))
    if (texts.every((text) => text.duty === null)) return null
    const brought = broughtOn(this.#facts, window, duty.id)
    return { texts, from: brought !== null && brought > window.from ? brought : window.from, until: window.until, pack: this.#facts.packs.get(duty.pack) ?? duty.pack }
  }

  #regularTasks(duty: DutyEntry, owing: Owing, { path, type }: { path: readonly string[]; type: string }): Dated[] {
    const { changes, horizon, calendar } = this.#facts
    const changed = changes.some((change) => change.duty === duty.id)
    const key = `${duty.id} ${owing.from} ${owing.until} ${type} ${changed ? path.join() : ''}`
    const known = this.#regular.get(key)
    if (known !== undefined) return known
    const tasks = regularTasks(owing, horizon, calendar)
    this.#regular.set(key, tasks)
    return tasks
  }

  /** A record's event falls to its unit, or the nearest above it that owes the duty on that day. */
  #owedBy(trigger: Trigger): Trigger | null {
    const { units, adoptions, changes, duties } = this.#facts
    const duty = duties.find(({ id }) => id === trigger.duty)
    if (duty === undefined) return null
    for (const unitId of pathOf(units, trigger.unitId)) {
      const unit = units.get(unitId)
      if (unit === undefined) continue
      const path = pathOf(units, unitId)
      const isOwed = effectiveDuty(duty, changes, path, trigger.occurredOn)?.owedBy.some((type) => type === unit.type) === true
      const holds = windowsOf(unit, path, adoptions).some(({ pack, from, until }) => pack === duty.pack && from <= trigger.occurredOn && (until === null || until >= trigger.occurredOn))
      if (isOwed && holds) return { ...trigger, unitId }
    }
    return null
  }
}

/** Whether the unit had other tasks of the duty in the same days: a new cadence rewrites no history. */
function hadOthers(own: readonly Standing[], { period, periodFrom, periodTo }: Dated): boolean {
  return own.some((task) => task.period !== period && task.periodFrom <= periodTo && task.periodTo >= periodFrom)
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group === undefined) groups.set(keyOf(one), [one])
    else group.push(one)
  }
  return groups
}

/**
 * The first day from which tasks of periods past are still created: none before it was ever owed. A run that was missed
 * goes on where the tasks of the duty begin; a duty that a unit did not owe while it owed others begins today.
 */
function sinceWhen(window: Window, own: readonly Standing[], others: boolean): string | null {
  if (window.fresh || window.founded) return null
  if (own.length > 0) return own.reduce((least, { periodFrom }) => (periodFrom < least ? periodFrom : least), '9999-12-31')
  return others ? '9999-12-31' : null
}
