import type { XmlElement } from './xml-parse.ts'

/**
 * The elements between the begin and the separator of a field: the instruction, which nobody reads, though a field
 * nested in it may hold text. A field that never ends hides nothing. ECMA-376-1 §17.16.18.
 */
export function fieldInstructions(body: XmlElement): Set<XmlElement> {
  const hidden = new Set<XmlElement>()
  readStory(body, [], hidden)
  return hidden
}

/** A field whose result has begun has `instruction` null. */
interface OpenField {
  instruction: XmlElement[] | null
}

function readStory(parent: XmlElement, open: OpenField[], hidden: Set<XmlElement>): void {
  for (const child of parent.children) {
    if (child.name === 'w:fldChar') turn(child.attributes['w:fldCharType'], open, hidden)
    else if (child.name === 'w:txbxContent') readStory(child, [], hidden)
    else if (child.children.length > 0) readStory(child, open, hidden)
    else for (const field of open) field.instruction?.push(child)
  }
}

function turn(type: string | undefined, open: OpenField[], hidden: Set<XmlElement>): void {
  if (type === 'begin') return void open.push({ instruction: [] })
  const field = type === 'end' ? open.pop() : open.at(-1)
  for (const element of field?.instruction ?? []) hidden.add(element)
  if (field) field.instruction = null
}
