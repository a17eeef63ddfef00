import type { Generated } from 'kysely'

export interface Tenants {
  tenant_id: Generated<number>
  name: string
  is_demo: Generated<boolean>
  created_at: Date
}

/** The last position of a tenant's chain and its hash. */
export interface Heads {
  tenant_id: number
  position: number
  hash: Buffer
}

/** An event; `payload` is the canonical JSON of the whole envelope, the typed columns are projections of it. */
export interface Events {
  tenant_id: number
  position: number
  type: string
  subject: string
  actor: string
  recorded_at: Date
  pack: string | null
  payload: Buffer
  payload_hash: Buffer
  hash: Buffer
}

export interface AccessEntries {
  tenant_id: number
  position: number
  payload: Buffer
  payload_hash: Buffer
  hash: Buffer
}

/** How far a reaction came in its tenant's log. */
export interface ReactionPositions {
  tenant_id: number
  name: string
  position: number
}

declare module '../database/tables.ts' {
  interface Tables {
    tenants: Tenants
    log_heads: Heads
    events: Events
    access_heads: Heads
    access_entries: AccessEntries
    reaction_positions: ReactionPositions
  }
}
