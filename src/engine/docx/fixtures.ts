import { encodeUtf8 } from './text-coding.ts'
import { writeZip, zipEntry } from './zip-write.ts'

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const others =
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"' +
  ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"' +
  ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"' +
  ' xmlns:v="urn:schemas-microsoft-com:vml"'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A small Word document for tests, with the given content of w:body. */
export function docxOf(body: string, moreParts: Record<string, string> = {}): Uint8Array {
  return zipOf({
    '[Content_Types].xml':
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml"' +
      ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
      `<Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${declaration}<w:document ${word} ${others}><w:body>${body}</w:body></w:document>`,
    ...moreParts,
  })
}

export function zipOf(parts: Record<string, string>): Uint8Array {
  return writeZip(Object.entries(parts).map(([name, text]) => zipEntry(name, encodeUtf8(text))))
}

/** A paragraph whose text stands in these runs. */
export const paragraphOf = (...runs: string[]): string => `<w:p>${runs.map((text) => runOf(text)).join('')}</w:p>`

export const runOf = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
