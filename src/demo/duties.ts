import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { linkRecords } from '../modules/duties/actions/link.ts'
import { adoptDuties } from '../modules/duties/actions/adoption.ts'
import { runDispatch } from '../modules/duties/dispatch/run.ts'
import { lastProposedDay, meets } from '../modules/duties/fits.ts'
import type { Catalogue } from '../modules/packs/schema/pack.ts'
import { attachEvidence } from '../modules/records/evidence/actions.ts'
import type { Database, Reader } from '../platform/database/database.ts'
import { knownAt } from '../platform/database/known.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import type { DemoRecord } from './bureau.ts'
import { chanceOf } from './random.ts'

const PACK = 'ideology-duty'
const FROM = '2025-01-02'

export interface Entered {
  recordId: string
  record: DemoRecord
}

interface OpenTask {
  taskId: string
  version: number
  duty: string
  periodFrom: string
  periodTo: string
  lastDay: string
  missing: number
}

/**
 * What the office of the demonstration does about its duties day by day: takes them on in 2025, dispatches the next year
 * in December, and links what was recorded, with one proof each. Now and then it forgets, so some tasks are late.
 */
export class DemoDuties {
  readonly #chance = chanceOf(4)
  readonly #given: { database: Database; tenantId: number; catalogue: Catalogue; files: FileStore; unitId: string }
  #dispatchedFor = ''
  #open: OpenTask[] = []

  constructor(given: { database: Database; tenantId: number; catalogue: Catalogue; files: FileStore; unitId: string }) {
    this.#given = given
  }

  /** Does a day's work, after its records were entered. */
  async on(day: string, entered: Entered[]): Promise<void> {
    if (day < FROM) return
    await this.#dispatch(day)
    for (const { recordId, record } of entered) {
      // Of a duty it stands for the earliest period that is open.
      const fitting = this.#open.filter((task) => this.#fits(task, record))
      const tasks = fitting.filter((task) => fitting.find(({ duty }) => duty === task.duty) === task)
      if (tasks.length > 0 && this.#chance.happens(0.85)) await this.#link(recordId, record, tasks)
    }
  }

  /** Once for each year that tasks are dispatched for. */
  async #dispatch(today: string): Promise<void> {
    const { database, tenantId, catalogue, unitId } = this.#given
    const year = today.slice(5, 7) === '12' ? `${Number(today.slice(0, 4)) + 1}` : today.slice(0, 4)
    if (year === this.#dispatchedFor) return
    this.#dispatchedFor = year
    const who = { tenantId, actor: '系统管理员' }
    const isTakenOn = await database.read(tenantId, takenOn)
    if (!isTakenOn) await database.write(who, (tx) => adoptDuties(tx, catalogue, { pack: PACK, unitId, fromOn: '2025-01-01' }))
    await runDispatch(database, who, { catalogue, today })
    this.#open = await database.read(tenantId, openTasks)
  }

  #fits({ duty, periodFrom, periodTo, lastDay, missing }: OpenTask, { kind, fields }: DemoRecord): boolean {
    const satisfied = this.#given.catalogue.duties.get(duty)?.satisfied
    const date = String(fields['date'])
    // A report on a period follows it.
    const earliest = kind === 'duty-report' ? periodTo : periodFrom
    return satisfied !== undefined && missing > 0 && kind === satisfied.kind && meets(satisfied.where, fields) && date >= earliest && date <= lastDay
  }

  async #link(recordId: string, record: DemoRecord, tasks: OpenTask[]): Promise<void> {
    const { database, tenantId, catalogue, files } = this.#given
    const name = `${String(record.fields['title'] ?? '记录').slice(0, 40)}（纪要）.txt`
    const stored = await files.put(Readable.from([Buffer.from(`演示佐证（虚构）\n${name}\n${String(record.fields['date'])}\n`)]), 10_000)
    const who = { tenantId, actor: '经办人' }
    const proof = { recordId, name, sha256: stored.sha256, bytes: stored.bytes, mediaType: 'text/plain' as const, standsFor: String(record.fields['date']) }
    await database.write(who, (tx) => attachEvidence(tx, proof))
    const principal = { name: '经办人', tenantId, accountId: null, grants: [{ role: 'clerk', unitId: null }] }
    await database.write(who, async (tx) => {
      for (const task of tasks) {
        await linkRecords(tx, principal, catalogue, { taskId: task.taskId, expectedVersion: task.version, recordIds: [recordId] })
        task.version += 1
        task.missing -= 1
      }
    })
  }
}

async function takenOn(db: Reader): Promise<boolean> {
  return (await db.selectFrom('duty_adoptions').select('pack').where('tenant_id', '=', db.tenantId).where('pack', '=', PACK).executeTakeFirst()) !== undefined
}

async function openTasks(db: Reader): Promise<OpenTask[]> {
  const rows = await db
    .selectFrom('task_versions as t')
    .select(['t.task_id', 't.version', 't.duty', 't.period_from', 't.period_to', 't.due_on', 't.needed'])
    .select((eb) => eb.selectFrom('task_links as l').select(sql<number>`count(*)::int`.as('n')).whereRef('l.tenant_id', '=', 't.tenant_id').whereRef('l.task_id', '=', 't.task_id').as('linked'))
    .where('t.tenant_id', '=', db.tenantId)
    .where(knownAt(undefined, 't'))
    .where('t.withdrawn', '=', false)
    .orderBy('t.period_from')
    .execute()
  return rows.map((row) => ({ taskId: row.task_id, version: row.version, duty: row.duty, periodFrom: row.period_from, periodTo: row.period_to, lastDay: lastProposedDay({ periodTo: row.period_to, dueOn: row.due_on }), missing: row.needed - (row.linked ?? 0) }))
}
