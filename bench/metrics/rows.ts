import pg from 'pg'

export const RECORDS_FROM = 2024
export const YEARS = 3

/**
 * Lays down records of all kinds over three years and six units, as the schema owner and past the log: the figures'
 * speed depends on the rows alone. They lie as they would have been recorded, by day and the kinds mixed. Facets get
 * values of the vocabularies in turn, numbers are small.
 */
export async function layDownRecords(
  ownerUrl: string,
  { tenantId, unitIds, columns, records }: { tenantId: number; unitIds: string[]; columns: Map<string, Map<string, string[]>>; records: number },
): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query('create temporary table laid (like record_versions including defaults)')
    const share = Math.ceil(records / columns.size)
    let first = 1
    for (const [kind, values] of columns) {
      const names = [...values.keys()]
      const terms = [...values].map(([column, choices], index) => termOf(column, choices, index + 2))
      await owner.query(
        `insert into laid (tenant_id, record_id, version, known_from, kind, unit_id, state, occurred_on, title, pack,
           recorded_at, recorded_by, fields${names.map((name) => `, ${name}`).join('')})
         select $1, gen_random_uuid(), 1, n, $2, ($3::uuid[])[1 + n % ${unitIds.length}], 'recorded',
           date '${RECORDS_FROM}-01-01' + (n::bigint * 7919 % ${YEARS * 365})::int, '第' || n || '条记录', 'common@1.0.0', now(), 'bench', '{}'
           ${terms.map((term) => `, ${term}`).join('')}
         from generate_series(${first}, ${first + share - 1}) as n`,
        [tenantId, kind, unitIds],
      )
      first += share
    }
    await owner.query('insert into record_versions select * from laid order by occurred_on, record_id')
    await owner.query('vacuum analyze record_versions')
  } finally {
    await owner.end()
  }
}

/** A prime for each column, so that the facets of a record are independent of each other. */
function termOf(column: string, choices: string[], salt: number): string {
  const turn = `(n::bigint * ${7907 + 2 * salt} / ${salt})`
  if (column.startsWith('n')) return `1 + ${turn} % 40`
  const list = choices.map((choice) => `'${choice.replaceAll("'", "''")}'`).join(',')
  return `(array[${list}])[1 + ${turn} % ${choices.length}]`
}
