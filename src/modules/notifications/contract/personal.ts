import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'

export const Choices = z.strictObject({
  address: z.union([z.literal(''), z.email().max(254)]),
  /** The hour of Beijing at which the digest is sent; null sends none. */
  digestHour: z.number().int().min(0).max(23).nullable(),
  /** A mail at once when something waits for one's approval or was returned. */
  notices: z.boolean(),
})

const Line = z.object({ title: z.string(), unit: z.string(), dueOn: z.string(), lateDays: z.number().int() })

export const Digest = z.object({
  on: z.string(),
  late: z.array(Line),
  due: z.array(Line),
  approvals: z.array(Line),
  /** Open tasks of posts that were taken over since the day before. */
  handedOver: z.array(Line),
  /** How many there are of each where not all are listed. */
  counts: z.object({ late: z.number().int(), due: z.number().int(), approvals: z.number().int(), handedOver: z.number().int() }),
})
export type Digest = z.output<typeof Digest>

const Feed = z.object({ feedId: z.uuid(), unit: z.string().nullable(), createdAt: z.string(), revokedAt: z.string().nullable() })

export const readOwn = endpoint({
  name: 'notifications.own', method: 'GET', path: '/api/notifications/own', permission: 'signed-in',
  summary: 'What one is told and how, today’s digest, and one’s calendar addresses.',
  reply: z.object({ choices: Choices, mailWorks: z.boolean(), digest: Digest, feeds: z.array(Feed) }),
})

export const chooseOwn = endpoint({
  name: 'notifications.choose', method: 'POST', path: '/api/notifications/own', permission: 'signed-in',
  summary: 'Choose what one is told, where and when.', body: Choices, reply: z.object({}),
})

export const addFeed = endpoint({
  name: 'notifications.add-feed', method: 'POST', path: '/api/notifications/feeds', permission: 'signed-in',
  summary: 'Make a secret address of a calendar of one’s own duties or of a unit; the address is told only now.',
  body: z.strictObject({ unitId: z.uuid().nullable() }), reply: z.object({ feedId: z.uuid(), path: z.string() }),
})

export const revokeFeed = endpoint({
  name: 'notifications.revoke-feed', method: 'POST', path: '/api/notifications/feeds/:feedId/revoke', permission: 'signed-in',
  summary: 'Make a calendar address of one’s own useless, for good.',
  params: z.strictObject({ feedId: z.uuid() }), reply: z.object({}),
})

export const readFeed = endpoint({
  name: 'notifications.feed', method: 'GET', path: '/calendar/:file', permission: 'anyone',
  summary: 'A calendar (iCalendar) at its secret address, for calendar programs that cannot sign in.',
  params: z.strictObject({ file: z.string().max(100) }), reply: 'bytes',
})
