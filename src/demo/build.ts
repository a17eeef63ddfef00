import type { Database, Reader } from '../platform/database/database.ts'
import { foundUnit } from '../modules/org/actions.ts'
import { unitTree } from '../modules/org/tree.ts'
import type { Catalogue } from '../modules/packs/schema/pack.ts'
import { enterRecord } from '../modules/records/actions.ts'
import { adoptCatalogue } from '../modules/records/adopt.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import { bureau, type DemoRecord, type Section } from './bureau.ts'
import { DemoDuties, type Entered } from './duties.ts'
import { demoRecords } from './writer.ts'

/** A clock that a replay sets, and that tells the real time once the replay is over. */
export interface ReplayClock {
  now(): Date
  set(moment: Date | null): void
}

export function replayClock(): ReplayClock {
  let simulated: Date | null = null
  return {
    now: () => simulated ?? new Date(),
    set: (moment) => {
      simulated = moment
    },
  }
}

interface Kept {
  database: Database
  tenantId: number
  files: FileStore
}

interface Replay {
  clock: ReplayClock
  signal: AbortSignal
  tell(line: string): void
}

/**
 * Founds the bureau and enters its records, each on the day somebody did, through the same verbs as a person;
 * answers how many there are. A day's records are one transaction, so a replay that was stopped goes on with the next day.
 */
export async function buildDemo({ database, tenantId, files }: Kept, catalogue: Catalogue, { clock, signal, tell }: Replay): Promise<number> {
  const records = demoRecords()
  const kept = await database.read(tenantId, recordsEntered)
  if (kept === 0) clock.set(new Date(`${bureau.from}T01:00:00Z`))
  const root = await foundRoot(database, tenantId, catalogue)
  const sections = await foundSections(database, tenantId, root)
  const duties = new DemoDuties({ database, tenantId, catalogue, files, unitId: root })
  let entered = kept
  for (const day of daysOf(records.slice(kept))) {
    signal.throwIfAborted()
    clock.set(new Date(`${day.enteredOn}T08:30:00Z`))
    const done = await database.write({ tenantId, actor: '经办人' }, async (tx) => {
      const own: Entered[] = []
      for (const record of day.records) own.push({ record, ...(await enterRecord(tx, catalogue, { kind: record.kind, unitId: sections[record.section], fields: record.fields })) })
      return own
    })
    await duties.on(day.enteredOn, done)
    entered += day.records.length
    tell(`正在建立演示台账：${entered}/${records.length} 条（${day.enteredOn}）`)
  }
  clock.set(null)
  return entered
}

async function recordsEntered(db: Reader): Promise<number> {
  const first = db.selectFrom('record_versions').where('tenant_id', '=', db.tenantId).where('version', '=', 1).where('source_file', 'is', null)
  return (await first.select((eb) => eb.fn.countAll<number>().as('records')).executeTakeFirstOrThrow()).records
}

/** A unit can stand below another only once that one is in the log, so the bureau comes in a transaction of its own. */
async function foundRoot(database: Database, tenantId: number, catalogue: Catalogue): Promise<string> {
  return database.write({ tenantId, actor: '系统管理员' }, async (tx) => {
    await adoptCatalogue(tx, catalogue)
    const { roots } = await unitTree(tx, { on: bureau.from })
    return roots[0]?.unitId ?? (await foundUnit(tx, { name: bureau.unit, type: 'body', on: '2019-03-01' })).unitId
  })
}

async function foundSections(database: Database, tenantId: number, parentId: string): Promise<Record<Section, string>> {
  return database.write({ tenantId, actor: '系统管理员' }, async (tx) => {
    const { byId } = await unitTree(tx, { on: bureau.from })
    const founded = [...byId.values()].filter((unit) => unit.unitId !== parentId).map((unit): [string, string] => [unit.name, unit.unitId])
    if (founded.length === 0) {
      for (const name of bureau.sections) founded.push([name, (await foundUnit(tx, { name, type: 'section', parentId, on: '2019-03-01' })).unitId])
      await foundUnit(tx, { name: '意识形态工作领导小组', type: 'group', parentId, foundingDocument: '云交党〔2024〕3号', on: '2024-01-08' })
    }
    return Object.fromEntries(founded) as Record<Section, string>
  })
}

function daysOf(records: DemoRecord[]): { enteredOn: string; records: DemoRecord[] }[] {
  const days: { enteredOn: string; records: DemoRecord[] }[] = []
  for (const record of records) {
    const last = days.at(-1)
    if (last?.enteredOn === record.enteredOn) last.records.push(record)
    else days.push({ enteredOn: record.enteredOn, records: [record] })
  }
  return days
}
