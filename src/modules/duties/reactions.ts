import { sql } from 'kysely'
import type { Database, Reader } from '../../platform/database/database.ts'
import { idOf, type LoggedEvent } from '../../platform/events/logged-event.ts'
import type { Reaction } from '../../platform/events/reactions.ts'
import { lastUnits } from '../records/list/units.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { linkReport } from './actions/link-report.ts'
import { recount } from './actions/recount.ts'
import { tasksWith } from './linked-facts.ts'
import { pathOf } from './dispatch/facts.ts'
import type { Dispatcher } from './dispatch/dispatcher.ts'

const PROGRAM = 'taizhang'

interface Surroundings {
  database: Database
  tenantId: number
  catalogue: () => Catalogue
  dispatcher: Dispatcher
}

export function dutyReactions(surroundings: Surroundings): Reaction[] {
  return [recountReaction(surroundings), reportReaction(surroundings), dispatchReaction(surroundings)]
}

/** A linked record that was corrected, voided or proven counts otherwise than before. */
function recountReaction({ database, tenantId, catalogue }: Surroundings): Reaction {
  return {
    name: 'duties.recount',
    types: ['record.corrected', 'record.voided', 'evidence.attached', 'evidence.detached'],
    handle: async (events) => {
      const recordIds = [...new Set(events.flatMap((event) => recordOf(event) ?? []))]
      const taskIds = await database.read(tenantId, (db) => tasksWith(db, recordIds))
      if (taskIds.length === 0) return
      await database.write({ tenantId, actor: PROGRAM }, (tx) => recount(tx, catalogue(), taskIds, '关联的记录或其佐证有变动'))
    },
  }
}

/** The issued report of a duty to report upward closes the task of its period. */
function reportReaction({ database, tenantId, catalogue }: Surroundings): Reaction {
  return {
    name: 'duties.report',
    types: ['report.issued'],
    handle: async (events) => {
      for (const event of events) {
        const reportId = idOf(event, 'report')
        if (reportId !== null) await database.write({ tenantId, actor: PROGRAM }, (tx) => linkReport(tx, catalogue(), reportId))
      }
    },
  }
}

/** A new pack or another tree of units owes other tasks; a record of some kinds makes a duty fall due. */
function dispatchReaction({ database, tenantId, catalogue, dispatcher }: Surroundings): Reaction {
  return {
    name: 'duties.dispatch',
    types: ['pack.adopted', 'unit.founded', 'unit.changed', 'unit.closed', 'record.entered', 'record.corrected', 'record.voided'],
    handle: async (events) => {
      if (!(await database.read(tenantId, hasAdoptions))) return
      const records = events.filter((event) => idOf(event, 'record') !== null)
      if (records.length < events.length) return void (await dispatcher.run(PROGRAM))
      const kinds = new Set([...catalogue().duties.values()].flatMap(({ cadence }) => (cadence.type === 'event' ? [cadence.kind] : [])))
      if (kinds.size === 0) return
      const units = await database.read(tenantId, (db) => unitsOfRecords(db, records.flatMap((event) => idOf(event, 'record') ?? []), [...kinds]))
      if (units.size > 0) await dispatcher.run(PROGRAM, { units })
    },
  }
}

function recordOf(event: LoggedEvent): string | null {
  return idOf(event, 'record') ?? (event.envelope.content as { recordId?: string }).recordId ?? null
}

async function hasAdoptions(db: Reader): Promise<boolean> {
  const row = await db.selectFrom('duty_adoptions').select('pack').where('tenant_id', '=', db.tenantId).limit(1).executeTakeFirst()
  return row !== undefined
}

/** The units of records of some kinds, and all above them: an event falls to the nearest that owes the duty. */
async function unitsOfRecords(db: Reader, recordIds: string[], kinds: string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('record_versions')
    .select('unit_id')
    .distinct()
    .where('tenant_id', '=', db.tenantId)
    .where(sql<boolean>`record_id = any(${recordIds}::uuid[])`)
    .where(sql<boolean>`kind = any(${kinds}::text[])`)
    .execute()
  if (rows.length === 0) return new Set()
  const units = await lastUnits(db)
  return new Set(rows.flatMap((row) => pathOf(units, row.unit_id)))
}
