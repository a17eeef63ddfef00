import type { Generated } from 'kysely'

/** One adopted version of a pack; `files` is the JSON of its texts by path. */
export interface PackVersions {
  tenant_id: number
  pack: string
  known_from: number
  known_to: Generated<number>
  version: string
  sha256: string
  files: string
  adopted_by: string
  adopted_at: Date
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    pack_versions: PackVersions
  }
}
