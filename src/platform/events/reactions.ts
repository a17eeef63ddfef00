import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { checkpointOf } from './checkpoint.ts'
import { eventOf, type LoggedEvent } from './logged-event.ts'
import type {} from './tables.ts'

/** Work caused by events. The same event may be told twice, after a crash, so handling it again must change nothing. */
export interface Reaction {
  /** Under which its position in the log is kept; never changed once it ran. */
  name: string
  /** The types of event it is told of. */
  types: readonly string[]
  handle(events: LoggedEvent[]): Promise<void>
}

const AT_ONCE = 200
/** Without anything to react to, the position is kept only now and then. */
const KEPT_EVERY = 1_000
const WAIT_MS = 200

/** Tells a reaction of every event of its types since it was last told, in order, and keeps how far it came. */
export async function runReaction(database: Database, tenantId: number, reaction: Reaction): Promise<void> {
  const { name, types, handle } = reaction
  let { position, head } = await database.read(tenantId, async (db) => {
    const kept = await db.selectFrom('reaction_positions').select('position').where('tenant_id', '=', tenantId).where('name', '=', name).executeTakeFirst()
    return { position: kept?.position ?? 0, head: (await checkpointOf(db)).position }
  })
  while (position < head) {
    const events = await eventsBetween(database, tenantId, types, { after: position, upTo: head })
    if (events.length > 0) await handle(events)
    const reached = events.length < AT_ONCE ? head : (events.at(-1)?.position ?? head)
    if (events.length > 0 || reached - position >= KEPT_EVERY) await keepPosition(database, tenantId, name, reached)
    position = reached
  }
}

async function eventsBetween(database: Database, tenantId: number, types: readonly string[], { after, upTo }: { after: number; upTo: number }): Promise<LoggedEvent[]> {
  return database.read(tenantId, async (db) => {
    const rows = await db
      .selectFrom('events')
      .select(['position', 'payload'])
      .where('tenant_id', '=', tenantId)
      .where('position', '>', after)
      .where('position', '<=', upTo)
      .where(sql<boolean>`type = any(${types}::text[])`)
      .orderBy('position')
      .limit(AT_ONCE)
      .execute()
    return rows.map(eventOf)
  })
}

async function keepPosition(database: Database, tenantId: number, name: string, position: number): Promise<void> {
  await database.write({ tenantId, actor: 'taizhang' }, (tx) =>
    sql`
      insert into reaction_positions (tenant_id, name, position) values (${tenantId}, ${name}, ${position})
      on conflict (tenant_id, name) do update set position = excluded.position where reaction_positions.position < excluded.position
    `.execute(tx),
  )
}

/** Runs the reactions of a tenant soon after each commit and once at the start, one run at a time. */
export class Reactions {
  readonly #database: Database
  readonly #tenantId: number
  readonly #reactions: readonly Reaction[]
  readonly #stopHearing: () => void
  #timer: NodeJS.Timeout | null = null
  #running: Promise<void> = Promise.resolve()
  #closed = false
  /** Why the last run of a reaction failed, by its name; it is tried again after the next commit. */
  readonly failures = new Map<string, Error>()

  constructor(database: Database, tenantId: number, reactions: readonly Reaction[]) {
    this.#database = database
    this.#tenantId = tenantId
    this.#reactions = reactions
    this.#stopHearing = database.onCommit((committed) => {
      if (committed === tenantId) this.#soon()
    })
    this.#soon()
  }

  /** Runs them now; resolves when everything committed so far was reacted to, or failed. */
  run(): Promise<void> {
    this.#running = this.#running.then(() => this.#runAll())
    return this.#running
  }

  /** Hears no more, and waits for what is running. */
  async close(): Promise<void> {
    this.#closed = true
    this.#stopHearing()
    if (this.#timer !== null) clearTimeout(this.#timer)
    await this.#running
  }

  #soon(): void {
    if (this.#closed || this.#timer !== null) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      void this.run()
    }, WAIT_MS).unref()
  }

  async #runAll(): Promise<void> {
    for (const reaction of this.#reactions) {
      if (this.#closed) return
      try {
        await runReaction(this.#database, this.#tenantId, reaction)
        this.failures.delete(reaction.name)
      } catch (error) {
        this.failures.set(reaction.name, error as Error)
      }
    }
  }
}
