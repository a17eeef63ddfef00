import { scanReport } from '../../engine/claims/scan.ts'
import type { Slot } from '../../engine/claims/slot.ts'
import { DocxError } from '../../engine/docx/errors.ts'
import { readReport, type ReportDocument } from '../../engine/docx/read-report.ts'
import { Invalid } from '../../platform/errors.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { lexiconOf } from '../packs/lexicon.ts'
import { shippedForm } from '../packs/report-body.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { Recent } from './recent.ts'
import { reportYear } from './rules/years.ts'

export interface FileRef {
  name: string
  sha256: string
}

export interface ReadReport {
  document: ReportDocument
  slots: Slot[]
  title: string
  ownYear: number | null
}

/** Reads a stored report and finds its slots; a file that is no report is refused with what to do about it. */
export async function readStoredReport(files: FileStore, file: FileRef, catalogue: Catalogue): Promise<ReadReport> {
  const document = await readDocument(files, file)
  const slots = scanReport(document.paragraphs, lexiconOf(catalogue))
  return { document, slots, title: titleOf(document) ?? file.name, ownYear: reportYear(document.paragraphs, slots) }
}

/** A report form of a pack with its bytes, its places bound; its years are all open. */
export async function readForm(id: string, catalogue: Catalogue): Promise<ReadReport & { bytes: Uint8Array }> {
  return { ...(await shippedForm(id, catalogue)), ownYear: null }
}

const documents = new Recent<ReportDocument>(6)

/** A stored document. What is stored under a hash never changes, so the last ones read are kept. */
export async function readDocument(files: FileStore, { name, sha256 }: FileRef): Promise<ReportDocument> {
  const key = `${sha256} ${/\.[^.]*$/.exec(name)?.[0] ?? ''}`
  const known = documents.get(key)
  if (known !== undefined) return known
  const document = parse(name, await files.get(sha256))
  documents.set(key, document)
  return document
}

function titleOf({ paragraphs }: ReportDocument): string | undefined {
  return paragraphs.find(({ text }) => text.trim() !== '')?.text.trim()
}

function parse(name: string, bytes: Uint8Array): ReportDocument {
  try {
    return readReport(name, bytes)
  } catch (error) {
    if (error instanceof DocxError) throw new Invalid(error.code, `${name}：${error.message}`)
    throw error
  }
}
