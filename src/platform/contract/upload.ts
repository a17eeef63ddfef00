import { z } from 'zod'
import { readReply, type Transport } from './client.ts'

const Stored = z.object({ sha256: z.string(), bytes: z.number() })

/** Sends a file and answers the reference by which endpoints name it. */
export async function uploadFile(transport: Transport, name: string, bytes: Uint8Array): Promise<{ name: string; sha256: string }> {
  const reply = await readReply(await transport({ method: 'POST', path: '/api/files', bytes }))
  return { name, sha256: Stored.parse(await reply.json()).sha256 }
}
