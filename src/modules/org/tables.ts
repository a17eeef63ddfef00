import type { Generated } from 'kysely'

/** One dated slice of one version of a unit; `valid_to` is exclusive and 'infinity' while open. */
export interface UnitVersions {
  tenant_id: number
  unit_id: string
  version: number
  valid_from: string
  valid_to: Generated<string>
  known_from: number
  known_to: Generated<number>
  name: string
  type: string
  parent_id: string | null
  founding_document: string | null
}

export interface PersonKeys {
  tenant_id: number
  person_id: string
  key: Buffer
}

export interface Persons {
  tenant_id: number
  person_id: string
  name: string
  known_from: number
}

export interface PostVersions {
  tenant_id: number
  post_id: string
  version: number
  known_from: number
  known_to: Generated<number>
  unit_id: string
  person_id: string
  title: string
  /** `first`, `direct` or `dual`; null for a post that carries no such responsibility. */
  responsibility: string | null
  valid_from: string
  valid_to: Generated<string>
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    unit_versions: UnitVersions
    person_keys: PersonKeys
    persons: Persons
    post_versions: PostVersions
  }
}
