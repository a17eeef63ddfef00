export type DocxErrorCode =
  | 'word-97'
  | 'encrypted'
  | 'not-word'
  | 'truncated'
  | 'corrupt'
  | 'too-large'
  | 'zip-bomb'
  | 'dtd'
  | 'bad-xml'
  | 'bad-encoding'
  | 'unknown-type'
  | 'bad-slot'

/** A document that cannot be read or a slot that cannot stand; `message` is Chinese and says what to do. */
export class DocxError extends Error {
  readonly code: DocxErrorCode

  constructor(code: DocxErrorCode, message: string) {
    super(message)
    this.name = 'DocxError'
    this.code = code
  }
}
