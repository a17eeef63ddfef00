import { DocxError } from './errors.ts'
import { defaultLimits, type DocxLimits } from './limits.ts'
import { readDocx, type WordReport } from './read-docx.ts'
import { decodePlainText } from './text-coding.ts'

/** A text or Markdown report: one paragraph per line, empty ones included. */
export interface TextReport {
  format: 'text' | 'markdown'
  paragraphs: { line: number; text: string }[]
}

export type ReportDocument = WordReport | TextReport

/** Reads .docx, .txt or .md by the ending of the name. Throws DocxError, also for what is not what it is called. */
export function readReport(
  fileName: string,
  bytes: Uint8Array,
  limits: DocxLimits = defaultLimits,
): ReportDocument {
  const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  // A .doc is read too when it is a .docx in truth; readDocx says what it is otherwise.
  if (['docx', 'docm', 'dotx', 'doc', 'wps', 'rtf', 'pdf'].includes(ending)) return readDocx(bytes, limits)
  if (['txt', 'text'].includes(ending)) return readText('text', fileName, bytes, limits)
  if (['md', 'markdown'].includes(ending)) return readText('markdown', fileName, bytes, limits)
  throw new DocxError('unknown-type', `“${fileName}”的类型不支持。报告可以是 Word（.docx）、文本（.txt）或 Markdown（.md）。`)
}

function readText(
  format: TextReport['format'],
  fileName: string,
  bytes: Uint8Array,
  limits: DocxLimits,
): TextReport {
  if (bytes.length > limits.partBytes) {
    throw new DocxError('too-large', `“${fileName}”过大，文本上限 ${limits.partBytes / 2 ** 20} MB。`)
  }
  const lines = decodePlainText(bytes, fileName).split(/\r\n|\n|\r/)
  if (lines.at(-1) === '') lines.pop()
  return { format, paragraphs: lines.map((text, i) => ({ line: i + 1, text })) }
}
