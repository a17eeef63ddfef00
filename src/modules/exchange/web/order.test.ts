import { describe, expect, it } from 'vitest'
import { askedBy, correctionOf, noOrder, withCorrection, withRow } from './order.ts'

const place = { file: { sha256: 'a'.repeat(64) }, sheet: '会议' }
const other = { ...place, sheet: '培训' }

describe('correcting how a sheet is read', () => {
  it('keeps one correction for each sheet', () => {
    const order = withCorrection(withCorrection(withCorrection(noOrder, place, { kind: 'meeting' }), other, { kind: null }), place, { columns: { B: 'title' } })
    expect(order.corrections).toHaveLength(2)
    expect(correctionOf(order, place)).toMatchObject({ kind: 'meeting', columns: { B: 'title' } })
  })

  it('forgets a correction that no longer says anything, so that the order asks the same as before', () => {
    const order = withCorrection(withCorrection(noOrder, place, { kind: 'meeting' }), place, { kind: undefined })
    expect(askedBy(order)).toBe(askedBy(noOrder))
  })

  it('lets the last word about a row count', () => {
    const order = withRow(withRow(noOrder, place, 7, 'leaveOut'), place, 7, 'take')
    expect(correctionOf(order, place)).toMatchObject({ leaveOut: [], take: [7] })
  })
})
