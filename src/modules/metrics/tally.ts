import type { Reader } from '../../platform/database/database.ts'
import { NotFound } from '../../platform/errors.ts'
import { subtree, unitTree } from '../org/tree.ts'
import type { UnitNode, UnitTree } from '../org/tree.ts'
import { columnMap } from '../records/columns.ts'
import type { ColumnMap } from '../records/columns.ts'
import { compile, readingOf } from './compile.ts'
import type { Aggregate, Plan, Reading } from './compile.ts'
import { grouped } from './grouped.ts'
import type { Question } from './question.ts'
import { scan } from './scan.ts'
import type { Read, Scope, Wanted } from './scan.ts'
import { scanSeries } from './scan-series.ts'

/** What was read off the records to answer a question whose metric is not a change. */
export interface Tally {
  plan: Plan
  place: Place
  present: number
  records: number
  excluded: number
  filled: number
  amount: bigint | null
  whole: bigint | null
  newestOn: string | null
}

/** The units that a question is about, on the last day of its period. */
export interface Place {
  unitIds: string[] | null
  /** 全单位, or the unit's name on that day. */
  name: string
}

/** A question with what its filters and lists read. */
export interface Prepared {
  scope: Scope
  place: Place
  plan: Plan
}

/**
 * Reads everything that these questions need: one scan for each kind and period, however many questions there are, and
 * one for each kind where it is asked about many periods.
 *
 * @returns by question; null where the tenant has not adopted the kind
 * @throws {NotFound} `no-unit`
 */
export async function tallies(db: Reader, questions: Question[], position: number): Promise<(Tally | null)[]> {
  const prepared = await prepare(db, questions, position)
  const readings = new Map<Plan, Reading>()
  const readingOnce = (plan: Plan) => {
    const reading = readings.get(plan) ?? readingOf(plan)
    readings.set(plan, reading)
    return reading
  }
  const asked = prepared.flatMap((one, index) => (one === null ? [] : [{ index, prepared: one, reading: readingOnce(one.plan) }]))
  const answers: (Tally | null)[] = prepared.map(() => null)
  for (const [kind, members] of grouped(asked, ({ prepared: { scope } }) => scope.kind)) {
    const wanted = members.map(({ prepared: { place }, reading }) => wantedBy(reading, place))
    const values = await readAll(db, { kind, position }, members.map(({ prepared: { scope } }) => scope), wanted)
    members.forEach(({ index, prepared: one, reading }, at) => (answers[index] = toTally(one, reading, values[at] ?? [])))
  }
  return answers
}

const FEW_PERIODS = 3

/** The values wanted of each scope, all of one kind. */
async function readAll(db: Reader, of: { kind: string; position: number }, scopes: Scope[], wanted: Wanted[][]): Promise<Read[][]> {
  const byPeriod = grouped(scopes.keys(), (at) => `${scopes[at]?.period.from} ${scopes[at]?.period.to}`)
  const values: Read[][] = wanted.map(() => [])
  const share = (places: number[], read: Read[]) => {
    for (const at of places) values[at] = read.splice(0, wanted[at]?.length ?? 0)
  }
  if (byPeriod.size > FEW_PERIODS) {
    const within = scopes.flatMap(({ period }, at) => (wanted[at] ?? []).map((one) => ({ ...one, period })))
    share([...scopes.keys()], await scanSeries(db, of, within))
    return values
  }
  for (const places of byPeriod.values()) {
    const scope = scopes[places[0] ?? 0]
    if (scope !== undefined) share(places, await scan(db, scope, places.flatMap((at) => wanted[at] ?? [])))
  }
  return values
}

/** Finds columns and units of each question, asking the database once for each kind and day. */
export async function prepare(db: Reader, questions: Question[], position: number): Promise<(Prepared | null)[]> {
  const columns = new Map<string, ColumnMap>()
  const places = new Map<string, Place>()
  const plans = new Map<string, Plan | null>()
  const trees = new Map<string, UnitTree>()
  const prepared: (Prepared | null)[] = []
  for (const { metric, kind, facets, unitId, period } of questions) {
    const map = columns.get(kind.id) ?? (await columnMap(db, kind.id))
    columns.set(kind.id, map)
    const where = `${unitId} ${period.to}`
    const place = places.get(where) ?? (unitId === null ? ALL : await placeOf(db, unitId, { on: period.to, position }, trees))
    places.set(where, place)
    const what = `${metric.id} ${JSON.stringify(facets)}`
    const plan = plans.has(what) ? (plans.get(what) ?? null) : compile(metric, facets, map)
    plans.set(what, plan)
    prepared.push(plan === null ? null : { scope: { kind: kind.id, period, position }, place, plan })
  }
  return prepared
}

const ALL: Place = { unitIds: null, name: '全单位' }

async function placeOf(db: Reader, unitId: string, asOf: { on: string; position: number }, trees: Map<string, UnitTree>): Promise<Place> {
  if (!UUID.test(unitId)) throw new NotFound('no-unit', '没有这个单位。', { unitId })
  const tree = trees.get(asOf.on) ?? (await unitTree(db, asOf))
  trees.set(asOf.on, tree)
  const unit = tree.byId.get(unitId)
  if (unit === undefined) return { unitIds: await subtree(db, unitId, asOf), name: '本单位' }
  const unitIds = [...below(unit, new Set())].toSorted()
  return { unitIds, name: unitIds.length > 1 ? `${unit.name}（含下级单位）` : unit.name }
}

function below(unit: UnitNode, found: Set<string>): Set<string> {
  if (found.has(unit.unitId)) return found
  found.add(unit.unitId)
  for (const child of unit.children) below(child, found)
  return found
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const PARTS = ['present', 'records', 'excluded', 'filled', 'amount', 'whole', 'newestOn'] as const

function aggregatesOf(reading: Reading): { name: (typeof PARTS)[number]; aggregate: Aggregate }[] {
  return PARTS.flatMap((name) => {
    const aggregate = reading[name]
    return aggregate === null ? [] : [{ name, aggregate }]
  })
}

function wantedBy(reading: Reading, { unitIds }: Place): Wanted[] {
  return aggregatesOf(reading).map(({ aggregate }) => ({ aggregate, unitIds }))
}

function toTally({ plan, place }: Prepared, reading: Reading, values: Read[]): Tally {
  const read = new Map(aggregatesOf(reading).map(({ name }, index) => [name, values[index] ?? null]))
  const records = Number(read.get('records') ?? 0)
  const newestOn = read.get('newestOn')
  return {
    plan,
    place,
    present: Number(read.get('present') ?? 0),
    records: plan.form === 'latest' ? Number(newestOn != null) : records,
    excluded: Number(read.get('excluded') ?? 0),
    filled: Number(read.get('filled') ?? records),
    amount: whole(read.get('amount')),
    whole: whole(read.get('whole')),
    newestOn: typeof newestOn === 'string' ? newestOn : null,
  }
}

function whole(value: Read | undefined): bigint | null {
  return value === null || value === undefined ? null : BigInt(value)
}
