import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { docxOf, paragraphOf, runOf } from './fixtures.ts'
import { openPackage } from './package.ts'
import { readDocx } from './read-docx.ts'
import { makeTemplate, type NewSlot } from './template-make.ts'
import { readTemplate } from './template-read.ts'

const made = (body: string, ...slots: NewSlot[]) => makeTemplate(readDocx(docxOf(body)), slots, '{"a":1}')
const documentOf = (bytes: Uint8Array) => openPackage(bytes).text('word/document.xml')

/** The template as a program leaves it that drops some of what we set. */
function without(bytes: Uint8Array, ...patterns: RegExp[]): Uint8Array {
  const xml = patterns.reduce((text, pattern) => text.replaceAll(pattern, ''), documentOf(bytes))
  return openPackage(bytes).withParts(new Map([['word/document.xml', xml]]))
}
const controls = /<w:sdt><w:sdtPr>.*?<w:sdtContent>|<\/w:sdtContent><\/w:sdt>/g
const bookmarks = /<w:bookmark(Start|End)[^>]*>/g

const sentence = '全年召开专题会议x次，开展培训x期，发布信息xx条。'
const slots: NewSlot[] = [
  { line: 2, column: 8, length: 1, tag: 'meetings', title: '专题会议' },
  { line: 2, column: 15, length: 1, tag: 'training-2' },
  { line: 2, column: 22, length: 2, tag: 'posts' },
]
const body = `<w:p/>${paragraphOf(sentence.slice(0, 5), sentence.slice(5, 23), sentence.slice(23))}`

describe('makeTemplate', () => {
  it('wraps the slot in a control with a bookmark, and keeps the run properties', () => {
    const { bytes } = made(`<w:p>${runOf('会x次', '<w:b/>')}</w:p>`, { line: 1, column: 1, length: 1, tag: 'm', title: '会议' })
    expect(documentOf(bytes)).toContain(
      `${runOf('会', '<w:b/>')}<w:bookmarkStart w:id="1" w:name="tz_m"/><w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr>` +
        '<w:alias w:val="会议"/><w:tag w:val="tz:m"/><w:id w:val="100001"/></w:sdtPr><w:sdtContent>' +
        `${runOf('x', '<w:b/>')}</w:sdtContent></w:sdt><w:bookmarkEnd w:id="1"/>${runOf('次', '<w:b/>')}`,
    )
  })

  it('leaves every other part byte-equal', () => {
    const before = openPackage(docxOf(body, { 'word/styles.xml': '<s/>' }))
    const after = openPackage(makeTemplate(readDocx(docxOf(body, { 'word/styles.xml': '<s/>' })), slots).bytes)
    expect(after.text('word/styles.xml')).toBe(before.text('word/styles.xml'))
    expect(after.names.slice(0, before.names.length)).toEqual(before.names)
  })

  it('gives the same bytes for the same input', () => {
    expect(made(body, ...slots).bytes).toEqual(made(body, ...slots).bytes)
  })

  it('takes the controls of an earlier template out first', () => {
    const first = made(body, ...slots)
    const second = makeTemplate(readDocx(first.bytes), slots.slice(1), '')
    expect(readTemplate(second.bytes).slots.map((slot) => slot.tag)).toEqual(['training-2', 'posts'])
    expect(documentOf(second.bytes).match(/<w:sdt>/g)).toHaveLength(2)
    expect(documentOf(second.bytes).match(/<w:bookmarkStart/g)).toHaveLength(2)
  })

  it('wraps part by part what no single control can hold', () => {
    const split = `<w:p>${runOf('共1')}<w:hyperlink>${runOf('2')}</w:hyperlink>${runOf('3次')}</w:p>`
    const { bytes } = made(split, { line: 1, column: 1, length: 3, tag: 'm' })
    expect(documentOf(bytes).match(/<w:sdt>/g)).toHaveLength(3)
    expect(readTemplate(bytes).slots[0]?.places).toEqual([{ line: 1, column: 1, length: 3, text: '123' }])
  })

  it('only sets bookmarks inside a plain-text control of the author', () => {
    const own = `<w:p><w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${runOf('x')}</w:sdtContent></w:sdt></w:p>`
    const { bytes } = made(own, { line: 1, column: 0, length: 1, tag: 'm' })
    expect(documentOf(bytes).match(/<w:sdt>/g)).toHaveLength(1)
    expect(readTemplate(bytes).slots[0]?.found).toBe('bookmark')
  })

  it.each<[string, NewSlot[], RegExp]>([
    ['no such paragraph', [{ line: 9, column: 0, length: 1, tag: 'a' }], /没有第 9 段/],
    ['a place beyond the text', [{ line: 2, column: 90, length: 1, tag: 'a' }], /第 2 段没有第 90/],
    ['a malformed tag', [{ line: 2, column: 0, length: 1, tag: 'a b' }], /“a b”/],
    ['a tag twice', [{ line: 2, column: 0, length: 1, tag: 'a' }, { line: 2, column: 2, length: 1, tag: 'a' }], /重复/],
    ['overlapping slots', [{ line: 2, column: 0, length: 3, tag: 'a' }, { line: 2, column: 2, length: 3, tag: 'b' }], /重叠/],
  ])('refuses %s', (_, wrong, message) => {
    expect(() => made(body, ...wrong)).toThrow(message)
  })
})

