import type { Generated } from 'kysely'
import type { ChannelKind } from './contract/channels.ts'

export interface NotificationChannels {
  tenant_id: number
  channel_id: string
  kind: ChannelKind
  name: string
  /** Whose duties a robot tells of; null for mail. */
  unit_id: string | null
  /** JSON without secrets: `MailSettings` or `RobotSettings`. */
  settings: string
  sealed: Buffer | null
  switched_on: Generated<boolean>
  version: number
  changed_by: string
  changed_at: Date
  removed_at: Date | null
  last_sent_at: Date | null
  last_error: string | null
  failing_since: Date | null
}

export interface OutgoingRules {
  tenant_id: number
  public_url: Generated<string>
  /** Hosts, addresses and networks inside the house that may be reached. */
  allowed: Generated<string[]>
}

export interface Outbox {
  tenant_id: number
  channel_id: string
  subject: string
  kind: 'digest' | 'notice' | 'group' | 'test'
  /** A mail address; null for robots. */
  recipient: string | null
  title: string
  content: string
  state: 'waiting' | 'sending' | 'sent' | 'failed' | 'unknown'
  attempts: Generated<number>
  created_at: Date
  next_try_at: Date
  ended_at: Date | null
  error: string | null
}

export interface NotificationChoices {
  tenant_id: number
  account_id: string
  address: string
  digest_hour: number | null
  notices: boolean
  since: Date
}

export interface CalendarFeeds {
  tenant_id: number
  feed_id: string
  account_id: string
  /** Null: one's own duties. */
  unit_id: string | null
  secret_hash: Buffer
  created_at: Date
  revoked_at: Date | null
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    notification_channels: NotificationChannels
    outgoing_rules: OutgoingRules
    outbox: Outbox
    notification_choices: NotificationChoices
    calendar_feeds: CalendarFeeds
  }
}
