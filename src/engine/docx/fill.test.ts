import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillTemplate, type Filling, type FillOptions } from './fill.ts'
import { docxOf, paragraphOf, runOf } from './fixtures.ts'
import { openPackage } from './package.ts'
import { readDocx } from './read-docx.ts'
import { makeTemplate, type NewSlot } from './template-make.ts'
import { readTemplate, type ReportTemplate } from './template-read.ts'

function templateOf(body: string, slots: NewSlot[], parts: Record<string, string> = {}): ReportTemplate {
  return readTemplate(makeTemplate(readDocx(docxOf(body, parts)), slots).bytes)
}
const section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1587" w:right="1474"/></w:sectPr>'
const body = `${paragraphOf('全年召开会议约1', '2次，培训x期。')}${section}`
const meetings: NewSlot = { line: 1, column: 7, length: 2, tag: 'meetings' }
const training: NewSlot = { line: 1, column: 13, length: 1, tag: 'training' }
const template = templateOf(body, [meetings, training])

const textOf = (bytes: Uint8Array) => readDocx(bytes).paragraphs.map((p) => p.text).join('\n')
const documentOf = (bytes: Uint8Array) => openPackage(bytes).text('word/document.xml')
const filled = (fillings: Filling[], options?: FillOptions) => fillTemplate(template, fillings, options)

const annex = {
  rows: [
    { sentence: '召开会议15次', metric: '会议次数', value: '15', how: '按场次计数', records: 15, examples: ['第一次'] },
  ],
  inputs: [{ name: '台账.xlsx', sha256: 'ab'.repeat(32) }],
}

