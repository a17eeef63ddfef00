import { createHash, randomUUID } from 'node:crypto'
import type { Database, Tx } from '../../platform/database/database.ts'
import { Invalid, TaizhangError } from '../../platform/errors.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import type { MailSettings } from './contract/channels.ts'
import { layDownDigests, layDownGroups } from './digest/lay-down.ts'
import { layDown, noteOutcome, takeNext, tidy, type Outcome, type Taken } from './outbox.ts'
import { SendFailure } from './outgoing/failure.ts'
import { sendMail } from './outgoing/mail.ts'
import { sayToGroup } from './outgoing/robots.ts'
import { channelRow, outgoingRules } from './queries.ts'
import { FRESH_MS, nextTryAfter } from './rules.ts'
import { unseal } from './secrets.ts'

export interface CourierSurroundings {
  database: Database
  tenantId: number
  catalogue: () => Catalogue
  /** Opens the secrets of channels. */
  secretKey?: string | undefined
  /** How long an answer from outside is awaited. */
  limitMs?: number
}

const PROGRAM = 'taizhang'
const EVERY_MS = 30_000
const LIMIT_MS = 10_000

/** Lays down what is to be told at its hour and tells it, one thing after the other and each at most once. */
export class Courier {
  readonly #given: CourierSurroundings
  #timer: NodeJS.Timeout | null = null
  #running: Promise<unknown> = Promise.resolve()
  #closed = false
  /** Why the last round failed; the next one begins anew. */
  failure: Error | null = null

  constructor(given: CourierSurroundings) {
    this.#given = given
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.tick().then(() => (this.failure = null), (error: Error) => (this.failure = error))
    }, EVERY_MS).unref()
  }

  /** One round: what is due now is laid down, and what waits is told. */
  tick(): Promise<void> {
    return this.#afterOthers(async () => {
      await this.#write((tx) => tidy(tx, new Date(tx.recordedAt.getTime() - FRESH_MS)))
      await layDownDigests(this.#given)
      await layDownGroups(this.#given)
      while (!this.#closed) {
        const taken = await this.#write((tx) => takeNext(tx))
        if (taken === null) return
        await this.#tell(taken)
      }
    })
  }

  /** Sends a test through a channel, switched on or not, and says how it went. */
  test(channelId: string, recipient: string | null): Promise<Outcome> {
    return this.#afterOthers(async () => {
      const subject = `test:${randomUUID()}`
      const text = '这是一条测试消息：台账的提醒能从这个渠道送达。'
      await this.#write((tx) => layDown(tx, [{ channelId, subject, kind: 'test', recipient, title: '台账测试消息', content: text }]))
      const taken = await this.#write((tx) => takeNext(tx, { channelId, subject }))
      if (taken === null) throw new Invalid('channel-gone', '这个渠道刚刚被删除。')
      return this.#tell(taken)
    })
  }

  /** Begins nothing more, and waits for what is being sent. */
  async close(): Promise<void> {
    this.#closed = true
    if (this.#timer !== null) clearInterval(this.#timer)
    await this.#running
  }

  async #tell(taken: Taken): Promise<Outcome> {
    const outcome = await this.#send(taken).then((): Outcome => ({ state: 'sent', error: null, nextTryAt: this.#now(), channelWorks: true }), (error: unknown) => this.#failed(taken, error))
    await this.#write((tx) => noteOutcome(tx, taken, outcome))
    return outcome
  }

  async #send({ channelId, subject, recipient, title, content }: Taken): Promise<void> {
    const { database, tenantId, secretKey, limitMs = LIMIT_MS } = this.#given
    const { channel, allowed } = await database.read(tenantId, async (db) => ({ channel: await channelRow(db, channelId), allowed: (await outgoingRules(db)).allowed }))
    const secrets = unseal(secretKey, channelId, channel.sealed)
    if (channel.kind !== 'mail') return sayToGroup(channel.kind, content, secrets, this.#now(), { allowed, limitMs })
    if (recipient === null) throw new SendFailure('没有收件地址', { recipientOnly: true })
    const settings = JSON.parse(channel.settings) as MailSettings
    const messageId = `<${createHash('sha256').update(`${tenantId} ${channelId} ${subject}`).digest('hex').slice(0, 40)}@taizhang.invalid>`
    return sendMail(settings, secrets, { to: recipient, title, text: content, messageId }, { allowed, limitMs })
  }

  #failed({ kind, attempts }: Taken, error: unknown): Outcome {
    const { unsure, recipientOnly } = error instanceof SendFailure ? error : { unsure: !(error instanceof TaizhangError), recipientOnly: false }
    const words = error instanceof SendFailure || error instanceof TaizhangError ? error.message : '发送时程序出错'
    const now = this.#now()
    // A test is tried once, while somebody watches.
    const state = unsure ? 'unknown' : recipientOnly || kind === 'test' ? 'failed' : 'waiting'
    return { state, error: words, nextTryAt: nextTryAfter(attempts, now), channelWorks: recipientOnly }
  }

  #now(): Date {
    return this.#given.database.clock.now()
  }

  #write<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#given.database.write({ tenantId: this.#given.tenantId, actor: PROGRAM }, run)
  }

  #afterOthers<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#running.then(work)
    this.#running = done.catch(() => undefined)
    return done
  }
}
