import type { Reader } from '../../../platform/database/database.ts'
import type { EvidenceView } from '../contract/evidence.ts'
import { eventsAt } from '../events-at.ts'
import { evidenceOf } from './queries.ts'

/** The files of a record for its page, those that were detached with who, when and why. */
export async function evidenceViews(db: Reader, recordId: string): Promise<EvidenceView[]> {
  const all = await evidenceOf(db, recordId)
  const said = await eventsAt(db, all.flatMap(({ detachedAt }) => (detachedAt === null ? [] : [detachedAt])))
  return all.map(({ evidenceId, name, mediaType, sha256, bytes, standsFor, receivedAt, receivedBy, detachedAt }) => {
    const event = detachedAt === null ? undefined : said.get(detachedAt)
    return {
      evidenceId, name, mediaType, sha256, bytes, standsFor, receivedBy,
      receivedAt: receivedAt.toISOString(),
      detached: event === undefined ? null : { by: event.actor, at: event.recordedAt, reason: String(event.content['reason'] ?? '') },
    }
  })
}
