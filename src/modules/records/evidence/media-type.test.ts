import { describe, expect, it } from 'vitest'
import { mediaTypeOf } from './media-type.ts'

describe('mediaTypeOf', () => {
  it.each<[string, Uint8Array, string]>([
    ['a PNG', Buffer.from('89504e470d0a1a0a00', 'hex'), 'image/png'],
    ['a JPEG', Buffer.from('ffd8ffe000104a464946', 'hex'), 'image/jpeg'],
    ['a GIF', Buffer.from('GIF89a...'), 'image/gif'],
    ['a WebP', Buffer.from('RIFF....WEBPVP8 '), 'image/webp'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
    ['a text', Buffer.from('会议签到表\n张敏'), 'text/plain'],
    ['a page with a script', Buffer.from('<html><script>alert(1)</script>'), 'text/plain'],
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'text/plain'],
    ['a Word document', Buffer.from('504b030414000600', 'hex'), 'application/octet-stream'],
    ['a text in another coding', Buffer.from([0xbb, 0xe1, 0xd2, 0xe9]), 'application/octet-stream'],
    ['nothing', Buffer.alloc(0), 'application/octet-stream'],
  ])('takes %s for what it is', (_, bytes, type) => {
    expect(mediaTypeOf(bytes)).toBe(type)
  })
})
