/** Text for comparison: full width folded (NFKC), no white space, latin in lower case. */
export const normal = (text: string): string => text.normalize('NFKC').replace(/[\s\u200B\uFEFF]+/g, '').toLowerCase()

/** A heading for comparison, without brackets and closing marks: once with what the brackets say, once without. */
export function headingForms(heading: string): string[] {
  const text = normal(heading).replace(/[*:#。]/g, '').replace(/^\d+[.、]/, '')
  const kept = text.replace(/[()[\]【】]/g, '')
  const dropped = text.replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
  return [...new Set([kept, dropped])].filter((form) => form !== '')
}
