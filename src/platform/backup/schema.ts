import { createHash } from 'node:crypto'
import type pg from 'pg'
import { schemaNewer } from '../database/role.ts'
import { readSchemaFile, schemaVersions } from '../database/schema-files.ts'
import type { Head } from './format.ts'
import { UNFINISHED } from './unfinished.ts'

/** What no backup holds: people sign in anew, jobs belong to a run of the program, migrations write their own table. */
export const NOT_KEPT = ['sessions', 'sign_in_failures', 'jobs', 'schema_migrations', UNFINISHED]

/**
 * Every table but those not kept, with its columns, each after those that it refers to and else by name; read from the
 * catalogue, so that a table of a later migration is never forgotten.
 */
export async function keptTables(client: pg.Client): Promise<Head['tables']> {
  const { rows } = await client.query<{ name: string; columns: string[]; refers_to: string[] }>(
    `select c.relname::text as name,
       array(select a.attname::text from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       array(select distinct f.relname::text from pg_constraint r join pg_class f on f.oid = r.confrelid
             where r.conrelid = c.oid and r.contype = 'f' and r.confrelid <> c.oid) as refers_to
     from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relname = any($1)
     order by c.relname collate "C"`,
    [NOT_KEPT],
  )
  const ordered: Head['tables'] = []
  for (let waiting = rows; waiting.length > 0; ) {
    const names = new Set(waiting.map(({ name }) => name))
    const next = waiting.find(({ refers_to }) => refers_to.every((name) => !names.has(name)))
    if (next === undefined) throw new Error(`Tables refer to each other in a circle: ${[...names].join(', ')}`)
    ordered.push({ name: next.name, columns: next.columns })
    waiting = waiting.filter((table) => table !== next)
  }
  return ordered
}

/** The migrations up to a version of the schema, as this program has them. @throws {Invalid} `schema-newer` */
export async function migrationsTo(version: number): Promise<Head['schema']['migrations']> {
  const { files, latest } = await schemaVersions()
  if (version > latest) throw schemaNewer(version, latest)
  const applied = files.filter((file) => file.version <= version)
  return Promise.all(applied.map(async (file) => ({
    ...file, sha256: createHash('sha256').update(await readSchemaFile(file.name)).digest('hex'),
  })))
}
