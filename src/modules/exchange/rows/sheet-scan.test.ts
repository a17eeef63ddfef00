import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scanSheet } from './sheet-scan.ts'

const scan = (xml: string) => scanSheet(new TextEncoder().encode(xml))

describe('scanSheet', () => {
  it.each([
    ['no result', '<c r="D2"><f>20+3</f></c>', ['D2']],
    ['an empty result', '<c r="D2" s="1"><f>20+3</f><v></v></c>', ['D2']],
    ['an empty result in short', '<c s="1" r="D2"><f>20+3</f><v /></c>', ['D2']],
    ['a shared formula without result', '<c r="D2"><f t="shared" si="0"/></c>', ['D2']],
    ['a result', '<c r="D2"><f>20+3</f><v>23</v></c>', []],
    ['a result that is a text of no characters', '<c r="D2" t="str"><f>IF(A2="","",A2)</f><v></v></c>', []],
    ['no formula', '<c r="D2"><v></v></c>', []],
  ])('tells whether a formula was computed: %s', (_, cell, names) => {
    expect([...scan(`<sheetData><row r="2">${cell}</row></sheetData>`).uncomputed]).toEqual(names)
  })

  it('finds every merge and formula wherever the windows end', () => {
    const cell = (row: number) => `<c r="A${row}"><f>${'B1+'.repeat(40)}B2</f></c>`
    const rows = Array.from({ length: 20_000 }, (_, at) => `<row r="${at + 1}">${cell(at + 1)}</row>`).join('')
    const merges = Array.from({ length: 50_000 }, (_, at) => `<mergeCell ref="B${2 * at + 1}:B${2 * at + 2}"/>`).join('')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), (shift) => {
        const found = scan(`<!--${'日'.repeat(shift)}--><sheetData>${rows}</sheetData><mergeCells>${merges}</mergeCells>`)
        expect([found.uncomputed.size, found.merges.length]).toEqual([20_000, 50_000])
        expect(found.merges.at(-1)).toEqual({ top: 99_998, left: 1, bottom: 99_999, right: 1 })
      }),
      { numRuns: 5 },
    )
  })

  it.each(['<c r="A1"', '<c r="A1"><f', '<c r="A1"><f>', '<mergeCell ', '<mergeCell ref="A1:', '<c '])('finds nothing in a million times %s', (piece) => {
    expect(scan(piece.repeat(1_000_000))).toEqual({ merges: [], uncomputed: new Set() })
  })
})
