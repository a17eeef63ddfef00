import type { Reader } from '../../platform/database/database.ts'
import { FOREVER } from '../../platform/database/known.ts'
import { idOf, type LoggedEvent } from '../../platform/events/logged-event.ts'
import type { Break, Projection } from '../../platform/events/verify.ts'
import { hashOfFiles } from './pack-files.ts'
import type {} from './tables.ts'

interface Adoption {
  pack: string
  from: number
  to: number
  version: string
  /** Of the texts, so that a rule changed in the table is found. */
  sha256: string
  by: string
  at: string
}

/** Replays which packs came into force against the table: a rule exchanged there would judge records otherwise. */
export function packsProjection(): Projection {
  const adoptions: Adoption[] = []
  const inForce = new Map<string, Adoption>()
  return {
    check: async (_db, events) => {
      for (const event of events) {
        if (event.envelope.type !== 'pack.adopted') continue
        const adoption = adoptionOf(event)
        const before = inForce.get(adoption.pack)
        if (before !== undefined) before.to = adoption.from
        inForce.set(adoption.pack, adoption)
        adoptions.push(adoption)
      }
      return null
    },
    finish: async (db) => firstDifference(adoptions, await storedAdoptions(db)),
  }
}

function adoptionOf(event: LoggedEvent): Adoption {
  const { version, sha256 } = event.envelope.content as { version: string; sha256: string }
  const { actor: by, recordedAt: at } = event.envelope
  return { pack: idOf(event, 'pack') ?? '', from: event.position, to: FOREVER, version, sha256, by, at }
}

async function storedAdoptions(db: Reader): Promise<Adoption[]> {
  const rows = await db.selectFrom('pack_versions').selectAll().where('tenant_id', '=', db.tenantId).orderBy('known_from').execute()
  return rows.map((row) => ({
    pack: row.pack, from: row.known_from, to: row.known_to, version: row.version,
    sha256: hashOfFiles(new Map(Object.entries(JSON.parse(row.files) as Record<string, string>))),
    by: row.adopted_by, at: row.adopted_at.toISOString(),
  }))
}

function firstDifference(expected: Adoption[], stored: Adoption[]): Break | null {
  for (let n = 0; n < Math.max(expected.length, stored.length); n += 1) {
    const [said, kept] = [expected[n], stored[n]]
    if (JSON.stringify(said) === JSON.stringify(kept)) continue
    const position = said?.from ?? 1
    return { position, code: 'projection-differs', reason: `位置 ${position}：启用的制度包“${said?.pack ?? kept?.pack ?? ''}”与日志重放的结果不一致` }
  }
  return null
}
