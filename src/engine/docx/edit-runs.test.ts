import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editParagraph } from './edit-runs.ts'
import { docxOf, paragraphOf, runOf } from './fixtures.ts'
import { readDocx } from './read-docx.ts'
import type { Mark } from './text-atoms.ts'
import { spliceSource } from './xml-write.ts'

const inner = /<w:body>(.*)<\/w:body>/s

function edited(body: string, ...marks: Mark[]): string {
  const report = readDocx(docxOf(body))
  const [paragraph] = report.paragraphs
  if (!paragraph) throw new Error('no paragraph')
  return inner.exec(spliceSource(report.xml.source, editParagraph(report.xml, paragraph, marks)))?.[1] ?? ''
}

const bold = '<w:b/><w:u w:val="single"/>'

describe('editParagraph', () => {
  it('replaces text inside one run and keeps its properties', () => {
    expect(edited(`<w:p>${runOf('会议x次', bold)}</w:p>`, { column: 2, length: 1, text: '12' })).toBe(
      `<w:p><w:r><w:rPr>${bold}</w:rPr><w:t xml:space="preserve">会议</w:t></w:r>` +
        `<w:r><w:rPr>${bold}</w:rPr><w:t xml:space="preserve">12</w:t></w:r>` +
        `<w:r><w:rPr>${bold}</w:rPr><w:t xml:space="preserve">次</w:t></w:r></w:p>`,
    )
  })

  it('leaves every other run as it is written', () => {
    const untouched = "<w:r w:rsidR='00A'><w:t>前&#x4e00;</w:t></w:r>"
    const xml = edited(`<w:p>${untouched}${runOf('x')}${runOf('次')}</w:p>`, { column: 2, length: 1, text: '3' })
    expect(xml).toBe(`<w:p>${untouched}${runOf('3')}${runOf('次')}</w:p>`)
  })

  it('puts the text into the first of several runs and empties the others', () => {
    const xml = edited(`<w:p>${runOf('约', '<w:i/>')}${runOf('1')}${runOf('0次')}</w:p>`, { column: 0, length: 3, text: '12' })
    expect(readDocx(docxOf(xml)).paragraphs[0]?.text).toBe('12次')
    expect(xml).toContain(runOf('12', '<w:i/>'))
  })

  it('keeps what a run holds besides text', () => {
    const run = '<w:r><w:t>a</w:t><w:footnoteReference w:id="2"/><w:t>b</w:t></w:r>'
    const xml = edited(`<w:p>${run}</w:p>`, { column: 0, length: 2, text: '3' })
    expect(xml).toContain('<w:footnoteReference w:id="2"/>')
    expect(readDocx(docxOf(xml)).paragraphs[0]?.text).toBe('3')
  })

  it('sets the highlight where the schema wants it, in place of another', () => {
    const xml = edited(`<w:p>${runOf('x', '<w:b/><w:highlight w:val="red"/><w:u w:val="single"/>')}</w:p>`, {
      column: 0,
      length: 1,
      highlight: 'yellow',
    })
    expect(xml).toBe(`<w:p>${runOf('x', '<w:b/><w:highlight w:val="yellow"/><w:u w:val="single"/>')}</w:p>`)
  })

  it('nests marks: the outer one opens first and closes last', () => {
    const outer: Mark = { column: 0, length: 3, before: '<o/>', after: '<c/>', highlight: 'cyan' }
    const xml = edited(paragraphOf('会x次'), outer, { column: 1, length: 1, text: '9', before: '<i/>', after: '<j/>' })
    expect(xml.replaceAll(/<w:rPr>.*?<\/w:rPr>| xml:space="preserve"/g, '')).toBe(
      '<w:p><o/><w:r><w:t>会</w:t></w:r><i/><w:r><w:t>9</w:t></w:r><j/><w:r><w:t>次</w:t></w:r><c/></w:p>',
    )
  })

  it('inserts at an empty stretch', () => {
    expect(edited(paragraphOf('会议次'), { column: 2, length: 0, text: '4' }).replaceAll(/<[^>]*>/g, '')).toBe('会议4次')
  })

  it('does not break an edit of the text box that stands in a run with text', () => {
    const box = `<w:pict><v:textbox><w:txbxContent>${paragraphOf('内x')}</w:txbxContent></v:textbox></w:pict>`
    const report = readDocx(docxOf(`<w:p><w:r><w:t>外x次</w:t>${box}</w:r></w:p>`))
    const splices = report.paragraphs.flatMap((p) => editParagraph(report.xml, p, [{ column: 1, length: 1, text: '5' }]))
    const again = readDocx(docxOf(inner.exec(spliceSource(report.xml.source, splices))?.[1] ?? ''))
    expect(again.paragraphs.map((p) => p.text)).toEqual(['外5次', '内5'])
  })

  it('writes in the prefix that the document uses', () => {
    const namespace = 'xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    const run = '<x:r><x:rPr><x:b/></x:rPr><x:t>会x次</x:t></x:r>'
    const document = `<x:document ${namespace}><x:body><x:p>${run}</x:p></x:body></x:document>`
    const { xml, paragraphs } = readDocx(docxOf('', { 'word/document.xml': document }))
    const mark: Mark = { column: 1, length: 1, text: '3', highlight: 'yellow' }
    const splices = paragraphs.flatMap((p) => editParagraph(xml, p, [mark]))
    const source = spliceSource(xml.source, splices)
    expect(source).toContain('<x:rPr><x:b/><x:highlight x:val="yellow"/></x:rPr><x:t xml:space="preserve">3</x:t></x:r>')
    expect(source).not.toMatch(/w:/)
  })

  it.each([
    [-1, 1],
    [0, 9],
    [4, 0],
    [1, 1],
  ])('refuses a place outside the text or inside a character: %i, %i', (column, length) => {
    expect(() => edited(paragraphOf('𠮷a'), { column, length, text: '' })).toThrow(/第 1 段/)
  })

  it('changes exactly the given stretches, whatever the runs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-f一-三]{0,5}$/), { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(8), fc.nat(4), fc.stringMatching(/^[\d\t]{0,3}$/)), { maxLength: 4 }),
        (runs, gaps) => {
          const text = runs.join('')
          const marks: Mark[] = []
          let expected = ''
          let at = 0
          for (const [gap, length, replacement] of gaps) {
            const column = at + gap + 1
            if (column + length >= text.length) break
            expected += text.slice(at, column) + replacement
            marks.push({ column, length, text: replacement })
            at = column + length
          }
          const xml = edited(paragraphOf(...runs), ...marks)
          expect(readDocx(docxOf(xml)).paragraphs[0]?.text).toBe(expected + text.slice(at))
        },
      ),
      { numRuns: 300 },
    )
  })
})
