import { beforeAll, describe, expect, it } from 'vitest'
import { asOwner } from '../../../../test/helpers/database.ts'
import { testLedger } from '../../../../test/helpers/ledger.ts'
import { enterRecord } from '../actions.ts'
import { verify } from '../verify.ts'
import { SearchIndex } from './search-index.ts'

let ledger: Awaited<ReturnType<typeof testLedger>>
const enter = (name: string) =>
  ledger.write({ tenantId: ledger.tenantId, actor: 'clerk' }, (tx) =>
    enterRecord(tx, ledger.catalogue, { kind: 'meeting', unitId: ledger.unitId, fields: { 'held-on': '2026-03-05', name } }),
  )
const broken = async () => (await verify(ledger, ledger.tenantId)).broken

beforeAll(async () => {
  ledger = await testLedger()
  await enter('网络安全专题会')
  await new SearchIndex(ledger).follow(ledger.tenantId)
})

describe('verifying what a search reads', () => {
  it('finds it sound, also while it is behind the log', async () => {
    expect(await broken()).toBeNull()
    await enter('理论学习会')
    expect(await broken()).toBeNull()
  })

  it('names the record whose words were changed behind the program, or taken away', async () => {
    await new SearchIndex(ledger).follow(ledger.tenantId)
    await asOwner(ledger.ownerUrl, `update record_search set words = '''无''' where content like '%网络安全%'`)
    expect(await broken()).toMatchObject({ code: 'projection-differs', reason: expect.stringContaining('在搜索中的内容') })
    await asOwner(ledger.ownerUrl, 'delete from record_search')
    expect(await broken()).toMatchObject({ code: 'projection-differs' })
  })
})
