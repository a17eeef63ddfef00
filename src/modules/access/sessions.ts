import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Reader, Tx } from '../../platform/database/database.ts'
import type {} from './tables.ts'

export const idleHours = 12
export const longestDays = 7

/** A session is noted as used at most this often, so that reading pages writes little. */
const touchEveryMs = 60_000

export interface StartedSession {
  secret: string
  expiresAt: Date
}

/** Starts a session with a secret of its own; the one this browser had before ends. Long ended ones are forgotten. */
export async function startSession(tx: Tx, start: { accountId: string; address: string; replaced: string | undefined }): Promise<StartedSession> {
  if (start.replaced !== undefined) await endSession(tx, start.replaced)
  await tx.deleteFrom('sessions').where('tenant_id', '=', tx.tenantId).where('expires_at', '<', tx.recordedAt).execute()
  const secret = randomBytes(32).toString('base64url')
  const expiresAt = new Date(tx.recordedAt.getTime() + longestDays * 24 * 3_600_000)
  await tx
    .insertInto('sessions')
    .values({
      tenant_id: tx.tenantId,
      session_id: randomUUID(),
      account_id: start.accountId,
      secret_hash: hashSecret(secret),
      address: start.address,
      started_at: tx.recordedAt,
      last_seen_at: tx.recordedAt,
      expires_at: expiresAt,
    })
    .execute()
  await tx.updateTable('accounts').set({ last_sign_in_at: tx.recordedAt }).where('tenant_id', '=', tx.tenantId).where('account_id', '=', start.accountId).execute()
  return { secret, expiresAt }
}

export async function endSession(tx: Tx, secret: string): Promise<void> {
  await tx.deleteFrom('sessions').where('tenant_id', '=', tx.tenantId).where('secret_hash', '=', hashSecret(secret)).execute()
}

/** Ends all sessions of an account, but for the one whose secret is kept; answers how many. */
export async function endSessionsOf(tx: Tx, accountId: string, kept?: string): Promise<number> {
  let ending = tx.deleteFrom('sessions').where('tenant_id', '=', tx.tenantId).where('account_id', '=', accountId)
  if (kept !== undefined) ending = ending.where('secret_hash', '!=', hashSecret(kept))
  return Number((await ending.executeTakeFirst()).numDeletedRows)
}

/** Ends one session of an account by its id, as it stands in the list of sessions. */
export async function endSessionById(tx: Tx, accountId: string, sessionId: string): Promise<void> {
  await tx.deleteFrom('sessions').where('tenant_id', '=', tx.tenantId).where('account_id', '=', accountId).where('session_id', '=', sessionId).execute()
}

export interface FoundSession {
  accountId: string
  login: string
  closed: boolean
  expired: boolean
  mustChangePassword: boolean
  /** Whether it is time to note that the session is used. */
  stale: boolean
}

/** The session of a secret, even one that has expired or whose account is closed; null when there is none. */
export async function findSession(db: Reader, secret: string, now: Date): Promise<FoundSession | null> {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('accounts', (join) => join.onRef('accounts.tenant_id', '=', 'sessions.tenant_id').onRef('accounts.account_id', '=', 'sessions.account_id'))
    .select(['accounts.account_id', 'login', 'closed_at', 'must_change_password', 'last_seen_at', 'expires_at'])
    .where('sessions.tenant_id', '=', db.tenantId)
    .where('secret_hash', '=', hashSecret(secret))
    .executeTakeFirst()
  if (row === undefined) return null
  const idleMs = now.getTime() - row.last_seen_at.getTime()
  return {
    accountId: row.account_id,
    login: row.login,
    closed: row.closed_at !== null,
    expired: row.expires_at <= now || idleMs >= idleHours * 3_600_000,
    mustChangePassword: row.must_change_password,
    stale: idleMs >= touchEveryMs,
  }
}

export async function touchSession(tx: Tx, secret: string): Promise<void> {
  await tx.updateTable('sessions').set({ last_seen_at: tx.recordedAt }).where('tenant_id', '=', tx.tenantId).where('secret_hash', '=', hashSecret(secret)).execute()
}

/** The sessions of an account that are still good, the latest used first. */
export async function sessionsOf(db: Reader, accountId: string, { now, secret }: { now: Date; secret: string | undefined }) {
  const rows = await db
    .selectFrom('sessions')
    .select(['session_id', 'secret_hash', 'address', 'started_at', 'last_seen_at', 'expires_at'])
    .where('tenant_id', '=', db.tenantId)
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', new Date(now.getTime() - idleHours * 3_600_000))
    .orderBy('last_seen_at', 'desc')
    .limit(100)
    .execute()
  const own = secret === undefined ? null : hashSecret(secret)
  return rows.map((row) => ({
    sessionId: row.session_id,
    address: row.address,
    startedAt: row.started_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    present: own !== null && row.secret_hash.equals(own),
  }))
}

/** A secret of 256 random bits needs no salt and no slow hash. */
function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
