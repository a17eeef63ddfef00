import pg from 'pg'
import { Conflict } from '../errors.ts'
import { UNFINISHED } from './unfinished.ts'

// Any constant will do: held by the one program that restores to a database, and freed by its death.
const RESTORE_LOCK = 7_411_003

/**
 * Takes an empty database, or one that a restore was interrupted in, marks it as unfinished and makes it empty; held
 * until the connection ends.
 *
 * @param ours whether nothing but a restore can have put there what is there
 * @throws {Conflict} `restore-running`, `database-not-empty`
 */
export async function takeDatabase(owner: pg.Client, ours: boolean): Promise<void> {
  const { rows: [lock] } = await owner.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [RESTORE_LOCK])
  if (lock?.taken !== true) throw new Conflict('restore-running', '另一个程序正在往这个数据库恢复。')
  const { rows: relations } = await owner.query<{ name: string }>(
    `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f', 'S')`,
  )
  if (relations.length > 0 && !ours && !relations.some(({ name }) => name === UNFINISHED)) {
    throw new Conflict('database-not-empty', 'DATABASE_URL 的数据库里已有数据表，备份只能恢复到空的数据库。请另建一个空库。')
  }
  await owner.query(`create table if not exists public.${UNFINISHED} (unfinished boolean)`)
  await dropAllButMark(owner)
}

/** Makes a marked database empty, the mark included. */
export async function giveUpDatabase(owner: pg.Client): Promise<void> {
  await dropAllButMark(owner)
  await releaseDatabase(owner)
}

/** The restore is complete: the database may be used. */
export async function releaseDatabase(owner: pg.Client): Promise<void> {
  await owner.query(`drop table public.${UNFINISHED}`)
}

/** Migrations make tables, functions and aggregates, and all of them belong to the owner. */
async function dropAllButMark(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ statement: string }>(
    `select format('drop table if exists public.%I cascade', relname) as statement from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> $1 and relowner = current_user::regrole
     union all
     select format('drop routine if exists %s cascade', oid::regprocedure) from pg_proc
     where pronamespace = 'public'::regnamespace and proowner = current_user::regrole`,
    [UNFINISHED],
  )
  for (const { statement } of rows) await owner.query(statement)
}
