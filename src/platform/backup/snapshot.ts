import pg from 'pg'
import { NotFound } from '../errors.ts'
import type { Head } from './format.ts'
import { keptTables, migrationsTo } from './schema.ts'

/**
 * Begins the one transaction that a backup reads in, and says what it holds: its tables, its schema, and of each tenant
 * the checkpoint, which is the log's head in this very snapshot.
 *
 * @throws {NotFound} `no-records`; {Invalid} `schema-newer`
 */
export async function readSnapshot(client: pg.Client): Promise<Pick<Head, 'schema' | 'tenants' | 'tables'>> {
  await client.query('begin isolation level repeatable read read only')
  const { rows: [made] } = await client.query<{ migrated: boolean }>(`select to_regclass('public.schema_migrations') is not null as migrated`)
  if (made?.migrated !== true) throw nothingKept()
  const tables = await keptTables(client)
  // A migration that began meanwhile waits for the end of the backup, as it would otherwise pull tables from under it.
  if (tables.length > 0) await client.query(`lock table ${tables.map(({ name }) => `public.${pg.escapeIdentifier(name)}`).join(', ')} in access share mode`)
  const { rows: [schema] } = await client.query<{ version: number }>('select max(version) as version from public.schema_migrations')
  const version = schema?.version ?? 0
  const migrations = await migrationsTo(version)
  const { rows } = await client.query<{ tenant_id: number; name: string; is_demo: boolean; position: number; hash: Buffer }>(
    `select tenants.tenant_id, name, is_demo, position, hash from public.tenants join public.log_heads using (tenant_id) order by 1`,
  )
  if (rows.length === 0) throw nothingKept()
  const tenants = rows.map(({ tenant_id, name, is_demo, position, hash }) => ({
    tenantId: Number(tenant_id), name, demo: is_demo, checkpoint: { position: Number(position), hash: hash.toString('hex') },
  }))
  return { schema: { version, migrations }, tenants, tables }
}

function nothingKept(): NotFound {
  return new NotFound('no-records', '这里还没有台账数据，没有可备份的内容。')
}
