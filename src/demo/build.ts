import type { Database } from '../platform/database/database.ts'
import { foundUnit } from '../modules/org/actions.ts'
import type { Catalogue } from '../modules/packs/schema/pack.ts'
import { enterRecord } from '../modules/records/actions.ts'
import { adoptCatalogue } from '../modules/records/adopt.ts'
import { bureau, type DemoRecord, type Section } from './bureau.ts'
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

/** Founds the bureau and enters its records, each on the day somebody did, through the same verbs as a person. */
export async function buildDemo(database: Database, tenantId: number, catalogue: Catalogue, clock: ReplayClock, tell: (line: string) => void): Promise<number> {
  clock.set(new Date(`${bureau.from}T01:00:00Z`))
  const units = await database.write({ tenantId, actor: '系统管理员' }, async (tx) => {
    await adoptCatalogue(tx, catalogue)
    const root = await foundUnit(tx, { name: bureau.unit, type: 'body', on: '2019-03-01' })
    return { root: root.unitId }
  })
  const sections = await foundSections(database, tenantId, units.root)
  const records = demoRecords()
  let entered = 0
  for (const day of daysOf(records)) {
    clock.set(new Date(`${day.enteredOn}T08:30:00Z`))
    await database.write({ tenantId, actor: '经办人' }, async (tx) => {
      for (const record of day.records) {
        await enterRecord(tx, catalogue, { kind: record.kind, unitId: sections[record.section], fields: record.fields })
      }
    })
    entered += day.records.length
    tell(`正在建立演示台账：${entered}/${records.length} 条（${day.enteredOn}）`)
  }
  clock.set(null)
  return entered
}

async function foundSections(database: Database, tenantId: number, parentId: string): Promise<Record<Section, string>> {
  return database.write({ tenantId, actor: '系统管理员' }, async (tx) => {
    const founded: [string, string][] = []
    for (const name of bureau.sections) founded.push([name, (await foundUnit(tx, { name, type: 'section', parentId, on: '2019-03-01' })).unitId])
    await foundUnit(tx, { name: '意识形态工作领导小组', type: 'group', parentId, foundingDocument: '云交党〔2024〕3号', on: '2024-01-08' })
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
