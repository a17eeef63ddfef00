import type pg from 'pg'
import type { Secrets } from './cluster.ts'

/**
 * Makes the schema owner, the application role (which owns nothing and is bound by row-level security)
 * and the database, as far as they are missing: a program killed between two of them leaves the rest to the next.
 */
export async function createRoles(superuser: pg.Client, secrets: Secrets): Promise<void> {
  const { rows } = await superuser.query<{ name: string }>(
    `select rolname as name from pg_roles where rolname in ('taizhang_owner', 'taizhang_app')
     union all select datname from pg_database where datname = 'taizhang'`,
  )
  const existing = new Set(rows.map((row) => row.name))
  // Passwords are hexadecimal by construction, so they can stand in a statement that takes no parameters.
  if (!existing.has('taizhang_owner')) {
    await superuser.query(`create role taizhang_owner login createdb nobypassrls password '${secrets.owner}'`)
  }
  if (!existing.has('taizhang_app')) {
    await superuser.query(`create role taizhang_app login nobypassrls password '${secrets.app}'`)
  }
  if (!existing.has('taizhang')) await superuser.query('create database taizhang owner taizhang_owner')
}
