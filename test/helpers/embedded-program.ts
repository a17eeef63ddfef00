import pg from 'pg'
import { systemClock } from '../../src/platform/clock.ts'
import { startEmbedded } from '../../src/platform/database/embedded/start.ts'
import { openThrowAway } from '../../src/platform/database/throwaway.ts'

/**
 * A program that tests kill: `tsx embedded-program.ts DATA_FOLDER` serves a data folder and writes one row,
 * `tsx embedded-program.ts throw-away` opens a throw-away database. It says so in one line of JSON, and waits.
 */
const [dataDir] = process.argv.slice(2)
if (dataDir === undefined) throw new Error('DATA_FOLDER is missing')
if (dataDir === 'throw-away') {
  const database = await openThrowAway({ clock: systemClock })
  say({ tenantId: database.tenantId })
} else {
  const server = await startEmbedded({ dataDir, durable: true })
  const client = new pg.Client({ connectionString: server.ownerUrl })
  await client.connect()
  await client.query('create table if not exists kept (at timestamptz); insert into kept values (now())')
  await client.end()
  say({ adopted: server.adopted, url: server.url })
}
setInterval(() => undefined, 1000)

function say(state: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(state)}\n`)
}
