import { Transaction } from 'kysely'
import type pg from 'pg'
import type { Envelope, NewEvent } from '../events/envelope.ts'
import { sealEvent } from '../events/envelope.ts'
import { kyselyOver } from './connection.ts'
import { copyIn } from './copy.ts'
import type { Tables } from './tables.ts'

/** Reads of one tenant in one snapshot. */
export class Reader extends Transaction<Tables> {
  readonly tenantId: number

  constructor(client: pg.PoolClient, tenantId: number) {
    super(kyselyOver(client))
    this.tenantId = tenantId
  }
}

/** Brings the current state up to an event, which now has its position. */
export type Project = (position: number) => Promise<void>

/**
 * Events of one type that wait in the temporary table `staged` (ord, subject, pack, payload, …);
 * they get the positions `first`, `first + 1` … in the order of `ord`, which counts from 1.
 */
export interface StagedEvents {
  type: string
  count: number
  /** SHA-256 of each payload, 32 bytes each, in the order of `ord`. */
  payloadHashes: Buffer
  project: (first: number) => Promise<void>
}

/** The events of a verb in their order: those appended before the staged ones, the staged ones, the rest. */
export interface InOrder {
  before: Tx['appended']
  staged: StagedEvents | null
  after: Tx['appended']
}

/**
 * One verb: it decides, by what it reads here, which events happened. Events get their positions when the verb
 * has ended; only then are their projections run and everything committed together.
 */
export class Tx extends Reader {
  readonly actor: string
  /** The moment this verb is recorded at. */
  readonly recordedAt: Date
  /** Facts that never change once they are committed, shared by all transactions of the database. */
  readonly memo: Map<string, unknown>
  readonly appended: { event: Envelope; project: Project }[] = []
  staged: StagedEvents | null = null
  #stagedAfter = 0
  readonly #client: pg.PoolClient

  constructor(client: pg.PoolClient, context: { tenantId: number; actor: string; recordedAt: Date; memo: Map<string, unknown> }) {
    super(client, context.tenantId)
    this.#client = client
    this.actor = context.actor
    this.recordedAt = context.recordedAt
    this.memo = context.memo
  }

  /** Adds an event to the log; `project` runs under the tenant's lock and only writes what the event says. */
  append(event: NewEvent, project: Project): void {
    this.appended.push({ event: sealEvent(event, this), project })
  }

  /** Adds events that already stand in the table `staged`. */
  appendStaged(staged: StagedEvents): void {
    if (this.staged !== null) throw new Error('One transaction stages one batch')
    this.staged = staged
    this.#stagedAfter = this.appended.length
  }

  inOrder(): InOrder {
    const { appended, staged } = this
    return { before: appended.slice(0, this.#stagedAfter), staged, after: appended.slice(this.#stagedAfter) }
  }

  /** Sends the input of a `copy … from stdin`; rows can so be brought only to tables without row-level security. */
  copyIn(statement: string, bytes: Uint8Array): Promise<void> {
    return copyIn(this.#client, statement, bytes)
  }
}
