import { scanReport } from '../../engine/claims/scan.ts'
import type { Slot } from '../../engine/claims/slot.ts'
import { DocxError } from '../../engine/docx/errors.ts'
import { readReport, type ReportDocument } from '../../engine/docx/read-report.ts'
import { Invalid } from '../../platform/errors.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { lexiconOf } from '../packs/lexicon.ts'
import { shippedForm } from '../packs/report-body.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
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
  const document = parse(file.name, await files.get(file.sha256))
  const slots = scanReport(document.paragraphs, lexiconOf(catalogue))
  const title = document.paragraphs.find((paragraph) => paragraph.text.trim() !== '')?.text.trim() ?? file.name
  return { document, slots, title, ownYear: reportYear(document.paragraphs, slots) }
}

/** A report form of a pack, with its places bound; its years are all open. */
export async function readForm(id: string, catalogue: Catalogue): Promise<ReadReport> {
  return { ...(await shippedForm(id, catalogue)), ownYear: null }
}

function parse(name: string, bytes: Uint8Array): ReportDocument {
  try {
    return readReport(name, bytes)
  } catch (error) {
    if (error instanceof DocxError) throw new Invalid(error.code, `${name}：${error.message}`)
    throw error
  }
}
