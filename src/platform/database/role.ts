import pg from 'pg'
import { Invalid } from '../errors.ts'
import { schemaVersions } from './schema-files.ts'

/** The role that a connection URL signs in as. */
export async function roleOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ role: string }>('select current_user as role')
    return rows[0]?.role ?? ''
  } finally {
    await client.end()
  }
}

/**
 * Refuses to serve as a role that row-level security or the append-only rule does not bind, or on another schema.
 *
 * @throws {Invalid} `unfit-role`, `schema-older`, `schema-newer`
 */
export async function refuseUnfitRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ superuser: boolean; bypasses: boolean; migrated: boolean }>(
    `select r.rolsuper as superuser, r.rolbypassrls as bypasses, to_regclass('schema_migrations') is not null as migrated
     from pg_roles r where r.rolname = current_user`,
  )
  const role = rows[0]
  if (role === undefined || role.superuser) throw unfit('超级用户')
  if (role.bypasses) throw unfit('不受行级安全约束（BYPASSRLS）的角色')
  if (!role.migrated) throw schemaOlder()
  const owned = await pool.query(
    `select 1 from pg_class where relname in ('events', 'record_versions') and relkind in ('r', 'p')
     and pg_has_role(current_user, relowner, 'member')`,
  )
  if (owned.rows.length > 0) throw unfit('数据表的属主')
  const versions = await schemaVersions()
  const applied = await pool.query<{ version: number }>('select max(version) as version from schema_migrations')
  const version = applied.rows[0]?.version ?? 0
  if (version > versions.latest) throw schemaNewer(version, versions.latest)
  if (version < versions.latest) throw schemaOlder()
}

export function schemaNewer(found: number, known: number): Invalid {
  return new Invalid(
    'schema-newer',
    `数据库的结构版本是 ${found}，本程序只认识到 ${known}。数据由更新的版本写成，请升级本程序后再启动；数据未作任何改动。`,
    { found, known },
  )
}

function schemaOlder(): Invalid {
  return new Invalid(
    'schema-older',
    '数据库的结构尚未升级到本程序的版本。请用 DATABASE_OWNER_URL 提供属主角色的连接，以便执行升级。',
  )
}

function unfit(what: string): Invalid {
  return new Invalid(
    'unfit-role',
    `DATABASE_URL 的角色是${what}，不能用来提供服务：租户隔离和只增日志都会失效。请改用普通角色，属主角色只放在 DATABASE_OWNER_URL。`,
  )
}
