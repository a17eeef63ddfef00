import type { Projection } from '../../platform/events/verify.ts'
import { columnMap } from './columns.ts'

interface Adopted {
  kind: string
  fields: Record<string, { columns: string[]; digits: number }>
}

/** Replays the allocation of columns: a field whose column was switched would change every figure. */
export function columnsProjection(): Projection {
  const replayed = new Map<string, Map<string, string>>()
  let last = 1
  return {
    check: async (_db, events) => {
      for (const { position, envelope } of events) {
        if (envelope.type !== 'kind.adopted') continue
        const { kind, fields } = envelope.content as Adopted
        const places = replayed.get(kind) ?? new Map<string, string>()
        for (const [field, { columns, digits }] of Object.entries(fields)) places.set(field, placeText(columns, digits))
        replayed.set(kind, places)
        last = position
      }
      return null
    },
    finish: async (db) => {
      const kinds = await db
        .selectFrom('field_columns')
        .select('kind')
        .distinct()
        .where('tenant_id', '=', db.tenantId)
        .execute()
      for (const kind of new Set([...replayed.keys(), ...kinds.map((row) => row.kind)])) {
        const stored = await columnMap(db, kind)
        const expected = replayed.get(kind) ?? new Map<string, string>()
        const same =
          stored.size === expected.size &&
          [...stored].every(([field, { columns, digits }]) => expected.get(field) === placeText(columns, digits))
        if (!same) return { position: last, code: 'projection-differs', reason: `台账“${kind}”的字段与列的对应与日志不一致` }
      }
      return null
    },
  }
}

function placeText(columns: string[], digits: number): string {
  return `${columns.join(',')}:${digits}`
}
