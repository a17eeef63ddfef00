import {
  addContentType,
  addRelation,
  appendToRoot,
  relatedPart,
  xmlDeclaration,
  type PackageDraft,
} from './package-draft.ts'
import { descendantsOf, parseXml } from './xml-parse.ts'
import { escapeXml } from './xml-write.ts'

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'

/** Adds comments to the document's comments part, created where there is none. Returns their ids, in order. */
export function addComments(draft: PackageDraft, main: string, texts: string[]): number[] {
  if (texts.length === 0) return []
  const part = relatedPart(draft, main, 'comments') ?? createPart(draft, main)
  const known = descendantsOf(parseXml(draft.text(part), part).root, 'w:comment')
  const first = 1 + Math.max(-1, ...known.map((comment) => Number(comment.attributes['w:id'] ?? -1)))
  appendToRoot(draft, part, texts.map((text, i) => commentXml(first + i, text)).join(''))
  return texts.map((_, i) => first + i)
}

function createPart(draft: PackageDraft, main: string): string {
  const folder = main.replace(/[^/]*$/, '')
  let name = 'comments.xml'
  for (let number = 2; draft.has(folder + name); number++) name = `comments${number}.xml`
  draft.set(folder + name, `${xmlDeclaration}<w:comments xmlns:w="${namespace}"></w:comments>`)
  addRelation(draft, main, 'comments', name)
  addContentType(draft, folder + name, contentType)
  return folder + name
}

// No w:date: the comment would say when the program ran, and the same input would give other bytes.
function commentXml(id: number, text: string): string {
  const paragraph = `<w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`
  return `<w:comment xmlns:w="${namespace}" w:id="${id}" w:author="台账" w:initials="台账">${paragraph}</w:comment>`
}
