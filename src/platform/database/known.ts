import { sql } from 'kysely'

/** The open end of `known_to`, 2^63 - 1, as it is read into a number. */
export const FOREVER = 2 ** 63

/** Versions as known at a log position; the current ones when it is left out (their `known_to` is 2^63 - 1). */
export function knownAt(position?: number, table?: string) {
  const from = sql.ref(table === undefined ? 'known_from' : `${table}.known_from`)
  const to = sql.ref(table === undefined ? 'known_to' : `${table}.known_to`)
  if (position === undefined) return sql<boolean>`${to} = 9223372036854775807`
  return sql<boolean>`(${from} <= ${position}::bigint and ${to} > ${position}::bigint)`
}
