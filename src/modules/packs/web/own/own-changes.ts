/** What was changed and not yet saved: upon which version, and the texts by path; null takes a file away. */
export interface OwnChanges {
  base: string | null
  files: Record<string, string | null>
  /** The texts of the changed files as they were when the change began, to see what others changed meanwhile. */
  begun: Record<string, string | null>
}

export type OwnTexts = Record<string, string>

/** Changes with one more; a file that is as it stands is no change. */
export function withFile(changes: OwnChanges, standing: OwnTexts, path: string, text: string | null): OwnChanges {
  const files = { ...changes.files, [path]: text }
  const begun = { [path]: standing[path] ?? null, ...changes.begun }
  if (text === (begun[path] ?? null)) {
    delete files[path]
    delete begun[path]
  }
  return { ...changes, files, begun }
}

/** The texts as they would be. */
export function textsWith(standing: OwnTexts, { files }: OwnChanges): OwnTexts {
  const texts = { ...standing }
  for (const [path, text] of Object.entries(files)) {
    if (text === null) delete texts[path]
    else texts[path] = text
  }
  return texts
}

/** Changed files that somebody else has changed too since the change began. */
export function contestedFiles({ files, begun }: OwnChanges, standing: OwnTexts): string[] {
  return Object.keys(files).filter((path) => (standing[path] ?? null) !== (begun[path] ?? null) && (standing[path] ?? null) !== files[path])
}

/** Puts changes on top of what stands now, leaving out those given up. */
export function rebased(changes: OwnChanges, standing: OwnTexts, base: string | null, givenUp: ReadonlySet<string>): OwnChanges {
  const kept = Object.entries(changes.files).filter(([path, text]) => !givenUp.has(path) && (standing[path] ?? null) !== text)
  return { base, files: Object.fromEntries(kept), begun: Object.fromEntries(kept.map(([path]) => [path, standing[path] ?? null])) }
}
