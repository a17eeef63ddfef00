import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'

export const channelKinds = ['mail', 'wecom', 'dingtalk', 'feishu'] as const
export type ChannelKind = (typeof channelKinds)[number]

const Name = z.string().trim().min(1).max(60)
const Host = z.string().trim().toLowerCase().min(1).max(253).regex(/^[a-z0-9.:-]+$/, '应为主机名或 IP 地址')
const Hour = z.number().int().min(0).max(23)

export const MailSettings = z.strictObject({
  host: Host,
  port: z.number().int().min(1).max(65_535),
  /** `tls` from the first byte, `starttls` demanded after greeting, `none` for a server inside the house. */
  security: z.enum(['tls', 'starttls', 'none']),
  user: z.string().max(200),
  from: z.email().max(254),
})
export type MailSettings = z.output<typeof MailSettings>

export const RobotSettings = z.strictObject({ every: z.enum(['day', 'week']), hour: Hour })
export type RobotSettings = z.output<typeof RobotSettings>

/** Secrets are only ever taken in; null keeps what is there. */
const Secret = z.string().max(500).nullable()
const Mail = z.strictObject({ kind: z.literal('mail'), name: Name, settings: MailSettings, password: Secret })
const Robot = z.strictObject({
  kind: z.enum(['wecom', 'dingtalk', 'feishu']), name: Name, unitId: z.uuid(), settings: RobotSettings,
  url: z.url({ protocol: /^https?$/ }).max(1000).nullable(), signingSecret: Secret,
})
const Channel = z.discriminatedUnion('kind', [Mail, Robot])
export type ChannelOrder = z.output<typeof Channel>

export const ChannelView = z.object({
  channelId: z.uuid(),
  kind: z.enum(channelKinds),
  name: z.string(),
  unitId: z.uuid().nullable(),
  unit: z.string(),
  mail: MailSettings.nullable(),
  robot: RobotSettings.nullable(),
  /** Whether a secret is kept; what it is, nobody is told. */
  hasSecret: z.boolean(),
  on: z.boolean(),
  version: z.number().int(),
  changedBy: z.string(),
  changedAt: z.string(),
  lastSentAt: z.string().nullable(),
  lastError: z.string().nullable(),
  failingSince: z.string().nullable(),
  nextTryAt: z.string().nullable(),
  waiting: z.number().int(),
})
export type ChannelView = z.output<typeof ChannelView>

const OutgoingRules = z.strictObject({
  publicUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(300)]),
  /** Host names, addresses and networks (10.0.0.0/8) inside the house that may be reached. */
  allowed: z.array(z.string().trim().toLowerCase().min(1).max(253)).max(50),
})

const OfChannel = z.strictObject({ channelId: z.uuid() })
const manage = 'notifications:manage'

export const listChannels = endpoint({
  name: 'notifications.channels', method: 'GET', path: '/api/notifications/channels', permission: manage,
  summary: 'The ways out of the program, how each stands, and where outgoing requests may go.',
  reply: z.object({ channels: z.array(ChannelView), outgoing: OutgoingRules }),
})

export const addChannel = endpoint({
  name: 'notifications.add-channel', method: 'POST', path: '/api/notifications/channels', permission: manage,
  summary: 'Add the mail server or a group robot; secrets are sealed and never shown again.',
  body: z.strictObject({ channel: Channel }), reply: z.object({ channelId: z.uuid() }),
})

export const changeChannel = endpoint({
  name: 'notifications.change-channel', method: 'POST', path: '/api/notifications/channels/:channelId', permission: manage,
  summary: 'Change a channel; a secret that is null stays as it is.',
  params: OfChannel, body: z.strictObject({ version: z.number().int(), channel: Channel }), reply: z.object({}),
})

export const switchChannel = endpoint({
  name: 'notifications.switch-channel', method: 'POST', path: '/api/notifications/channels/:channelId/switch', permission: manage,
  summary: 'Switch a channel on or off.', params: OfChannel, body: z.strictObject({ on: z.boolean() }), reply: z.object({}),
})

export const removeChannel = endpoint({
  name: 'notifications.remove-channel', method: 'POST', path: '/api/notifications/channels/:channelId/remove', permission: manage,
  summary: 'Remove a channel and forget its secrets; what was sent through it stays listed.', params: OfChannel, reply: z.object({}),
})

export const testChannel = endpoint({
  name: 'notifications.test-channel', method: 'POST', path: '/api/notifications/channels/:channelId/test', permission: manage,
  summary: 'Send a test through a channel now, and say how it went.', params: OfChannel,
  body: z.strictObject({ recipient: z.email().max(254).nullable().default(null) }),
  reply: z.object({ state: z.enum(['waiting', 'sending', 'sent', 'failed', 'unknown']), error: z.string().nullable() }),
})

export const setOutgoing = endpoint({
  name: 'notifications.set-outgoing', method: 'POST', path: '/api/notifications/outgoing', permission: manage,
  summary: 'Say which addresses inside the house may be reached, and under which address people reach the program.',
  body: OutgoingRules, reply: z.object({}),
})
