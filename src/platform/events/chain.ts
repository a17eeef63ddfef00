import { hash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { sha256 } from './envelope.ts'

/** What the first event of a chain follows. */
export const GENESIS = Buffer.alloc(32)

/** hash = SHA-256(previous ‖ position as 8 bytes, big-endian ‖ SHA-256(payload)); the same as `chain_step` in SQL. */
export function chainHash(previous: Buffer, position: number, payloadHash: Buffer): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(BigInt(position))
  return sha256(previous, bytes, payloadHash)
}

export const HASH_BYTES = 32

// Some tens of milliseconds of hashing; between them others get their turn.
const STRETCH = 20_000

/** The hashes of a run of events that follows `head`, 32 bytes each, as their payload hashes are given. */
export async function chainHashes(head: { position: number; hash: Buffer }, payloadHashes: Buffer): Promise<Buffer> {
  const count = payloadHashes.length / HASH_BYTES
  const hashes = Buffer.allocUnsafe(payloadHashes.length)
  const step = Buffer.allocUnsafe(HASH_BYTES + 8 + HASH_BYTES)
  head.hash.copy(step)
  for (let n = 0; n < count; n += 1) {
    if (n % STRETCH === STRETCH - 1) await turn()
    step.writeBigInt64BE(BigInt(head.position + n + 1), HASH_BYTES)
    step.set(payloadHashes.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES), HASH_BYTES + 8)
    const next = hash('sha256', step, 'buffer')
    step.set(next)
    hashes.set(next, n * HASH_BYTES)
  }
  return hashes
}

/** A point of a tenant's log: whoever keeps it can tell later whether anything before it was changed. */
export interface Checkpoint {
  position: number
  /** Hexadecimal SHA-256. */
  hash: string
}
