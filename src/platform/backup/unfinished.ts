import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { Conflict } from '../errors.ts'

/** Lies in a data folder from the first step of a restore to its last: while it is there, the folder is nobody's data. */
export const UNFINISHED_FILE = 'restore-unfinished.json'

/** A table that stands in a database as long: while it is there, everything else in it may be dropped. */
export const UNFINISHED = 'restore_unfinished'

/** Refuses a data folder that a restore was interrupted in. @throws {Conflict} `restore-unfinished` */
export async function refuseUnfinishedFolder(dataDir: string): Promise<void> {
  const mark = await stat(join(dataDir, UNFINISHED_FILE)).catch(() => null)
  if (mark !== null) throw unfinished(`数据目录 ${dataDir} `)
}

/** Refuses a database that a restore was interrupted in. @throws {Conflict} `restore-unfinished` */
export async function refuseUnfinishedDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ there: boolean }>(`select to_regclass('public.${UNFINISHED}') is not null as there`)
    if (rows[0]?.there === true) throw unfinished('DATABASE_URL 的数据库')
  } finally {
    await client.end()
  }
}

function unfinished(where: string): Conflict {
  return new Conflict('restore-unfinished', `${where}里的恢复还没有完成（正在进行，或中途断掉了），不能使用。请用备份再执行一次 bin/taizhang restore。`)
}
