import { shippedReports, type TemplateReport } from '../packs/report-template.ts'
import type { Catalogue } from '../packs/schema/pack.ts'

const known = new WeakMap<Catalogue, Promise<TemplateReport[]>>()

/** The report forms of the packs of a catalogue; read from the packs once for each catalogue. */
export function formsOf(catalogue: Catalogue): Promise<TemplateReport[]> {
  const reading = known.get(catalogue) ?? shippedReports(catalogue)
  known.set(catalogue, reading)
  return reading
}
