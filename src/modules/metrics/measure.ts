import type { Reader } from '../../platform/database/database.ts'
import { subtree, unitTree } from '../org/tree.ts'
import { columnMap } from '../records/columns.ts'
import type { ColumnMap } from '../records/columns.ts'
import { compile, readingOf } from './compile.ts'
import type { Plan, Reading } from './compile.ts'
import type { Question } from './question.ts'
import { scan } from './scan.ts'
import type { Read, Wanted } from './scan.ts'

/** The units a question is about on its period's last day, and what the unit was called then. */
export interface Units {
  ids: string[]
  name: string
}

/** A question with the columns and the units it reads; `plan` is null when the tenant keeps no such ledger. */
export interface Aimed {
  question: Question
  plan: Plan | null
  /** Null: the whole tenant. */
  units: Units | null
}

/** What was read off the records for one question. */
export interface Tally extends Aimed {
  /** Records of the kind, unit and period, whatever their facets. */
  present: number
  records: number
  excluded: number
  /** Records in which the metric's field is filled in; null when an empty one counts too. */
  filled: number | null
  /** In the smallest measure of the field: the sum, the numerator, the newest value; else a number of records. */
  amount: bigint | null
  whole: bigint | null
  newestOn: string | null
}

const PARTS = ['present', 'records', 'excluded', 'filled', 'amount', 'whole', 'newestOn'] as const

/** Reads what the questions need: one scan for each kind and period, whatever the number of questions. */
export async function measure(db: Reader, questions: Question[], position: number): Promise<Tally[]> {
  const aimed = await aim(db, questions, position)
  const scopes = new Map<string, { aimed: Aimed; reading: Reading }[]>()
  for (const one of aimed) {
    if (one.plan === null) continue
    const { kind, period } = one.question
    const key = `${kind.id} ${period.from} ${period.to}`
    const members = scopes.get(key) ?? []
    scopes.set(key, [...members, { aimed: one, reading: readingOf(one.plan) }])
  }
  const tallies = new Map<Aimed, Tally>()
  for (const members of scopes.values()) {
    for (const tally of await tally1(db, members, position)) tallies.set(tally.aimed, tally.tally)
  }
  return aimed.map((one) => tallies.get(one) ?? { ...one, ...NOTHING })
}

/** Finds columns and units, each kind and each unit on each day once. */
export async function aim(db: Reader, questions: Question[], position: number): Promise<Aimed[]> {
  const columns = new Map<string, ColumnMap>()
  const units = new Map<string, Units>()
  const aimed: Aimed[] = []
  for (const question of questions) {
    const { metric, kind, facets, unitId, period } = question
    const map = columns.get(kind.id) ?? (await columnMap(db, kind.id))
    columns.set(kind.id, map)
    const key = `${unitId} ${period.to}`
    const found = unitId === null ? null : (units.get(key) ?? (await unitsOf(db, unitId, { on: period.to, position })))
    if (found !== null) units.set(key, found)
    aimed.push({ question, plan: compile(metric, facets, map), units: found })
  }
  return aimed
}

const NOTHING = { present: 0, records: 0, excluded: 0, filled: null, amount: null, whole: null, newestOn: null }

async function unitsOf(db: Reader, unitId: string, asOf: { on: string; position: number }): Promise<Units> {
  const ids = await subtree(db, unitId, asOf)
  return { ids, name: (await unitTree(db, asOf)).byId.get(unitId)?.name ?? '该单位' }
}

async function tally1(db: Reader, members: { aimed: Aimed; reading: Reading }[], position: number) {
  const wanted: Wanted[] = []
  const places = members.map(({ aimed, reading }) =>
    PARTS.map((part) => {
      const aggregate = reading[part]
      return aggregate === null ? -1 : wanted.push({ aggregate, unitIds: aimed.units?.ids ?? null }) - 1
    }),
  )
  const [first] = members
  if (first === undefined) return []
  const { kind, period } = first.aimed.question
  const values = await scan(db, { kind: kind.id, period, position }, wanted)
  return members.map(({ aimed }, index) => {
    const read = (part: (typeof PARTS)[number]) => values[places[index]?.[PARTS.indexOf(part)] ?? -1] ?? null
    return { aimed, tally: { ...aimed, ...tallyOf(read) } }
  })
}

function tallyOf(read: (part: (typeof PARTS)[number]) => Read): Omit<Tally, keyof Aimed> {
  const filled = read('filled')
  const newestOn = read('newestOn')
  return {
    present: Number(read('present')),
    records: Number(read('records')),
    excluded: Number(read('excluded') ?? 0),
    filled: filled === null ? null : Number(filled),
    amount: units(read('amount')),
    whole: units(read('whole')),
    newestOn: newestOn === null ? null : String(newestOn),
  }
}

function units(value: Read): bigint | null {
  return value === null ? null : BigInt(value)
}
