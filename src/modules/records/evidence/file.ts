import { Invalid } from '../../../platform/errors.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import type { ShownFile } from '../../../platform/http/server.ts'
import { mostEvidenceBytes } from '../rules/evidence-limits.ts'
import { mediaTypeOf, type MediaType } from './media-type.ts'
import type { Evidence } from './queries.ts'

/**
 * The size of a stored file and what it is by its bytes; one too large is refused before it is read.
 *
 * @throws {Invalid} `evidence-too-large`, {NotFound} `file-missing`
 */
export async function weighed(files: FileStore, { name, sha256 }: { name: string; sha256: string }): Promise<{ bytes: number; mediaType: MediaType }> {
  const bytes = await files.size(sha256)
  if (bytes > mostEvidenceBytes) throw new Invalid('evidence-too-large', `“${name}”超过一份佐证的上限 ${mostEvidenceBytes / 1e6} MB。`)
  return { bytes, mediaType: mediaTypeOf(await files.get(sha256)) }
}

/** A file of a record as it is sent: pictures, PDF and plain text are shown, everything else is saved. */
export async function shownFile(files: FileStore, { sha256, mediaType, name }: Evidence): Promise<ShownFile> {
  return { bytes: await files.get(sha256), shownAs: shownAs(mediaType as MediaType), name }
}

function shownAs(mediaType: MediaType): ShownFile['shownAs'] {
  if (mediaType === 'application/octet-stream') return null
  return mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType
}
