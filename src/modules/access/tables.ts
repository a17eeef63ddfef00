import type { Generated } from 'kysely'

export interface Accounts {
  tenant_id: number
  account_id: string
  login: string
  person_id: string | null
  opened_at: Date
  closed_at: Date | null
  known_from: number
  /** Null where nobody can sign in by a password. */
  password_hash: string | null
  must_change_password: Generated<boolean>
  last_sign_in_at: Date | null
}

export interface RoleGrants {
  tenant_id: number
  grant_id: string
  account_id: string
  role: string
  /** Null for the whole body. */
  unit_id: string | null
  granted_at: Date
  withdrawn_at: Date | null
  known_from: number
}

export interface Sessions {
  tenant_id: number
  session_id: string
  account_id: string
  secret_hash: Buffer
  address: string
  started_at: Date
  last_seen_at: Date
  expires_at: Date
}

export interface SignInFailures {
  tenant_id: number
  /** `login:<name as typed>` or `address:<address>`. */
  who: string
  failures: number
  last_failed_at: Date
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    accounts: Accounts
    role_grants: RoleGrants
    sessions: Sessions
    sign_in_failures: SignInFailures
  }
}
