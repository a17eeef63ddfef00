import { DocxError } from './errors.ts'
import type { XmlDocument } from './xml-parse.ts'

/** Replaces `start` to `end` of the source. Equal starts keep their order, so that several insertions may meet. */
export interface Splice {
  start: number
  end: number
  xml: string
}

/** The source with the splices made; everything between them is untouched. Splices must not overlap. */
export function spliceSource(source: string, splices: Splice[]): string {
  const parts: string[] = []
  let at = 0
  for (const splice of splices.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (splice.start < at) throw new DocxError('bad-slot', '填空位置相互重叠，无法同时修改。')
    parts.push(source.slice(at, splice.start), splice.xml)
    at = splice.end
  }
  parts.push(source.slice(at))
  return parts.join('')
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for content or attributes. Characters that XML 1.0 forbids are dropped. */
export function escapeXml(text: string): string {
  // oxlint-disable-next-line no-control-regex
  const allowed = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
  return allowed.replace(/[&<>"]/g, (c) => escapes[c] ?? c)
}

/** Our own WordprocessingML, written with `w:`, in the prefix that the document uses. */
export function inPrefixOf(document: XmlDocument, xml: string): string {
  const prefix = document.wordPrefix
  if (prefix === 'w') return xml
  if (prefix === null) {
    throw new DocxError('bad-xml', '文件的 XML 写法不常见，无法修改。请用 Word 打开并另存为 .docx 后再试。')
  }
  return xml.replace(/(<\/?|\s)w:(?=[A-Za-z]+(?:[\s/>]|="))/g, `$1${prefix}:`)
}
