import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { docxOf, paragraphOf, runOf } from './fixtures.ts'
import { readDocx } from './read-docx.ts'
import { escapeXml } from './xml-write.ts'

const textsOf = (body: string) => readDocx(docxOf(body)).paragraphs.map((paragraph) => paragraph.text)

describe('readDocx', () => {
  it('joins split runs and knows where each stretch comes from', () => {
    const { paragraphs, xml } = readDocx(docxOf(paragraphOf('召开专题会议', '1', '2次')))
    expect(paragraphs[0]?.text).toBe('召开专题会议12次')
    const piece = paragraphs[0]?.pieces[2]
    expect(piece).toMatchObject({ column: 7, text: '2次' })
    expect(xml.source.slice(piece?.run.start, piece?.run.end)).toBe(runOf('2次'))
  })

  it('counts empty paragraphs, cells and nested tables in document order', () => {
    const nested = `<w:tbl><w:tr><w:tc>${paragraphOf('内')}</w:tc></w:tr></w:tbl>`
    const body = `<w:p/><w:tbl><w:tr><w:tc>${paragraphOf('外')}${nested}<w:p/></w:tc></w:tr></w:tbl>${paragraphOf('末')}`
    expect(textsOf(body)).toEqual(['', '外', '内', '', '末'])
  })

  it('counts a text box twice when it stands as choice and fallback, and gives its text once', () => {
    const body =
      `<w:p>${runOf('前')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box(paragraphOf('框内3次'))}` +
      `</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>${box(paragraphOf('框内3', '次'))}</v:textbox></w:pict>` +
      `</mc:Fallback></mc:AlternateContent></w:r>${runOf('后')}</w:p>${paragraphOf('末')}`
    const { paragraphs } = readDocx(docxOf(body))
    expect(paragraphs.map((p) => p.text)).toEqual(['前后', '框内3次', '', '末'])
    expect(paragraphs.map((p) => p.repeats)).toEqual([null, null, 2, null])
  })

  it.each([
    ['inserted text', `<w:p><w:ins w:id="1">${runOf('新')}</w:ins></w:p>`, '新'],
    ['deleted text', `<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>${runOf('留')}</w:p>`, '留'],
    ['moved text', `<w:p><w:moveFrom>${runOf('移')}</w:moveFrom><w:moveTo>${runOf('移')}</w:moveTo></w:p>`, '移'],
    [
      'hyperlinks and smart tags',
      `<w:p><w:hyperlink>${runOf('甲')}</w:hyperlink><w:smartTag>${runOf('乙')}</w:smartTag></w:p>`,
      '甲乙',
    ],
    ['content controls', `<w:p><w:sdt><w:sdtPr/><w:sdtContent>${runOf('控')}</w:sdtContent></w:sdt></w:p>`, '控'],
    ['a block control', `<w:sdt><w:sdtContent>${paragraphOf('块')}</w:sdtContent></w:sdt>`, '块'],
    [
      'tabs and breaks',
      '<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:noBreakHyphen/><w:br w:type="page"/></w:r></w:p>',
      'a\tb\n-',
    ],
    ['entities and CDATA', '<w:p><w:r><w:t>&lt;&#x4e00;&amp;<![CDATA[<二>]]></w:t></w:r></w:p>', '<一&<二>'],
    ['hidden runs', `<w:p>${runOf('隐', '<w:vanish/>')}${runOf('显', '<w:vanish w:val="0"/>')}</w:p>`, '显'],
    [
      'phonetic guides',
      `<w:p><w:r><w:ruby><w:rt>${runOf('yi')}</w:rt><w:rubyBase>${runOf('一')}</w:rubyBase></w:ruby></w:r></w:p>`,
      '一',
    ],
    [
      'tab stops of the paragraph',
      `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${runOf('文')}</w:p>`,
      '文',
    ],
  ])('sees %s as a reader does', (_, body, text) => {
    expect(textsOf(body)).toEqual([text])
  })

  it('sees the result of a field, not its instruction, even where fields nest', () => {
    const field = (instruction: string, result: string) =>
      mark('begin') + instruction + mark('separate') + runOf(result) + mark('end')
    const page = field('<w:r><w:instrText>PAGE</w:instrText></w:r>', '5')
    const nested = field(`<w:r><w:instrText>IF </w:instrText></w:r>${page}`, '共5页')
    expect(textsOf(`<w:p>${nested}</w:p>`)).toEqual(['共5页'])
    expect(textsOf(`<w:p>${mark('begin')}${runOf('未结束')}</w:p>`)).toEqual(['未结束'])
    expect(textsOf(`<w:p><w:fldSimple w:instr="DATE">${runOf('今天')}</w:fldSimple></w:p>`)).toEqual(['今天'])
  })

  it('reads other prefixes and the strict namespace', () => {
    const namespace = 'xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    const body = '<x:body><x:p><x:r><x:t>文</x:t></x:r></x:p></x:body>'
    const bytes = docxOf('', { 'word/document.xml': `<x:document ${namespace}>${body}</x:document>` })
    expect(readDocx(bytes).paragraphs[0]?.text).toBe('文')
  })

  it('gives the same text however it is split into runs', () => {
    const chunk = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).map(allowedInXml)
    const chunks = fc.array(chunk, { minLength: 1 })
    fc.assert(
      fc.property(chunks, (parts) => {
        const { paragraphs } = readDocx(docxOf(paragraphOf(...parts.map(escapeXml))))
        const paragraph = paragraphs[0]
        expect(paragraph?.text).toBe(parts.join(''))
        for (const piece of paragraph?.pieces ?? []) {
          expect(paragraph?.text.slice(piece.column, piece.column + piece.text.length)).toBe(piece.text)
        }
      }),
      { numRuns: 60 },
    )
  })
})

const box = (content: string) => `<w:txbxContent>${content}</w:txbxContent>`
const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`

// oxlint-disable-next-line no-control-regex
const allowedInXml = (text: string) => text.replace(/[\u0000-\u001F\uFFFE\uFFFF]/g, '·')
