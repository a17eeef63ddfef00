import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { asOwner } from '../../../../test/helpers/database.ts'
import { testLedger } from '../../../../test/helpers/ledger.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { RecordFilter } from '../contract/list.ts'
import { narrowed, type Narrowed } from './conditions.ts'
import { countQuery, newestFirst, pageQuery } from './page.ts'
import { documentOf } from './words.ts'

/** Plans of lists as the application role, over the versions of several tenants. */
const VERSIONS = 60_000
let ledger: Awaited<ReturnType<typeof testLedger>>
let client: pg.Client

beforeAll(async () => {
  ledger = await testLedger()
  await asOwner(ledger.ownerUrl, `
    insert into record_versions (tenant_id, record_id, version, known_from, kind, unit_id, state, occurred_on, title, pack, recorded_at, recorded_by, t1, fields)
    select case when n % 4 = 0 then ${ledger.tenantId} else 1000 + n % 5 end, md5(n::text)::uuid, 1, n, (array['meeting', 'study', 'case'])[1 + n / 7 % 3],
      ('00000000-0000-4000-8000-00000000000' || n % 10)::uuid, 'recorded', date '2016-01-01' + (n % 4000), '专题会 ' || n, 'tiny@1.0.0', now(), '张敏', 'security', '{}'
    from generate_series(1, ${VERSIONS}) n`)
  const words = (tenantId: number) => documentOf({ tenantId, kind: 'meeting', fields: { name: '专题会' } }).replaceAll("'", "''")
  await asOwner(ledger.ownerUrl, `
    insert into record_search (tenant_id, record_id, version, content, words)
    values (${ledger.tenantId}, md5('4')::uuid, 1, '专题会', '${words(ledger.tenantId)}'), (1001, md5('1')::uuid, 1, '专题会', '${words(1001)}')`)
  client = new pg.Client({ connectionString: ledger.url })
  await client.connect()
  await vi.waitFor(seenByAll, { timeout: 120_000, interval: 500 })
  await client.query(`set taizhang.tenant = '${ledger.tenantId}'`)
}, 180_000)
afterAll(() => client?.end())

/** A page counts as seen by all only when no older snapshot of another test could still miss what is on it. */
async function seenByAll(): Promise<void> {
  await asOwner(ledger.ownerUrl, 'vacuum analyze record_versions')
  const { rows } = await client.query<{ seen: boolean }>(`select relallvisible = relpages as seen from pg_class where oid = 'record_versions'::regclass`)
  if (rows[0]?.seen !== true) throw new Error('Another snapshot is older than the rows')
}

interface Node {
  'Node Type': string
  'Index Name'?: string
  Plans?: Node[]
}

async function scansOf(build: (found: Narrowed) => { compile(db: Reader): { sql: string; parameters: readonly unknown[] } }, filter: object): Promise<string[]> {
  const principal = { name: 'clerk', tenantId: ledger.tenantId, accountId: null, grants: [{ role: 'clerk', unitId: null }] }
  const kind = ledger.catalogue.kinds.get('meeting')
  if (kind === undefined) throw new Error('no kind')
  const { sql, parameters } = await ledger.read(ledger.tenantId, async (db) =>
    build(await narrowed(db, principal, { catalogue: ledger.catalogue, kind, filter: RecordFilter.parse(filter) })).compile(db),
  )
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(`explain (format json) ${sql}`, [...parameters])
  const collect = (node: Node): string[] => [
    ...(node['Node Type'].includes('Scan') ? [`${node['Node Type']} ${node['Index Name'] ?? ''}`] : []), ...(node.Plans ?? []).flatMap(collect),
  ]
  return rows.flatMap((row) => collect(row['QUERY PLAN'][0].Plan))
}

describe('plans of lists as the application role', () => {
  const page = ({ conditions }: Narrowed) => pageQuery(conditions, newestFirst, { offset: 0, limit: 50 })
  const count = ({ conditions }: Narrowed) => countQuery(conditions)

  it.each([[{}], [{ from: '2025-01-01', to: '2025-12-31' }], [{ facets: { topics: ['security'] } }]])('find a page of %j in the order of an index', async (filter) => {
    for (const scan of await scansOf(page, filter)) expect(scan).toMatch(/^Index Scan record_versions_(by_kind|current)$/)
  })

  it.each([[{}], [{ from: '2025-01-01', to: '2025-12-31' }], [{ unit: '00000000-0000-4000-8000-000000000004' }]])('count %j from the index alone', async (filter) => {
    expect(await scansOf(count, filter)).toEqual(['Index Only Scan record_versions_current'])
  })
})

describe('the search function', () => {
  const found = async () => (await client.query(`select search_records(null, '''专题''', '{}', '{}') as id`)).rowCount

  it('shows nothing of other tenants, and nothing at all without a tenant', async () => {
    expect(await found()).toBe(1)
    await client.query('reset taizhang.tenant')
    expect(await found()).toBe(0)
    await client.query(`set taizhang.tenant = '${ledger.tenantId}'`)
  })

  it('belongs to the schema owner and runs as it, and nobody else may call it', async () => {
    const { rows } = await client.query<{ definer: boolean; anyone: boolean; own: boolean }>(`
      select prosecdef as definer, pg_get_userbyid(proowner) = current_user as own, has_function_privilege('public', oid, 'execute') as anyone
      from pg_proc where proname = 'search_records'`)
    expect(rows).toEqual([{ definer: true, own: false, anyone: false }])
  })
})
