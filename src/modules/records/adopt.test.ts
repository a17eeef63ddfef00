import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/helpers/database.ts'
import { tinyCatalogue } from '../../../test/helpers/catalogue.ts'
import { Field } from '../packs/schema/kind.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { shippedCatalogue } from '../packs/shipped.ts'
import { adoptCatalogue } from './adopt.ts'
import { columnsOf } from './columns.ts'

async function adopting() {
  const database = await testDatabase()
  const { tenantId } = database
  return {
    adopt: (catalogue: Catalogue) => database.write({ tenantId, actor: '张敏' }, (tx) => adoptCatalogue(tx, catalogue)),
    columns: () => database.read(tenantId, (db) => columnsOf(db, 'meeting')),
  }
}

/** The tiny catalogue with the meeting's fields changed. */
function changed(fields: Record<string, Parameters<typeof Field.parse>[0] | null>): Catalogue {
  const catalogue = tinyCatalogue()
  const meeting = catalogue.kinds.get('meeting')
  if (meeting === undefined) throw new Error('no meeting')
  for (const [id, field] of Object.entries(fields)) {
    if (field === null) delete meeting.fields[id]
    else meeting.fields[id] = Field.parse(field)
  }
  return catalogue
}

describe('adoptCatalogue', () => {
  it('gives every field that metrics read its columns, and plain text none', async () => {
    const { adopt, columns } = await adopting()
    expect(await adopt(tinyCatalogue())).toEqual(['meeting'])
    expect(Object.fromEntries(await columns())).toEqual({
      'held-on': ['occurred_on'], name: ['title'], topics: ['t1', 't2'], place: ['t3'], attendees: ['n1'], cost: ['n2'], 'reported-on': ['d1'],
    })
  })

  it('changes nothing the second time', async () => {
    const { adopt } = await adopting()
    await adopt(tinyCatalogue())
    expect(await adopt(tinyCatalogue())).toEqual([])
  })

  it('never gives a column to another field', async () => {
    const { adopt, columns } = await adopting()
    await adopt(tinyCatalogue())
    await adopt(changed({ topics: null, mood: { title: '形式', type: 'text', facet: true } }))
    expect((await columns()).get('mood')).toEqual(['t4'])
    expect((await columns()).get('topics')).toEqual(['t1', 't2'])
  })

  it('refuses a field that changed its type, and a kind with more fields than columns', async () => {
    const { adopt } = await adopting()
    await adopt(tinyCatalogue())
    const fewerDigits = changed({ cost: { title: '费用', type: 'decimal', digits: 1 } })
    await expect(adopt(fewerDigits)).rejects.toMatchObject({ code: 'field-changed' })
    await expect(adopt(changed({ attendees: { title: '参会人数', type: 'date' } }))).rejects.toMatchObject({ code: 'field-changed' })
    const many = Object.fromEntries(Array.from({ length: 5 }, (_, n) => [`day-${n}`, { title: '日期', type: 'date' as const }]))
    await expect(adopt(changed(many))).rejects.toMatchObject({ code: 'kind-too-wide' })
  })

  it('has room for every kind that is shipped', async () => {
    const { adopt } = await adopting()
    const catalogue = await shippedCatalogue()
    expect((await adopt(catalogue)).toSorted()).toEqual([...catalogue.kinds.keys()].toSorted())
  })
})
