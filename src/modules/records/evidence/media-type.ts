/** Types that a browser shows without running anything; told by the bytes, whatever the file is called. */
export type MediaType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'application/pdf' | 'text/plain' | 'application/octet-stream'

/** Bytes from the start by which a file is recognised. */
const recognisedBytes = 16

/** How the bytes of each type begin, in hexadecimal. */
const marks: [MediaType, RegExp][] = [
  ['image/png', /^89504e470d0a1a0a/],
  ['image/jpeg', /^ffd8ff/],
  ['image/gif', /^47494638(?:37|39)61/],
  ['image/webp', /^52494646.{8}57454250/],
  ['application/pdf', /^255044462d/],
]

/** The type of a file by its bytes; HTML, SVG and scripts are text, and shown as such. */
export function mediaTypeOf(bytes: Uint8Array): MediaType {
  const start = Buffer.from(bytes.subarray(0, recognisedBytes)).toString('hex')
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
