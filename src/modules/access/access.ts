import { createHash, timingSafeEqual } from 'node:crypto'
import type { Access, Principal } from '../../platform/http/server.ts'
import { requirePermission } from './can.ts'

interface Options {
  tenantId: number
  /** Known only to who may read the data folder: whoever bears it is the administrator. */
  token: string
  demo: boolean
}

/**
 * Recognises the administrator by the token of the data folder and, on a demonstration database only,
 * a visitor who comes from this very machine.
 */
export function createAccess({ tenantId, token, demo }: Options): Access {
  const owner: Principal = { name: 'administrator', tenantId, accountId: null, grants: [{ role: 'administrator', unitId: null }] }
  const stranger: Principal = { name: 'stranger', tenantId, accountId: null, grants: [] }
  const visitor: Principal = { name: 'visitor', tenantId, accountId: null, grants: [{ role: 'inspector', unitId: null }] }
  return {
    async identify({ authorization, address }) {
      if (authorization !== undefined && sameSecret(authorization, `Bearer ${token}`)) return owner
      return authorization === undefined && demo && isLoopback(address) ? visitor : null
    },
    require: (principal, permission) => requirePermission(principal ?? (permission === 'anyone' ? stranger : null), permission),
  }
}

/** Compared by hash, so that neither length nor content leaks through time. */
function sameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address)
}
