import { describe, expect, it } from 'vitest'
import { GENESIS, chainHash, chainHashes } from './chain.ts'
import { sha256 } from './envelope.ts'

describe('chainHashes', () => {
  it('chains a run of events as they are chained one by one', async () => {
    const payloadHashes = Array.from({ length: 20_005 }, (_, n) => sha256(Buffer.from(String(n))))
    let previous: Buffer = GENESIS
    const single = payloadHashes.map((payloadHash, n) => (previous = chainHash(previous, 2 ** 40 + n + 1, payloadHash)))
    const hashes = await chainHashes({ position: 2 ** 40, hash: GENESIS }, Buffer.concat(payloadHashes))
    expect(hashes.equals(Buffer.concat(single))).toBe(true)
  })
})
