/** Types that a browser shows without running anything; told by the bytes, whatever the file is called. */
export type MediaType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'application/pdf' | 'text/plain' | 'application/octet-stream'

/** Bytes from the start by which a file is recognised. */
export const recognisedBytes = 4096

const marks: [MediaType, RegExp][] = [
  ['image/png', /^\x89PNG\r\n\x1a\n/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF[\s\S]{4}WEBP/],
  ['application/pdf', /^%PDF-/],
]

/** The type of a file by its bytes; HTML, SVG and scripts are text, and shown as such. */
export function mediaTypeOf(bytes: Uint8Array): MediaType {
  const start = Buffer.from(bytes.subarray(0, recognisedBytes)).toString('latin1')
  const marked = marks.find(([, mark]) => mark.test(start))
  if (marked !== undefined) return marked[0]
  return isText(bytes) ? 'text/plain' : 'application/octet-stream'
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.length === 0 || bytes.includes(0)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
