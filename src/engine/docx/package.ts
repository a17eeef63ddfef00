import { DocxError } from './errors.ts'
import { defaultLimits, type DocxLimits } from './limits.ts'
import { refuseOtherFormats } from './sniff.ts'
import { decodeXml, encodeUtf8 } from './text-coding.ts'
import { parseXml, type XmlDocument } from './xml-parse.ts'
import { inflateEntry, readZip, type ZipEntry } from './zip-read.ts'
import { writeZip, zipEntry } from './zip-write.ts'

/** The parts of a Word document. They are inflated when asked for; those never changed are written as they were. */
export interface DocxPackage {
  names: string[]
  /** Name of the main document part, usually word/document.xml. */
  main: string
  has(name: string): boolean
  text(name: string): string
  xml(name: string): XmlDocument
  /** Bytes with some parts replaced or added, all others byte-equal and in place; the same each time. */
  withParts(parts: Map<string, string>): Uint8Array
}

/** Opens a .docx. Throws DocxError, with the reason and the remedy, for anything else. */
export function openPackage(bytes: Uint8Array, limits: DocxLimits = defaultLimits): DocxPackage {
  refuseOtherFormats(bytes)
  const entries = new Map<string, ZipEntry>()
  for (const entry of readZip(bytes, limits)) entries.set(entry.name, entry)

  const text = (name: string) => {
    const entry = entries.get(name)
    if (!entry) throw new DocxError('corrupt', `文件已损坏：缺少 ${name}。请用 Word 修复并另存为 .docx 后再试。`)
    if (entry.size > limits.partBytes) {
      throw new DocxError('too-large', `文件过大：${name} 解压后超过 ${limits.partBytes / 2 ** 20} MB。`)
    }
    return decodeXml(inflateEntry(entry), name)
  }
  const xml = (name: string) => parseXml(text(name), name, limits)

  return {
    names: [...entries.keys()],
    main: mainPart(entries, xml),
    has: (name) => entries.has(name),
    text,
    xml,
    withParts(parts) {
      const changed = new Map(entries)
      for (const [name, content] of parts) changed.set(name, zipEntry(name, encodeUtf8(content)))
      return writeZip([...changed.values()])
    },
  }
}

function mainPart(entries: Map<string, ZipEntry>, xml: (name: string) => XmlDocument): string {
  const main = entries.has('_rels/.rels') ? relatedMain(xml('_rels/.rels')) : null
  const name = main ?? 'word/document.xml'
  if (entries.has(name) && name.startsWith('word/')) return name
  if (entries.has('xl/workbook.xml')) {
    throw new DocxError('not-word', '这是 Excel 工作簿，不是 Word 文档。报告请用 .docx；台账请作为台账导入。')
  }
  if (entries.has('ppt/presentation.xml')) throw new DocxError('not-word', '这是演示文稿，不是 Word 文档（.docx）。')
  throw new DocxError('not-word', '这是压缩包，不是 Word 文档（其中没有 word/document.xml）。请选择 .docx 文件。')
}

function relatedMain({ root }: XmlDocument): string | null {
  const relation = root.children.find((child) => child.attributes['Type']?.endsWith('/officeDocument'))
  return relation?.attributes['Target']?.replace(/^\.?\//, '') ?? null
}
