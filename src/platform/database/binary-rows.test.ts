import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { testDatabase } from '../../../test/helpers/database.ts'
import { BinaryRows } from './binary-rows.ts'

it('brings every type to a table as it was given, however large', async () => {
  const database = await testDatabase()
  const numbers = [0, -1, 1, 2 ** 32, -(2 ** 32) - 7, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]
  const long = '会😀'.repeat(200_000)
  const stored = await database.write({ tenantId: database.tenantId, actor: '测试' }, async (tx) => {
    await sql`create temporary table copied (ord int, n bigint, day date, body text, bytes bytea, json jsonb) on commit drop`.execute(tx)
    const rows = new BinaryRows()
    for (const batch of [numbers.slice(0, 3), numbers.slice(3)]) {
      for (const n of batch) {
        rows.row(6)
        rows.int4(numbers.indexOf(n))
        rows.int8(n)
        rows.date(n < 0 ? '1999-12-31' : '2024-02-29')
        if (n === 0) rows.null()
        else rows.text(long)
        rows.bytes(Buffer.from([0, 255]))
        rows.jsonb('{"a":["会"]}')
      }
      await tx.copyIn('copy copied from stdin (format binary)', rows.take())
    }
    const { rows: found } = await sql<Record<string, unknown>>`select n, day, body, bytes, json from copied order by ord`.execute(tx)
    return found
  })
  expect(stored).toEqual(
    numbers.map((n) => ({
      n,
      day: n < 0 ? '1999-12-31' : '2024-02-29',
      body: n === 0 ? null : long,
      bytes: Buffer.from([0, 255]),
      json: { a: ['会'] },
    })),
  )
})

it('reports what the server refuses, and the transaction is given up', async () => {
  const database = await testDatabase()
  const copying = database.write({ tenantId: database.tenantId, actor: '测试' }, (tx) => tx.copyIn('copy nowhere from stdin', Buffer.alloc(0)))
  await expect(copying).rejects.toThrow(/nowhere/)
  expect(await database.read(database.tenantId, async () => '仍可读')).toBe('仍可读')
})
