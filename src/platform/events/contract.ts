import { z } from 'zod'
import { endpoint } from '../contract/endpoint.ts'

export const Checkpoint = z.object({ position: z.number().int(), hash: z.string() })

export const readStatus = endpoint({
  name: 'log.status',
  method: 'GET',
  path: '/api/status',
  permission: 'status:read',
  summary: 'What this server is, and the head of its log.',
  reply: z.object({ version: z.string(), demo: z.boolean(), tenant: z.string(), checkpoint: Checkpoint }),
})

export const verifyLog = endpoint({
  name: 'log.verify',
  method: 'POST',
  path: '/api/log/verify',
  permission: 'log:verify',
  summary: 'Recompute the chain and replay every event; names the first broken position.',
  reply: z.object({
    sound: z.boolean(),
    events: z.number().int(),
    versions: z.number().int(),
    checkpoint: Checkpoint,
    broken: z.object({ position: z.number().int().nullable(), reason: z.string() }).nullable(),
  }),
})

export const logEndpoints = [readStatus, verifyLog]
