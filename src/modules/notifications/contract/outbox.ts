import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { channelKinds } from './channels.ts'

export const outboxStates = ['waiting', 'sending', 'sent', 'failed', 'unknown'] as const
export const outboxKinds = ['digest', 'notice', 'group', 'test'] as const

export const OutboxRow = z.object({
  key: z.string(),
  channel: z.string(),
  channelKind: z.enum(channelKinds),
  kind: z.enum(outboxKinds),
  title: z.string(),
  state: z.enum(outboxStates),
  attempts: z.number().int(),
  createdAt: z.string(),
  nextTryAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  error: z.string().nullable(),
})
export type OutboxRow = z.output<typeof OutboxRow>

export const listOutbox = endpoint({
  name: 'notifications.outbox', method: 'GET', path: '/api/notifications/outbox', permission: 'notifications:manage',
  summary: 'What was told or waits to be told, newest first; never to whom.',
  query: z.strictObject({
    words: z.string().max(100).optional(),
    state: z.enum(outboxStates).optional(),
    kind: z.enum(outboxKinds).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(1000).default(20),
  }),
  reply: z.object({ rows: z.array(OutboxRow), total: z.number().int() }),
})
