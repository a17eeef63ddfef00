import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { docxOf, paragraphOf } from './fixtures.ts'
import { readReport } from './read-report.ts'

const linesOf = (name: string, bytes: Uint8Array) => readReport(name, bytes).paragraphs.map(({ text }) => text)
const utf16le = (text: string) => {
  const units = [...text].flatMap((c) => [c.charCodeAt(0) & 0xff, c.charCodeAt(0) >> 8])
  return new Uint8Array([0xff, 0xfe, ...units])
}

describe('readReport', () => {
  it('numbers the lines of a text from 1, empty ones included, whatever ends them', () => {
    expect(readReport('a.txt', strToU8('标题\r\n\r\n第一段\n第二段\r末\n')).paragraphs).toEqual([
      { line: 1, text: '标题' },
      { line: 2, text: '' },
      { line: 3, text: '第一段' },
      { line: 4, text: '第二段' },
      { line: 5, text: '末' },
    ])
  })

  it.each([
    ['UTF-8', strToU8('会议3次')],
    ['UTF-8 with mark', strToU8('\uFEFF会议3次')],
    ['UTF-16', utf16le('会议3次')],
    ['GB18030', new Uint8Array([0xbb, 0xe1, 0xd2, 0xe9, 0x33, 0xb4, 0xce])],
  ])('reads %s', (_, bytes) => {
    expect(linesOf('报告.TXT', bytes)).toEqual(['会议3次'])
  })

  it('refuses UTF-8 with a bad byte, naming the line, rather than take it for GB18030', () => {
    const damaged = new Uint8Array([...strToU8('第一行\n第二行召开专题会议三次并且'), 0xe4, 0xb8])
    expect(() => readReport('a.txt', damaged)).toThrow(/第 2 行/)
  })

  it('leaves Markdown as it is written, so that columns are those of the file', () => {
    const report = readReport('a.md', strToU8('# 标题\n- **3**次'))
    expect(report).toMatchObject({ format: 'markdown', paragraphs: [{ text: '# 标题' }, { text: '- **3**次' }] })
  })

  it('reads a .docx that is called .doc', () => {
    expect(linesOf('旧名.doc', docxOf(paragraphOf('文')))).toEqual(['文'])
  })
})
