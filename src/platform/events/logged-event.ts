/** What the payload of an event says; see `eventBody`. */
export interface LoggedEnvelope {
  type: string
  subject: string
  pack: string | null
  actor: string
  recordedAt: string
  content: unknown
}

/** An event read back from the log. */
export interface LoggedEvent {
  position: number
  envelope: LoggedEnvelope
}

export function eventOf(row: { position: number; payload: Buffer }): LoggedEvent {
  return { position: row.position, envelope: JSON.parse(row.payload.toString('utf8')) as LoggedEnvelope }
}

/** The id in a subject such as `record:<id>`; null when the event is about something else. */
export function idOf({ envelope }: LoggedEvent, prefix: string): string | null {
  return envelope.subject.startsWith(`${prefix}:`) ? envelope.subject.slice(prefix.length + 1) : null
}
