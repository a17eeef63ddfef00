import { createHash, timingSafeEqual } from 'node:crypto'
import type { Database } from '../../platform/database/database.ts'
import { NotAllowed } from '../../platform/errors.ts'
import type { Access, Principal } from '../../platform/http/server.ts'
import { requirePermission } from './can.ts'
import { grantsOf } from './queries.ts'
import { findSession, touchSession } from './sessions.ts'

interface Options {
  database: Database
  tenantId: number
  /** Known only to who may read the data folder: whoever bears it is the administrator. */
  token: string
}

/** A principal that was recognised and may still do nothing but what needs no role, and why. */
interface Refused extends Principal {
  refusal: NotAllowed
}

/** Recognises who asks: the administrator by the token of the data folder, everybody else by the session of their browser. */
export function createAccess({ database, tenantId, token }: Options): Access {
  const owner: Principal = { name: 'administrator', tenantId, accountId: null, grants: [{ role: 'administrator', unitId: null }] }
  const stranger: Principal = { name: 'stranger', tenantId, accountId: null, grants: [] }
  const ended = (code: keyof typeof reasons): Refused => ({ ...stranger, refusal: new NotAllowed(code, reasons[code]) })

  async function ofSession(secret: string): Promise<Principal> {
    const now = database.clock.now()
    const found = await database.read(tenantId, async (db) => {
      const session = await findSession(db, secret, now)
      return session === null ? null : { ...session, grants: await grantsOf(db, session.accountId) }
    })
    if (found === null) return ended('session-ended')
    if (found.closed) return ended('account-closed')
    if (found.expired) return ended('session-expired')
    const { accountId, login, grants } = found
    if (found.stale) await database.write({ tenantId, actor: login, long: true }, (tx) => touchSession(tx, secret))
    const principal = { name: login, tenantId, accountId, grants }
    return found.mustChangePassword ? { ...principal, grants: [], refusal: new NotAllowed('must-change-password', reasons['must-change-password']) } as Refused : principal
  }

  return {
    async identify({ authorization, session }) {
      if (authorization !== undefined) return sameSecret(authorization, `Bearer ${token}`) ? owner : null
      return session === undefined || session === '' ? null : ofSession(session)
    },
    require(principal, permission) {
      if (permission === 'anyone') return principal ?? stranger
      const refusal = refusalOf(principal)
      if (refusal !== null && (permission !== 'signed-in' || principal?.accountId == null)) throw refusal
      return requirePermission(principal, permission)
    },
  }
}

/** Why someone who is recognised may do nothing that needs a role; null when nothing stands against it. */
export function refusalOf(principal: Principal | null): NotAllowed | null {
  return principal !== null && 'refusal' in principal ? (principal as Refused).refusal : null
}

const reasons = {
  'session-ended': '登录已失效，请重新登录。',
  'session-expired': '登录已过期，请重新登录；没有保存的内容还在。',
  'account-closed': '您的账户已停用，请联系管理员。',
  'must-change-password': '请先把一次性密码改成自己的密码。',
}

/** Compared by hash, so that neither length nor content leaks through time. */
function sameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
