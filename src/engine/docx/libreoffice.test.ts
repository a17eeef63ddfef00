import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillTemplate } from './fill.ts'
import { docxOf, runOf } from './fixtures.ts'
import { readDocx } from './read-docx.ts'
import { makeTemplate } from './template-make.ts'
import { readTemplate } from './template-read.ts'

// Only where LibreOffice is installed: apt install libreoffice-writer.
const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0

describe.skipIf(!hasLibreOffice)('a template saved by LibreOffice (skipped where soffice is not installed)', () => {
  let folder = ''
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'taizhang-docx-'))))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  function savedByLibreOffice(bytes: Uint8Array): Uint8Array {
    const [source, saved] = [join(folder, 'template.docx'), join(folder, 'saved')]
    writeFileSync(source, bytes)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const format = ['--headless', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', saved]
    execFileSync('soffice', [profile, ...format, source], { stdio: 'ignore' })
    return readFileSync(join(saved, 'template.docx'))
  }

  it('keeps its slots, their formatting and the bindings, and can be filled and made again', () => {
    const body = `<w:p>${runOf('召开会议')}${runOf('xx', '<w:b/><w:highlight w:val="yellow"/>')}${runOf('次，培训x期。')}</w:p>`
    const slots = [
      { line: 1, column: 4, length: 2, tag: 'meetings' },
      { line: 1, column: 10, length: 1, tag: 'training' },
    ]
    const saved = savedByLibreOffice(makeTemplate(readDocx(docxOf(body)), slots, '{"period":"2026"}').bytes)
    const template = readTemplate(saved)
    expect(template).toMatchObject({ lost: [], bindings: '{"period":"2026"}' })
    expect(template.slots.map(({ tag, places: [{ text }] }) => [tag, text])).toEqual([['meetings', 'xx'], ['training', 'x']])

    const filled = readDocx(fillTemplate(template, [{ tag: 'meetings', text: '12' }, { tag: 'training', text: '3' }]))
    expect(filled.paragraphs[0]?.text).toBe('召开会议12次，培训3期。')
    expect(filled.xml.source).toMatch(/<w:b\/>(?:(?!<\/w:rPr>).)*<w:highlight w:val="yellow"\/>(?:(?!<\/w:r>).)*>12</)

    const again = makeTemplate(filled, slots).bytes
    expect(readDocx(again).xml.source.match(/<w:sdt>/g)).toHaveLength(2)
  }, 120_000)
})
