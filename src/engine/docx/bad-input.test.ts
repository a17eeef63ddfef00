import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { DocxError } from './errors.ts'
import { docxOf, paragraphOf, zipOf } from './fixtures.ts'
import { defaultLimits } from './limits.ts'
import { openPackage } from './package.ts'
import { readDocx } from './read-docx.ts'
import { readReport } from './read-report.ts'

const sound = docxOf(paragraphOf('召开会议3次'))
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const utf16 = (text: string) => [...text].flatMap((c) => [c.charCodeAt(0), 0])
const withDocument = (xml: string) => docxOf('', { 'word/document.xml': xml })

function refusal(bytes: Uint8Array, name = 'report.docx'): { code: string; message: string } {
  try {
    readReport(name, bytes)
  } catch (error) {
    if (error instanceof DocxError) return error
    throw error
  }
  throw new Error('was accepted')
}

describe('readReport refuses, naming the cause and the remedy', () => {
  it.each<[string, Uint8Array, string, RegExp]>([
    ['an old .doc', new Uint8Array([...compoundFile, ...new Uint8Array(600)]), 'word-97', /另存为 \.docx/],
    ['an encrypted .docx', new Uint8Array([...compoundFile, 0, 0, ...utf16('EncryptedPackage')]), 'encrypted', /取消/],
    ['an RTF file', strToU8('{\\rtf1\\ansi'), 'not-word', /RTF/],
    ['a PDF file', strToU8('%PDF-1.7'), 'not-word', /PDF/],
    ['a renamed text', strToU8('只是文本'), 'not-word', /改了扩展名/],
    ['an empty file', new Uint8Array(), 'truncated', /0 字节/],
    ['a truncated file', sound.subarray(0, sound.length - 40), 'truncated', /不完整/],
    ['a workbook', zipOf({ 'xl/workbook.xml': '<workbook/>' }), 'not-word', /Excel/],
    ['slides', zipOf({ 'ppt/presentation.xml': '<p/>' }), 'not-word', /演示文稿/],
    ['any other archive', zipOf({ 'a.txt': 'a' }), 'not-word', /压缩包/],
    ['a document type', withDocument('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'), 'dtd', /DOCTYPE/],
    ['an unknown entity', withDocument('<a>&x;</a>'), 'bad-xml', /word\/document\.xml/],
    ['broken XML', withDocument('<a><b></a>'), 'bad-xml', /修复/],
    ['XML nested without end', withDocument('<a>'.repeat(500)), 'too-large', /嵌套过深/],
    ['a document without body', withDocument('<a/>'), 'not-word', /正文/],
  ])('%s', (_, bytes, code, message) => {
    expect(refusal(bytes)).toMatchObject({ code, message: expect.stringMatching(message) })
  })

  it('a zip bomb by its declared sizes, before anything is inflated', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(8 * 2 ** 20) })
    expect(refusal(bomb)).toMatchObject({ code: 'zip-bomb', message: expect.stringMatching(/压缩率过高/) })
  })

  it('a zip bomb whose declared size lies, as soon as it yields too much', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(8 * 2 ** 20) })
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength)
    const directory = view.getUint32(bomb.length - 22 + 16, true)
    view.setUint32(directory + 24, 1000, true)
    expect(refusal(bomb)).toMatchObject({ code: 'zip-bomb', message: expect.stringMatching(/比声明的大/) })
  })

  it('an archive of too many parts, and a file beyond the size limit', () => {
    expect(() => readDocx(sound, { ...defaultLimits, entries: 2 })).toThrow(/上限 2 个/)
    expect(() => readDocx(sound, { ...defaultLimits, fileBytes: 100 })).toThrow(/文件过大/)
    expect(() => readDocx(sound, { ...defaultLimits, totalBytes: 100 })).toThrow(/解压后共/)
    expect(() => readDocx(sound, { ...defaultLimits, partBytes: 100 })).toThrow(/超过/)
    expect(() => readDocx(sound, { ...defaultLimits, elements: 3 })).toThrow(/内容过多/)
    expect(() => readDocx(sound, { ...defaultLimits, attributes: 3 })).toThrow(/内容过多/)
  })

  it('any damage inside, never with another kind of error', () => {
    for (let at = 0; at < sound.length; at += 3) {
      const damaged = sound.slice()
      damaged[at] = (damaged[at] ?? 0) ^ 0xff
      try {
        readDocx(damaged)
      } catch (error) {
        expect(error).toBeInstanceOf(DocxError)
      }
    }
  })

  it('any damage in the XML, never with another kind of error', () => {
    const xml = openPackage(sound).text('word/document.xml')
    for (let at = 0; at < xml.length; at++) {
      for (const damage of ['', '<', '&', '"', '\u0000']) {
        try {
          readDocx(withDocument(xml.slice(0, at) + damage + xml.slice(at + 1)))
        } catch (error) {
          expect(error).toBeInstanceOf(DocxError)
        }
      }
    }
  })

  it('a file of an unknown type, and a binary called .txt', () => {
    expect(refusal(sound, '报告.xlsx')).toMatchObject({ code: 'unknown-type', message: expect.stringContaining('报告.xlsx') })
    expect(refusal(sound, '报告.txt')).toMatchObject({ code: 'bad-encoding' })
  })
})
