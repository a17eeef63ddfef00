/** Base of the four errors that people can act on; `code` is stable, `message` is for people. */
export class TaizhangError extends Error {
  readonly code: string
  readonly details: Record<string, unknown>

  constructor(code: string, message: string, details: Record<string, unknown> = {}) {
    super(message)
    this.name = new.target.name
    this.code = code
    this.details = details
  }
}

/** The input cannot be accepted; the message says where and what to do. */
export class Invalid extends TaizhangError {}

/** No such thing, or none that this person may know of. */
export class NotFound extends TaizhangError {}

/** The person may know of it but may not do this. */
export class NotAllowed extends TaizhangError {}

/** Someone else changed it first; `details` says who and what. */
export class Conflict extends TaizhangError {}
