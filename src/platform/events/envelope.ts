import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** What happened, past tense; `content` is JSON and holds no personal data in clear. */
export interface NewEvent {
  type: string
  /** Whom it happened to: `record:<id>`, `unit:<id>`, `tenant`. */
  subject: string
  /** The pack version that judged it: `common@1.0.0`. */
  pack?: string | null
  content: object
}

/** An event as it goes into the log. `payload` is the canonical JSON (RFC 8785) of the whole envelope. */
export interface Envelope {
  type: string
  subject: string
  pack: string | null
  payload: Buffer
  payloadHash: Buffer
}

/** Writes an event down in the one form its hash is taken of. */
export function sealEvent(event: NewEvent, recorded: Recorded): Envelope {
  const payload = canonicalBytes(eventBody(event, recorded))
  return { type: event.type, subject: event.subject, pack: event.pack ?? null, payload, payloadHash: sha256(payload) }
}

/** Who recorded an event, and when. */
export interface Recorded {
  actor: string
  recordedAt: Date
}

/** Everything the payload of an event says. */
export function eventBody({ type, subject, pack = null, content }: NewEvent, { actor, recordedAt }: Recorded) {
  return { type, subject, pack, actor, recordedAt: recordedAt.toISOString(), content }
}

/** Canonical JSON as UTF-8: JSONB would rewrite keys and numbers and so break the hash. */
export function canonicalBytes(value: object): Buffer {
  return Buffer.from(canonicalText(value), 'utf8')
}

/** Written by the runtime's own JSON, several times as fast as the library, where sorting objects is all it takes. */
export function canonicalText(value: object): string {
  const text = sortable(value) ? JSON.stringify(sorted(value)) : canonicalize(value)
  if (text === undefined) throw new TypeError('Not JSON')
  return text
}

/** An object orders keys like 10 and 9 as numbers, canonical JSON as text; numbers must be finite in either. */
function sortable(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value === 'bigint') return false
  if (value === null || typeof value !== 'object') return true
  if (Array.isArray(value)) return value.every(sortable)
  if ('toJSON' in value) return false
  for (const key in value) {
    const first = key.charCodeAt(0)
    if ((first >= 48 && first <= 57) || key === '__proto__' || !sortable((value as Record<string, unknown>)[key])) return false
  }
  return true
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(sorted)
  const source = value as Record<string, unknown>
  const target: Record<string, unknown> = {}
  for (const key of Object.keys(source).sort()) target[key] = sorted(source[key])
  return target
}

export function sha256(...parts: Uint8Array[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
