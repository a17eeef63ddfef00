import pg from 'pg'

const INT8 = 20
const DATE = 1082

// Positions and counts stay far below 2^53; the open end of `known_to` is compared in SQL and never read.
// A date is a day of the calendar, not a moment: as a JavaScript Date it would move with the time zone.
pg.types.setTypeParser(INT8, Number)
pg.types.setTypeParser(DATE, (text) => text)

/** A pool of connections; broken idle ones are dropped and replaced by the pool itself. */
export function openPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, application_name: `taizhang ${process.pid}` })
  pool.on('error', () => undefined)
  return pool
}