describe('readTemplate', () => {
  const expected = slots.map(({ tag, line, column, length }) => {
    return { tag, places: [{ line, column, length, text: 'x'.repeat(length) }] }
  })

  it.each<[string, RegExp[], string]>([
    ['by control', [], 'control'],
    ['by bookmark, when the controls are dropped', [controls], 'bookmark'],
    ['by the text around them, when both are dropped', [controls, bookmarks], 'context'],
  ])('finds the slots again %s', (_, dropped, found) => {
    const template = readTemplate(without(made(body, ...slots).bytes, ...dropped))
    expect(template.slots).toEqual(expected.map((slot) => ({ ...slot, found })))
    expect(template).toMatchObject({ lost: [], bindings: '{"a":1}' })
  })

  it('finds them by anchors kept beside, when the document lost its copy', () => {
    const { bytes, anchors } = made(body, ...slots)
    const bare = docxOf(/<w:body>(.*)<\/w:body>/s.exec(documentOf(without(bytes, controls, bookmarks)))?.[1] ?? '')
    expect(readTemplate(bare).slots).toEqual([])
    expect(readTemplate(bare, anchors).slots.map((slot) => slot.tag)).toEqual(['meetings', 'training-2', 'posts'])
  })

  it('names the slots that are lost', () => {
    const { anchors } = made(body, ...slots)
    expect(readTemplate(docxOf(paragraphOf('完全不同的一段话')), anchors).lost).toEqual(['meetings', 'training-2', 'posts'])
  })

  it('finds a slot in a text box in both of its copies', () => {
    const box = `<w:txbxContent>${paragraphOf('会x次')}</w:txbxContent>`
    const both = `<mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback>`
    const drawing = `<w:p><w:r><mc:AlternateContent>${both}</mc:AlternateContent></w:r></w:p>`
    const { bytes } = made(drawing, { line: 2, column: 1, length: 1, tag: 'm' })
    expect(readTemplate(bytes).slots[0]?.places.map(({ line }) => line)).toEqual([2, 3])
  })

  it('gives back any slots over any runs, and leaves the text as it is', () => {
    const runs = fc.array(fc.stringMatching(/^[a-f一-三]{0,6}$/), { minLength: 1, maxLength: 6 })
    const gaps = fc.array(fc.tuple(fc.nat(6), fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(runs, gaps, (texts, steps) => {
        const text = texts.join('')
        const chosen: NewSlot[] = []
        let at = 0
        for (const [gap, length] of steps) {
          if (at + gap + length > text.length) break
          chosen.push({ line: 1, column: at + gap, length, tag: `s${chosen.length}` })
          at += gap + length
        }
        const { bytes } = made(paragraphOf(...texts), ...chosen)
        const template = readTemplate(bytes)
        expect(template.report.paragraphs[0]?.text).toBe(text)
        expect(template.slots.map(({ tag, places: [place] }) => ({ tag, ...place, text: undefined }))).toEqual(
          chosen.map((slot) => ({ ...slot, text: undefined })),
        )
      }),
      { numRuns: 150 },
    )
  })
})
