import { strToU8 } from 'fflate'
import { DocxError } from './errors.ts'

// Web globals present wherever this runs; the pure compiler settings know neither DOM nor Node.
interface Decoder {
  decode(bytes: Uint8Array): string
}
declare const TextDecoder: new (label: string, options: { fatal: boolean; ignoreBOM: boolean }) => Decoder

export const encodeUtf8 = (text: string): Uint8Array => strToU8(text)

const strict = (label: string) => new TextDecoder(label, { fatal: true, ignoreBOM: true })

/** Text of an XML part. A UTF-8 byte order mark stays in the text, so that writing it back gives the same bytes. */
export function decodeXml(bytes: Uint8Array, part: string): string {
  try {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return asUtf8Xml(strict('utf-16le').decode(bytes.subarray(2)))
    if (bytes[0] === 0xfe && bytes[1] === 0xff) return asUtf8Xml(strict('utf-16be').decode(bytes.subarray(2)))
    return strict('utf-8').decode(bytes)
  } catch {
    throw new DocxError('bad-xml', `文件已损坏：${part} 的文字编码无法识别。请用 Word 打开并另存为 .docx 后再试。`)
  }
}

const asUtf8Xml = (text: string) => text.replace(/^(<\?xml[^>]*encoding=)(["'])[^"']*\2/, '$1$2UTF-8$2')

/** Name of a ZIP entry: UTF-8, or byte by byte where it is not. */
export function decodeName(bytes: Uint8Array): string {
  try {
    return strict('utf-8').decode(bytes)
  } catch {
    return String.fromCharCode(...bytes)
  }
}

/** Text of a plain file: UTF-8 with or without mark, UTF-16 with mark, else GB18030. Throws `bad-encoding`. */
export function decodePlainText(bytes: Uint8Array, fileName: string): string {
  refuseDamagedUtf8(bytes, fileName)
  for (const label of encodingsOf(bytes)) {
    try {
      const text = strict(label).decode(bytes).replace(/^\uFEFF/, '')
      if (!hasControlCharacters(text)) return text
    } catch {
      continue
    }
  }
  throw new DocxError(
    'bad-encoding',
    `“${fileName}”不是文本文件，或编码无法识别（可识别 UTF-8、UTF-16、GB18030）。请另存为 UTF-8 文本后再试。`,
  )
}

/** A few bad bytes in UTF-8 would make the whole file pass as GB18030, in characters that nobody wrote. */
function refuseDamagedUtf8(bytes: Uint8Array, fileName: string): void {
  const lines = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true }).decode(bytes).split('\n')
  const damaged = lines.findIndex((line) => line.includes('\uFFFD'))
  const count = (pattern: RegExp) => lines.reduce((sum, line) => sum + (line.match(pattern)?.length ?? 0), 0)
  if (damaged < 0 || count(/[\u4E00-\u9FFF]/g) < 10 * count(/\uFFFD/g)) return
  throw new DocxError(
    'bad-encoding',
    `“${fileName}”第 ${damaged + 1} 行有无法识别的字符（UTF-8 编码有损坏）。请改正后再试。`,
  )
}

function encodingsOf(bytes: Uint8Array): string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le']
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be']
  return ['utf-8', 'gb18030']
}

// A binary file often happens to be valid GB18030; a text has no NUL and no C0 control but white space.
// oxlint-disable-next-line no-control-regex
const hasControlCharacters = (text: string) => /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/.test(text)
