import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asOwner } from '../../../test/helpers/database.ts'
import { testLedger } from '../../../test/helpers/ledger.ts'
import type { Reader } from '../../platform/database/database.ts'
import { stretchQuery } from '../../platform/events/verify.ts'
import { listQuery, versionsQuery } from './queries.ts'

/** Plans as the application role over 1 M versions of 20 tenants; part of the full run, about half a minute. */
const TENANTS = 20
const VERSIONS = 1_000_000

let ledger: Awaited<ReturnType<typeof testLedger>>
let client: pg.Client

beforeAll(async () => {
  ledger = await testLedger()
  await asOwner(ledger.ownerUrl, `
    insert into record_versions (tenant_id, record_id, version, known_from, kind, unit_id, state, occurred_on, title, pack,
      recorded_at, recorded_by, t1, n1, fields)
    select case when n % 4 = 0 then ${ledger.tenantId} else 1000 + n % ${TENANTS} end, md5(n::text)::uuid, 1, 100 + n,
      (array['meeting', 'study', 'case', 'publication'])[1 + n / 7 % 4],
      ('00000000-0000-4000-8000-00000000000' || n % 10)::uuid, 'recorded', date '2016-01-01' + (n % 4000), '专题会 ' || n,
      'tiny@1.0.0', now(), '张敏', (array['security', 'study', 'safety'])[1 + n % 3], n % 100, '{}'
    from generate_series(1, ${VERSIONS}) n;
    analyze record_versions`)
  client = new pg.Client({ connectionString: ledger.url })
  await client.connect()
  await client.query(`set taizhang.tenant = '${ledger.tenantId}'`)
}, 180_000)

afterAll(() => client?.end())

interface Node {
  'Node Type': string
  'Index Name'?: string
  'Index Cond'?: string
  Filter?: string
  'Actual Rows': number
  'Rows Removed by Filter'?: number
  Plans?: Node[]
}

interface Query {
  sql: string
  parameters: readonly unknown[]
}

async function nodesOf({ sql, parameters }: Query): Promise<Node[]> {
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(`explain (analyze, format json) ${sql}`, [...parameters])
  const nodes: Node[] = []
  const collect = (node: Node) => {
    nodes.push(node)
    node.Plans?.forEach(collect)
  }
  const plan = rows[0]?.['QUERY PLAN'][0].Plan
  if (plan !== undefined) collect(plan)
  return nodes
}

// What a metric compiles to: kind, period, position, units and a facet.
const METRIC: Query = {
  sql: `select count(*) from record_versions where kind = 'meeting' and state = 'recorded'
    and occurred_on between '2026-01-01' and '2026-12-31' and known_from <= 900000 and known_to > 900000
    and unit_id in ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000004') and t1 = 'security'`,
  parameters: [],
}
const units = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000004']
const page = { kind: 'meeting', limit: 50 }
const later = { ...page, after: { occurredOn: '2021-06-01', recordId: '80000000-0000-4000-8000-000000000000' } }

function inReader(build: (db: Reader) => { compile(): Query }): Promise<Query> {
  return ledger.read(ledger.tenantId, async (db) => build(db).compile())
}

describe('plans of the application role at 1 M versions', { timeout: 60_000 }, () => {
  it.each([
    ['a page of a list', () => inReader((db) => listQuery(db, page)), 'record_versions_by_kind', 60],
    ['a later page of a list', () => inReader((db) => listQuery(db, later)), 'record_versions_by_kind', 200],
    ['a page of two units in a year', () => inReader((db) => listQuery(db, { ...page, unitIds: units, from: '2025-01-01', to: '2025-12-31' })),
      'record_versions_by_kind', 8_000],
    ['the scan of a metric', async () => METRIC, 'record_versions_by_kind', 8_000],
    ['the history of a record', () => inReader((db) => versionsQuery(db, '4a7d1ed4-1447-4e4f-8a5b-6b6a5b6a5b6a')), 'record_versions_pkey', 1],
    ['a stretch of the log', () => inReader((db) => stretchQuery(db, 0)), 'events_pkey', 1_000],
  ])('%s reads an index and little more than it returns', async (_what, query, index, mostRows) => {
    const nodes = await nodesOf(await query())
    const scans = nodes.filter((node) => node['Node Type'].includes('Scan'))
    expect(scans.map((node) => node['Node Type'])).not.toContain('Seq Scan')
    expect(scans.map((node) => node['Index Name']).filter(Boolean)).toEqual([index])
    expect(scans.find((node) => node['Index Cond'])?.['Index Cond']).toMatch(/tenant_id/)
    for (const scan of scans) expect(scan['Actual Rows'] + (scan['Rows Removed by Filter'] ?? 0)).toBeLessThanOrEqual(mostRows)
  })

  it('lets the period and the kind of a metric bound the index, not only filter', async () => {
    const conditions = (await nodesOf(METRIC)).map((node) => node['Index Cond'] ?? '').join(' ')
    for (const column of ['tenant_id', 'kind', 'occurred_on']) expect(conditions).toContain(column)
  })

  it('filters by leakproof operators only, or row-level security would keep them from the index', async () => {
    const { rows } = await client.query<{ operator: string; leakproof: boolean }>(`
      select format('%s(%s)', o.oprname, o.oprleft::regtype) as operator, p.proleakproof as leakproof
      from pg_operator o join pg_proc p on p.oid = o.oprcode
      where o.oprname in ('=', '<', '<=', '>', '>=') and o.oprleft = o.oprright
        and o.oprleft in ('text'::regtype, 'date'::regtype, 'int8'::regtype, 'uuid'::regtype, 'int4'::regtype, 'timestamptz'::regtype)`)
    expect(rows).toHaveLength(30)
    expect(rows.filter(({ leakproof }) => !leakproof)).toEqual([])
  })

  it('shows nothing of other tenants, and nothing at all without a tenant', async () => {
    const count = async () => Number((await client.query('select count(*) as n from record_versions')).rows[0].n)
    expect(await count()).toBe(VERSIONS / 4)
    await client.query('reset taizhang.tenant')
    expect(await count()).toBe(0)
    await client.query(`set taizhang.tenant = '${ledger.tenantId}'`)
  })
})
