import { describe, expect, it } from 'vitest'
import { checkArithmetic } from './checks.ts'
import { namedDocuments } from './named-documents.ts'
import { scanReport } from './scan.ts'

function verdicts(text: string): string[] {
  const paragraphs = text.split('\n').map((line, at) => ({ line: at + 1, text: line }))
  const slots = scanReport(paragraphs, { metrics: [], vocabularies: {} })
  return checkArithmetic(paragraphs, slots).map(({ text: figure, verdict, expected }) => `${figure} ${verdict} ${expected}`)
}

describe('checking a report against itself', () => {
  it.each([
    ['全年受理诉求100件，其中来信30件、来访20件、网上60件。', ['100 contradicted 110']],
    ['全年受理诉求110件，其中来信30件、来访20件、网上60件。', ['110 consistent 110']],
    ['全年受理诉求200件，其中来信30件、来访20件。', []],
    ['受理来信、来访、网上诉求共200件，分别为30件、20件、60件。', ['200 contradicted 110']],
    ['来信占30%、来访占20%、网上占48%。', ['48 contradicted 100%']],
    ['来信占30%、来访占20%、网上占50%。', ['50 consistent 100%']],
    ['受理诉求200件，办结190件，办结率96%。', ['96 contradicted 95%']],
    ['受理诉求200件，办结190件，办结率95%。', ['95 consistent 95%']],
    ['开展检查120次，比上年的100次增长25%。', ['25 contradicted 20%']],
    ['开展检查120次，比上年的100次增长20%。', ['20 consistent 20%']],
    ['发现问题200余个，整改190个，整改率90%。', []],
  ])('reads %s', (text, expected) => {
    expect(verdicts(text)).toEqual(expected)
  })
})

describe('naming documents', () => {
  it('leaves laws out', () => {
    const found = namedDocuments([{ line: 1, text: '依据《中华人民共和国网络安全法》印发《网络安全工作方案》。' }])
    expect(found.map(({ title }) => title)).toEqual(['网络安全工作方案'])
  })
})
