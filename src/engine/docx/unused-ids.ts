import type { PackageDraft } from './package-draft.ts'

/** Ids above all that bookmarks of the document have. */
export const bookmarkIds = (draft: PackageDraft): (() => number) =>
  unusedIds(draft, /<[\w.-]+:bookmarkStart\s[^>]*?[\w.-]+:id="(\d+)"/g, 0)

/** Ids above all that content controls of the document have. */
export const controlIds = (draft: PackageDraft): (() => number) =>
  unusedIds(draft, /<[\w.-]+:id\s+[\w.-]+:val="(\d+)"/g, 100_000)

function unusedIds(draft: PackageDraft, pattern: RegExp, least: number): () => number {
  let last = least
  for (const name of draft.names().filter((part) => /^word\/[^/]+\.xml$/.test(part))) {
    for (const [, id] of draft.text(name).matchAll(pattern)) {
      // A 32-bit id; one at the very top would leave none above it.
      if (Number(id) < 2 ** 31 - 1_000_000) last = Math.max(last, Number(id))
    }
  }
  return () => ++last
}
