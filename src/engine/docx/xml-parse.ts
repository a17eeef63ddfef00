import { SaxesParser } from 'saxes'
import { DocxError } from './errors.ts'
import { defaultLimits, type DocxLimits } from './limits.ts'

/**
 * An element with its place in the source text: `start` to `end` is the whole element, `openEnd` to `closeStart`
 * its content (all equal to `end` when it closes itself). Names carry our prefix for known namespaces, `:` else.
 */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  start: number
  openEnd: number
  closeStart: number
  end: number
  selfClosing: boolean
  children: XmlElement[]
  parent: XmlElement | null
  /** Its own character data, entities decoded, without that of its children. */
  text: string
}

export interface XmlDocument {
  source: string
  root: XmlElement
  /** Prefix under which the document itself knows WordprocessingML; null where it has none. */
  wordPrefix: string | null
}

const prefixes = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
  ['urn:taizhang:template:1', 'tz'],
])

/**
 * Parses one part. Throws `dtd` for a document type declaration (no entity is ever defined by a document),
 * `bad-xml` where it is not well-formed, `too-large` beyond the bounds on elements and depth.
 */
export function parseXml(source: string, part: string, limits: DocxLimits = defaultLimits): XmlDocument {
  const parser = new SaxesParser({ xmlns: true })
  const top = element('#document', {}, 0, null)
  let open = top
  let elements = 0
  let attributeCount = 0
  let depth = 0
  parser.on('error', (error) => {
    throw new DocxError('bad-xml', `文件已损坏：${part} 不是正确的 XML（${error.message}）。请用 Word 修复并另存。`)
  })
  parser.on('doctype', () => {
    throw new DocxError('dtd', `文件异常：${part} 含有 DOCTYPE 声明，Word 文档不应有，已拒绝打开。`)
  })
  const refuse = () => {
    throw new DocxError('too-large', `文件异常：${part} 的内容过多或嵌套过深，已拒绝打开。`)
  }
  // Counted one by one: a single tag could hold millions.
  parser.on('attribute', () => ++attributeCount > limits.attributes && refuse())
  parser.on('opentag', (tag) => {
    if (++elements > limits.elements || ++depth > limits.depth) refuse()
    const attributes: Record<string, string> = {}
    for (const { uri, local, value } of Object.values(tag.attributes)) attributes[nameOf(uri, local)] = value
    // '<' cannot stand inside a tag, so the last one before its '>' begins it.
    const start = source.lastIndexOf('<', parser.position - 1)
    const child = element(nameOf(tag.uri, tag.local), attributes, start, open)
    child.openEnd = parser.position
    child.selfClosing = tag.isSelfClosing
    open.children.push(child)
    open = child
  })
  parser.on('closetag', (tag) => {
    open.end = parser.position
    open.closeStart = tag.isSelfClosing ? parser.position : source.lastIndexOf('<', parser.position - 1)
    open = open.parent ?? top
    depth--
  })
  parser.on('text', (text) => void (open.text += text))
  parser.on('cdata', (text) => void (open.text += text))
  parser.write(source).close()
  const [root] = top.children
  if (!root) throw new DocxError('bad-xml', `文件已损坏：${part} 是空的。`)
  root.parent = null
  return { source, root, wordPrefix: wordPrefixOf(source, root) }
}

function element(
  name: string,
  attributes: Record<string, string>,
  start: number,
  parent: XmlElement | null,
): XmlElement {
  const none = { openEnd: start, closeStart: start, end: start, selfClosing: false }
  return { name, attributes, start, ...none, children: [], parent, text: '' }
}

const nameOf = (uri: string, local: string) => (uri === '' ? local : `${prefixes.get(uri) ?? ''}:${local}`)

function wordPrefixOf(source: string, root: XmlElement): string | null {
  const declarations = source.slice(root.start, root.openEnd).matchAll(/\sxmlns:([\w.-]+)\s*=\s*["']([^"']*)["']/g)
  for (const [, prefix, uri] of declarations) {
    if (prefix && uri && prefixes.get(uri) === 'w') return prefix
  }
  return null
}

/** First child of that name. */
export const childOf = (parent: XmlElement, name: string): XmlElement | undefined =>
  parent.children.find((child) => child.name === name)

/** All elements of these names below `parent`, in document order. */
export function descendantsOf(parent: XmlElement, ...names: string[]): XmlElement[] {
  return parent.children.flatMap((child) => {
    const below = descendantsOf(child, ...names)
    return names.includes(child.name) ? [child, ...below] : below
  })
}
