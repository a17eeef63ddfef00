import { beforeAll, describe, expect, it } from 'vitest'
import type { Catalogue } from '../../packs/schema/pack.ts'
import { shippedCatalogue } from '../../packs/shipped.ts'
import { interpretPasted } from './read-pasted.ts'

let catalogue: Catalogue
beforeAll(async () => {
  catalogue = await shippedCatalogue()
})

const read = (rows: string[][], more: { kind?: string; columns?: (string | null)[] } = {}) => interpretPasted(catalogue, { rows, ...more }, 2026)

const meetings = [
  ['召开时间', '会议名称', '会议类别', '参会人数'],
  ['2026年3月5日', '网络安全专题会议', '专题会', '23'],
  ['3月32日', '局党组第三次会议', '党组会', '许多'],
]

describe('reading pasted rows', () => {
  it('tells the kind and the columns by the heading, and every error by its cell', () => {
    const { kind, columns, headingRows, records } = read(meetings)
    expect({ kind, columns, headingRows }).toEqual({ kind: 'meeting', columns: ['date', 'title', 'category', 'attendees'], headingRows: 1 })
    expect(records[0]).toMatchObject({ row: 1, errors: [], fields: { date: '2026-03-05', title: '网络安全专题会议', category: 'special-meeting', attendees: 23 } })
    expect(records[1]?.errors.map(({ column }) => column)).toEqual([0, 3])
  })

  it('tells the columns of rows without a heading by what stands in them', () => {
    const { columns, records } = read(meetings.slice(1, 2), { kind: 'meeting' })
    expect(columns).toEqual(['date', 'title', 'category', 'attendees'])
    expect(records[0]?.errors).toEqual([])
  })

  it('asks for the kind where nothing tells it', () => {
    expect(read([['甲', '乙']])).toMatchObject({ kind: null, reason: '没有表头，请选这些行属于哪种台账', records: [] })
  })

  it('takes the columns as a person said, and names what no column holds', () => {
    const { records } = read(meetings.slice(1, 2), { kind: 'meeting', columns: ['date', 'title', null, 'unit'] })
    expect(records[0]).toMatchObject({ unitName: '23', fields: { date: '2026-03-05' } })
    const without = read(meetings.slice(1, 2), { kind: 'meeting', columns: [null, 'title', 'category', null] })
    expect(without.records[0]?.errors).toEqual([{ column: null, message: '召开日期：必须填写' }])
  })
})
