import { z } from 'zod'
import { endpoint } from '../contract/endpoint.ts'
import { JobView } from '../jobs/contract.ts'

export const Checkpoint = z.object({ position: z.number().int(), hash: z.string() })

export const readStatus = endpoint({
  name: 'log.status',
  method: 'GET',
  path: '/api/status',
  permission: 'status:read',
  summary: 'What this server is, and the head of its log.',
  reply: z.object({ version: z.string(), demo: z.boolean(), tenant: z.string(), checkpoint: Checkpoint }),
})

export const Verification = z.object({
  sound: z.boolean(),
  events: z.number().int(),
  versions: z.number().int(),
  checkpoint: Checkpoint,
  broken: z.object({ position: z.number().int().nullable(), reason: z.string() }).nullable(),
})

export const verifyLog = endpoint({
  name: 'log.verify',
  method: 'POST',
  path: '/api/log/verify',
  permission: 'log:verify',
  summary: 'Recompute the chain and replay every event; names the first broken position.',
  reply: Verification,
})

const Anchor = z.strictObject({ position: z.number().int().positive(), hash: z.string().regex(/^[0-9a-f]{64}$/, '应为 64 位十六进制校验值') })

export const startVerification = endpoint({
  name: 'log.start-verification',
  method: 'POST',
  path: '/api/log/verification',
  permission: 'log:verify',
  summary: 'The same as a background job, whose result is the verification; an anchor that one holds is checked too.',
  body: z.strictObject({ anchor: Anchor.nullable().default(null) }),
  reply: JobView,
})

const filters = {
  /** Event types, separated by commas. */
  types: z.string().max(1000).regex(/^[a-z.,-]+$/).optional(),
  /** Whom it happened to: 'record:<id>', 'unit:<id>', 'tenant'. */
  subject: z.string().max(120).optional(),
  actor: z.string().max(120).optional(),
  /** Recorded from this moment on, and before that. */
  from: z.iso.datetime().optional(),
  before: z.iso.datetime().optional(),
}

export const EventView = z.object({
  position: z.number().int(),
  type: z.string(),
  subject: z.string(),
  actor: z.string(),
  recordedAt: z.string(),
  pack: z.string().nullable(),
  /** What the event says; null where it is too long for a list. */
  content: z.record(z.string(), z.unknown()).nullable(),
})

export const listEvents = endpoint({
  name: 'log.list',
  method: 'GET',
  path: '/api/log/events',
  permission: 'log:read',
  summary: 'What happened, newest first. A page may hold fewer than asked for, and none, where few of many fit; `next` goes on.',
  noted: 'read',
  query: z.strictObject({
    ...filters,
    /** Goes on below this position. */
    below: z.coerce.number().int().positive().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    events: z.array(EventView),
    /** Passed as `below` for what is older; null at the beginning of the log. */
    next: z.number().int().nullable(),
    checkpoint: Checkpoint,
  }),
})

export const readEvent = endpoint({
  name: 'log.read',
  method: 'GET',
  path: '/api/log/events/:position',
  permission: 'log:read',
  summary: 'One event, letter by letter as it was hashed, with its place in the chain.',
  noted: 'read',
  params: z.strictObject({ position: z.coerce.number().int().positive() }),
  reply: EventView.omit({ content: true }).extend({ payload: z.string(), payloadHash: z.string(), previousHash: z.string(), hash: z.string() }),
})

export const exportEvents = endpoint({
  name: 'log.export',
  method: 'GET',
  path: '/api/log/events.csv',
  permission: 'log:read',
  summary: 'The events that fit as a table for a spreadsheet, newest first, 100,000 at most.',
  noted: 'export',
  query: z.strictObject(filters),
  reply: 'bytes',
})

export const logEndpoints = [readStatus, verifyLog, startVerification, listEvents, readEvent, exportEvents]
