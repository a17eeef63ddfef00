import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { fixedClock } from '../../src/platform/clock.ts'
import { openDatabase } from '../../src/platform/database/database.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { createTenant } from '../../src/platform/events/tenants.ts'
import { dropDatabase } from './drop-database.ts'
import { onDatabase } from './urls.ts'

/** A database of its own for one test file, with one tenant and a clock that stands still until it is set. */
export interface TestDatabase extends Database {
  tenantId: number
  clock: ReturnType<typeof fixedClock>
  /** Connection URLs, for tests that look behind the program: as the application role and as the schema owner. */
  url: string
  ownerUrl: string
}

const opened: (() => Promise<void>)[] = []
let count = 0

afterAll(async () => {
  for (const close of opened.splice(0)) await close()
})

/** Clones the migrated template and opens it; closed and dropped after the test file that asked for it. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `${inject('templateName')}_${process.pid}_${(count += 1)}`
  const ownerUrl = inject('ownerUrl')
  await asOwner(ownerUrl, `create database ${name} template ${inject('templateName')}`)
  const clock = fixedClock(new Date('2026-03-05T08:00:00Z'))
  const url = onDatabase(inject('appUrl'), name)
  const database = await openDatabase({ url, clock })
  let open = true
  const close = async () => {
    if (!open) return
    open = false
    await database.close()
    await withOwner(ownerUrl, (owner) => dropDatabase(owner, name))
  }
  opened.push(close)
  const tenantId = await createTenant(database, { name: '云江市交通运输局（虚构）' })
  return { ...database, clock, tenantId, close, url, ownerUrl: onDatabase(ownerUrl, name) }
}

/** Runs statements as the schema owner, past row-level security and the append-only rule. */
export async function asOwner(ownerUrl: string, statements: string): Promise<void> {
  await withOwner(ownerUrl, (owner) => owner.query(statements))
}

async function withOwner(ownerUrl: string, run: (owner: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await run(client)
  } finally {
    await client.end()
  }
}