describe('fillTemplate', () => {
  it('replaces the text of the slots and nothing else', () => {
    const bytes = filled([{ tag: 'meetings', text: '15' }, { tag: 'training', text: '3' }])
    expect(textOf(bytes)).toBe('全年召开会议约15次，培训3期。')
    expect(openPackage(bytes).text('_rels/.rels')).toBe(template.report.package.text('_rels/.rels'))
  })

  it('lets an exact number replace the approximation word too', () => {
    const bytes = filled([{ tag: 'meetings', text: '15', extend: { before: 1, after: 0 } }])
    expect(textOf(bytes)).toBe('全年召开会议15次，培训x期。')
  })

  it('keeps controls and bookmarks, so that the figure can be found and filled again', () => {
    const once = readTemplate(filled([{ tag: 'meetings', text: '' }, { tag: 'training', text: '十' }]))
    expect(once.slots.map(({ tag, found }) => [tag, found])).toEqual([['meetings', 'control'], ['training', 'control']])
    expect(textOf(fillTemplate(once, [{ tag: 'meetings', text: '8' }]))).toBe('全年召开会议约8次，培训十期。')
  })

  it('leaves an open slot as it is, in yellow', () => {
    const xml = documentOf(filled([{ tag: 'training', mark: 'open' }]))
    expect(xml).toContain(runOf('x', '<w:highlight w:val="yellow"/>'))
    expect(xml.match(/w:highlight/g)).toHaveLength(1)
  })

  it('takes the highlight of a blank away when told that it is filled', () => {
    const opened = readTemplate(filled([{ tag: 'training', mark: 'open' }]))
    const xml = documentOf(fillTemplate(opened, [{ tag: 'training', text: '3', mark: 'filled' }]))
    expect(xml).not.toContain('w:highlight')
    expect(xml).toContain(runOf('3'))
  })

  it('marks a sentence carried over, with a comment, around the slots filled in it', () => {
    const bytes = filled([{ tag: 'meetings', text: '15' }, { tag: 'training', mark: 'open' }], {
      carriedOver: [{ line: 1, column: 0, length: 16, comment: '沿用去年内容：请确认或删除' }],
    })
    expect(textOf(bytes)).toBe('全年召开会议约15次，培训x期。')
    const xml = documentOf(bytes)
    expect(xml).toContain(runOf('x', '<w:highlight w:val="yellow"/>'))
    expect(xml).toContain(runOf('15', '<w:highlight w:val="cyan"/>'))
    expect(xml).toMatch(/^.*<w:body><w:p><w:commentRangeStart w:id="0"\/>/s)
    const parts = openPackage(bytes)
    expect(parts.text('word/comments.xml')).toContain('沿用去年内容：请确认或删除')
    expect(parts.text('word/_rels/document.xml.rels')).toContain('Target="comments.xml"')
    expect(parts.text('[Content_Types].xml')).toContain('PartName="/word/comments.xml"')
  })

  it('adds to comments that are there', () => {
    const existing = 'xmlns:c="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments'
    const namespace = 'http://schemas.openxmlformats.org/package/2006/relationships'
    const relation = `<Relationship Id="rId1" Type="${type}" Target="comments.xml"/>`
    const commented = templateOf(body, [meetings], {
      'word/comments.xml': `<c:comments ${existing}><c:comment c:id="7"/></c:comments>`,
      'word/_rels/document.xml.rels': `<Relationships xmlns="${namespace}">${relation}</Relationships>`,
    })
    const bytes = fillTemplate(commented, [{ tag: 'meetings', comment: '去年为<12>次' }])
    const comments = openPackage(bytes).text('word/comments.xml')
    expect(comments).toMatch(/<c:comment c:id="7"\/><w:comment [^>]*w:id="8".*去年为&lt;12&gt;次/)
    expect(documentOf(bytes)).toContain('<w:commentReference w:id="8"/>')
  })

  it('appends the annex before the last section, and no reading takes it for the report', () => {
    const bytes = filled([], { annex })
    expect(documentOf(bytes)).toMatch(/报告数字依据表.*台账\.xlsx.*<w:bookmarkEnd w:id="\d+"\/><\/w:p><w:sectPr><w:pgSz w:w="11906"/s)
    expect(textOf(bytes).trim()).toBe('全年召开会议约12次，培训x期。')
    const again = makeTemplate(readDocx(bytes), [meetings]).bytes
    expect(documentOf(again)).not.toContain('报告数字依据表')
  })

  it('fills both copies of a text box', () => {
    const box = `<w:txbxContent>${paragraphOf('会x次')}</w:txbxContent>`
    const both = `<mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback>`
    const drawn = templateOf(`<w:p><w:r><mc:AlternateContent>${both}</mc:AlternateContent></w:r></w:p>`, [
      { line: 2, column: 1, length: 1, tag: 'm' },
    ])
    expect(documentOf(fillTemplate(drawn, [{ tag: 'm', text: '9' }])).match(/>9</g)).toHaveLength(2)
  })

  it('cuts the data binding of a control it fills, which would bring the old text back', () => {
    const properties = '<w:sdtPr><w:dataBinding w:xpath="/a"/><w:text/></w:sdtPr>'
    const control = `<w:sdt>${properties}<w:sdtContent>${runOf('x')}</w:sdtContent></w:sdt>`
    const bound = templateOf(`<w:p>${control}${runOf('次')}</w:p>`, [{ line: 1, column: 0, length: 1, tag: 'm' }])
    const xml = documentOf(fillTemplate(bound, [{ tag: 'm', text: '9' }]))
    expect(xml).not.toContain('dataBinding')
    expect(xml).toContain(runOf('9'))
  })

  it('refuses an unknown slot and places that overlap', () => {
    expect(() => filled([{ tag: 'unknown', text: '1' }])).toThrow(/unknown/)
    const wide = { tag: 'meetings', text: '1', extend: { before: 0, after: 7 } }
    expect(() => filled([wide, { tag: 'training', text: '1' }])).toThrow(/重叠/)
  })

  it('gives the same bytes for the same input', () => {
    const fillings = [{ tag: 'meetings', text: '15', comment: '注' }]
    expect(filled(fillings, { annex })).toEqual(filled(fillings, { annex }))
  })

  it('writes any text so that the same text is read, and changes no other character', () => {
    const forbidden = /[\p{Cc}\uFFFE\uFFFF]/gu
    const texts = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll(forbidden, ''))
    fc.assert(
      fc.property(texts, texts, (first, second) => {
        const bytes = filled([{ tag: 'meetings', text: first }, { tag: 'training', text: second }])
        expect(textOf(bytes)).toBe(`全年召开会议约${first}次，培训${second}期。`)
      }),
      { numRuns: 100 },
    )
  })
})
