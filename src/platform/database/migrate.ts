import pg from 'pg'
import { Invalid } from '../errors.ts'
import { schemaNewer } from './role.ts'
import { readSchemaFile, schemaVersions } from './schema-files.ts'

// Any constant will do, as long as every program that migrates uses the same.
const MIGRATION_LOCK = 7_411_002
const OLDEST_SERVER = 150_000

/**
 * Brings the schema up to this program's version, one program at a time, each migration in a transaction of its own,
 * and gives the application role exactly the privileges of `privileges.sql`.
 *
 * @throws {Invalid} `server-too-old`, `schema-newer`
 */
export async function migrate(ownerUrl: string, appRole: string): Promise<void> {
  await asMigrator(ownerUrl, async (client) => {
    await applyMissing(client)
    await grantPrivileges(client, appRole)
  })
}

/** Makes the schema as it was at a version, for a backup of that time; nobody but the owner may use it yet. */
export async function migrateTo(ownerUrl: string, version: number): Promise<void> {
  await asMigrator(ownerUrl, (client) => applyMissing(client, version))
}

async function asMigrator(ownerUrl: string, run: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: `taizhang ${process.pid} migrates` })
  await client.connect()
  try {
    await refuseOldServer(client)
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await run(client)
  } finally {
    await client.end()
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: string; text: string }>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as text`,
  )
  const server = rows[0]
  if (server !== undefined && Number(server.number) >= OLDEST_SERVER) return
  throw new Invalid('server-too-old', `PostgreSQL 的版本是 ${server?.text ?? '未知'}，需要 15 或更高版本。`)
}

async function applyMissing(client: pg.Client, upTo = Infinity): Promise<void> {
  await client.query(
    `create table if not exists schema_migrations (version int primary key, name text not null, applied_at timestamptz not null)`,
  )
  const { rows } = await client.query<{ version: number | null }>('select max(version) as version from schema_migrations')
  const applied = rows[0]?.version ?? 0
  const { files, latest } = await schemaVersions()
  if (applied > latest) throw schemaNewer(applied, latest)
  for (const file of files.filter(({ version }) => version > applied && version <= upTo)) {
    await inOneTransaction(client, await readSchemaFile(file.name), () =>
      client.query('insert into schema_migrations values ($1, $2, now())', [file.version, file.name]),
    )
  }
}

async function grantPrivileges(client: pg.Client, appRole: string): Promise<void> {
  const statements = (await readSchemaFile('privileges.sql')).replaceAll('{app}', pg.escapeIdentifier(appRole))
  await inOneTransaction(client, statements, async () => undefined)
}

async function inOneTransaction(client: pg.Client, statements: string, then: () => Promise<unknown>): Promise<void> {
  await client.query('begin')
  try {
    await client.query(statements)
    await then()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
