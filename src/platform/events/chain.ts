import { sha256 } from './envelope.ts'

/** What the first event of a chain follows. */
export const GENESIS = Buffer.alloc(32)

/** hash = SHA-256(previous ‖ position as 8 bytes, big-endian ‖ SHA-256(payload)); the same as `chain_step` in SQL. */
export function chainHash(previous: Buffer, position: number, payloadHash: Buffer): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(BigInt(position))
  return sha256(previous, bytes, payloadHash)
}

/** A point of a tenant's log: whoever keeps it can tell later whether anything before it was changed. */
export interface Checkpoint {
  position: number
  /** Hexadecimal SHA-256. */
  hash: string
}
