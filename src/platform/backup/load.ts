import pg from 'pg'
import { Invalid } from '../errors.ts'
import { copyFrom } from './copy-from.ts'
import type { Contents, Head } from './format.ts'
import { keptTables, migrationsTo } from './schema.ts'

/**
 * Refuses a backup of a later schema, or of one that this program knows under the same number as another.
 *
 * @throws {Invalid} `schema-newer`, `schema-differs`
 */
export async function refuseOtherSchema({ schema }: Head): Promise<void> {
  const known = await migrationsTo(schema.version)
  const differing = known.find(({ version, name, sha256 }, index) => {
    const said = schema.migrations[index]
    return said === undefined || said.version !== version || said.name !== name || said.sha256 !== sha256
  })
  if (differing === undefined && known.length === schema.migrations.length) return
  throw new Invalid('schema-differs', `备份的数据库结构与本程序的第 ${schema.version} 版结构不同（${differing?.name ?? '多出一步'}），不能恢复。请用写出它的那个程序恢复；没有改动任何东西。`)
}

/** Begins the transaction that all tables are loaded in; what migrations put there goes. @throws {Invalid} `schema-differs` */
export async function beginLoading(owner: pg.Client, { tables }: Head): Promise<void> {
  const expected = await keptTables(owner)
  if (JSON.stringify(expected) !== JSON.stringify(tables)) {
    throw new Invalid('schema-differs', '备份里的数据表与它所说的结构版本不符，不能恢复。')
  }
  await owner.query('begin')
  await owner.query(`truncate ${tables.map(({ name }) => `public.${pg.escapeIdentifier(name)}`).join(', ')} cascade`)
}

/** Loads one table, as the schema owner past row-level security, and answers how many rows it has. */
export function loadTable(owner: pg.Client, { name, columns }: Head['tables'][number], pieces: AsyncIterable<Buffer>): Promise<number> {
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  return copyFrom(owner, `copy public.${pg.escapeIdentifier(name)} (${list}) from stdin (format binary)`, pieces)
}

/** Ends the transaction, numbers going on where they were. @throws {Invalid} `backup-damaged` where rows are missing */
export async function finishLoading(owner: pg.Client, contents: Contents, loaded: Map<string, number>): Promise<void> {
  for (const [name, rows] of loaded) {
    if (contents.rows[name] !== rows) throw new Invalid('backup-damaged', `表 ${name} 应有 ${contents.rows[name] ?? 0} 行，实有 ${rows} 行。`)
  }
  const { rows: sequences } = await owner.query<{ name: string }>(`select sequencename::text as name from pg_sequences where schemaname = 'public'`)
  for (const { name, value, called } of contents.sequences) {
    if (!sequences.some((sequence) => sequence.name === name)) continue
    await owner.query('select setval($1::regclass, $2::bigint, $3)', [`public.${pg.escapeIdentifier(name)}`, value, called])
  }
  await owner.query('commit')
  await owner.query(`analyze ${[...loaded.keys()].map((name) => `public.${pg.escapeIdentifier(name)}`).join(', ')}`)
}
