import { DocxError } from './errors.ts'

/** Refuses what is certainly no ZIP file, saying what it is. Returns for anything that begins like one. */
export function refuseOtherFormats(bytes: Uint8Array): void {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
    // MS-OFFCRYPTO 2.3.4.4: an encrypted .docx is a compound file with a stream of this name.
    if (containsUtf16(bytes, 'EncryptedPackage')) {
      throw new DocxError('encrypted', '文件已加密，无法读取。请在 Word 中打开，取消“用密码进行加密”，保存后再试。')
    }
    throw new DocxError(
      'word-97',
      '这是旧格式文件（.doc、.wps 等），无法读取。请用 Word 或 WPS 打开，另存为 .docx 后再试。',
    )
  }
  const other = formatOf(bytes)
  if (other) {
    throw new DocxError('not-word', `文件实际是${other}，不是 Word 文档（.docx）。请另存为 .docx 后再试。`)
  }
  if (bytes.length === 0) throw new DocxError('truncated', '文件是空的（0 字节）。请检查文件是否上传或复制完整。')
  if (!startsWith(bytes, [0x50, 0x4b])) {
    throw new DocxError('not-word', '文件不是 Word 文档（.docx），可能只是改了扩展名。请用 Word 打开并另存为 .docx。')
  }
}

function formatOf(bytes: Uint8Array): string | null {
  if (startsWith(bytes, ascii('{\\rtf'))) return ' RTF 文件'
  if (startsWith(bytes, ascii('%PDF'))) return ' PDF 文件'
  if (startsWith(bytes, [0xff, 0xd8, 0xff]) || startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return '图片'
  if (startsWith(bytes, ascii('MIME-Version')) || startsWith(bytes, ascii('<html'))) return '网页文件'
  if (startsWith(bytes, ascii('Rar!')) || startsWith(bytes, [0x37, 0x7a, 0xbc, 0xaf])) return '压缩包'
  return null
}

const ascii = (text: string) => [...text].map((c) => c.charCodeAt(0))

const startsWith = (bytes: Uint8Array, magic: number[]) => magic.every((byte, i) => bytes[i] === byte)

function containsUtf16(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((c) => [c.charCodeAt(0), 0])
  const [first] = wanted
  if (first === undefined) return false
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true
  }
  return false
}
