import { scanReport as findSlots } from '../../../engine/claims/scan.ts'
import { dayOf } from '../../../platform/clock.ts'
import { route, type Route } from '../../../platform/http/server.ts'
import { lexiconOf } from '../../packs/lexicon.ts'
import { findMetrics, listForms, lookAtReport, scanReport } from '../contract/reading.ts'
import { metricsFound } from '../find-metrics.ts'
import { formsOf } from '../forms.ts'
import { look } from '../look.ts'
import { readStoredReport } from '../read.ts'
import { slotView } from '../rules/view.ts'
import type { Surroundings } from './surroundings.ts'

export function readingRoutes({ database, clock, files, catalogue }: Surroundings): Route[] {
  return [
    route(scanReport, async ({ body }) => {
      const { document } = await readStoredReport(files, body.report, catalogue())
      return { paragraphs: document.paragraphs.length, slots: findSlots(document.paragraphs, lexiconOf(catalogue())).map(slotView) }
    }),
    route(lookAtReport, async ({ body, principal }) => {
      const read = await readStoredReport(files, body.report, catalogue())
      return database.read(principal.tenantId, (db) => look(db, principal, read, dayOf(clock.now())))
    }),
    route(listForms, async () => {
      const titles = new Map(catalogue().packs.map(({ id, title }) => [id, title]))
      const forms = (await formsOf(catalogue())).filter(({ pack }) => titles.has(pack))
      return {
        forms: forms.map(({ id, title, pack, period, slots }) => ({
          form: id, title, pack, packTitle: titles.get(pack) ?? pack, period, figures: slots.filter(({ kind }) => kind === 'figure').length,
        })),
      }
    }),
    route(findMetrics, async ({ query }) => metricsFound(catalogue(), query)),
  ]
}
