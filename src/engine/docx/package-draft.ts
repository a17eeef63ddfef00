import type { DocxPackage } from './package.ts'
import { parseXml } from './xml-parse.ts'
import { escapeXml } from './xml-write.ts'

/** Parts being changed on top of a package. */
export interface PackageDraft {
  has(name: string): boolean
  text(name: string): string
  set(name: string, text: string): void
  names(): string[]
  bytes(): Uint8Array
}

export function draftOf(parts: DocxPackage): PackageDraft {
  const changed = new Map<string, string>()
  return {
    has: (name) => changed.has(name) || parts.has(name),
    text: (name) => changed.get(name) ?? parts.text(name),
    set: (name, text) => void changed.set(name, text),
    names: () => [...new Set([...parts.names, ...changed.keys()])],
    bytes: () => parts.withParts(changed),
  }
}

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Appends XML to the root of a part. */
export function appendToRoot(draft: PackageDraft, name: string, xml: string): void {
  const { source, root } = parseXml(draft.text(name), name)
  const closing = root.selfClosing ? `</${/^<([^\s/>]+)/.exec(source.slice(root.start))?.[1]}>` : ''
  const head = root.selfClosing ? source.slice(0, root.end - 2) + '>' : source.slice(0, root.closeStart)
  draft.set(name, head + xml + closing + source.slice(root.selfClosing ? root.end : root.closeStart))
}

const packageNamespace = 'http://schemas.openxmlformats.org/package/2006'
const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Target, as a part name, of the first relation of this type; null when there is none. */
export function relatedPart(draft: PackageDraft, from: string, type: string): string | null {
  const name = relationsOf(from)
  if (!draft.has(name)) return null
  const relation = parseXml(draft.text(name), name).root.children.find((child) =>
    child.attributes['Type']?.endsWith(`/${type}`),
  )
  const target = relation?.attributes['Target']
  if (target === undefined) return null
  return target.startsWith('/') ? target.slice(1) : from.replace(/[^/]*$/, '') + target
}

/** Adds a relation with the first free id; `target` is relative to the folder of `from`. Returns the id. */
export function addRelation(draft: PackageDraft, from: string, type: string, target: string): string {
  const name = relationsOf(from)
  if (!draft.has(name)) {
    draft.set(name, `${xmlDeclaration}<Relationships xmlns="${packageNamespace}/relationships"></Relationships>`)
  }
  const taken = new Set(parseXml(draft.text(name), name).root.children.map((child) => child.attributes['Id']))
  let number = taken.size + 1
  while (taken.has(`rId${number}`)) number++
  const attributes = `Id="rId${number}" Type="${relationTypes}/${type}" Target="${escapeXml(target)}"`
  appendToRoot(draft, name, `<Relationship xmlns="${packageNamespace}/relationships" ${attributes}/>`)
  return `rId${number}`
}

const relationsOf = (part: string) => part.replace(/([^/]*)$/, '_rels/$1.rels')

/** States the content type of a part that was added. */
export function addContentType(draft: PackageDraft, part: string, contentType: string): void {
  const attributes = `PartName="/${part}" ContentType="${contentType}"`
  appendToRoot(draft, '[Content_Types].xml', `<Override xmlns="${packageNamespace}/content-types" ${attributes}/>`)
}
