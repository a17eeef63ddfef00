import type { Reader } from '../../platform/database/database.ts'
import { idOf, type LoggedEvent } from '../../platform/events/logged-event.ts'
import type { Break, Projection } from '../../platform/events/verify.ts'
import type {} from './tables.ts'

/** Replays what was imported against the table of batches, by which a file is known that was imported before. */
export function batchesProjection(): Projection {
  const said = new Map<string, { position: number; text: string }>()
  return {
    check: async (_db, events) => {
      for (const event of events) {
        if (event.envelope.type === 'import.recorded') said.set(idOf(event, 'import') ?? '', { position: event.position, text: textOf(event) })
      }
      return null
    },
    finish: async (db) => {
      const kept = await storedBatches(db)
      for (const batchId of new Set([...said.keys(), ...kept.keys()])) {
        if (said.get(batchId)?.text !== kept.get(batchId)) return differs(said.get(batchId)?.position ?? 1)
      }
      return null
    },
  }
}

function textOf({ position, envelope }: LoggedEvent): string {
  const { name, sha256, records } = envelope.content as { name: string; sha256: string; records: number }
  return JSON.stringify([position, name, sha256, records, envelope.actor, envelope.recordedAt])
}

async function storedBatches(db: Reader): Promise<Map<string, string>> {
  const rows = await db.selectFrom('import_batches').selectAll().where('tenant_id', '=', db.tenantId).execute()
  return new Map(
    rows.map((row) => [
      row.batch_id,
      JSON.stringify([row.position, row.file_name, row.file_sha256, row.records, row.recorded_by, row.recorded_at.toISOString()]),
    ]),
  )
}

function differs(position: number): Break {
  return { position, code: 'projection-differs', reason: `位置 ${position}：导入批次与日志重放的结果不一致` }
}
