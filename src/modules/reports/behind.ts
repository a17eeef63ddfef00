import type { z } from 'zod'
import type { Reader } from '../../platform/database/database.ts'
import { figureRecords, type FigureRecord } from '../metrics/evaluate.ts'
import type { FigureRequest } from '../metrics/figure.ts'
import type { RecordsWanted } from '../metrics/figure-records.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import type { RecordsPage } from './contract/shared.ts'
import { importedNames } from './queries/issued.ts'
import { shownFields } from './rules/shown-fields.ts'
import { unitNames } from './unit-names.ts'

/** A page of the records behind a figure, with what people read of them. */
export async function recordsBehind(db: Reader, catalogue: Catalogue, request: FigureRequest, wanted: RecordsWanted): Promise<z.output<typeof RecordsPage>> {
  const found = await figureRecords(db, catalogue, request, wanted)
  const [fileNames, units] = [await importedNames(db), await unitNames(db)]
  return {
    total: found.total,
    records: found.records.map((record) => ({
      recordId: record.recordId, title: record.title, occurredOn: record.occurredOn, unit: units.get(record.unitId) ?? '',
      fields: shownFields(catalogue, record.kind, record.fields), source: sourceOf(record, fileNames),
    })),
  }
}

function sourceOf({ source }: FigureRecord, fileNames: ReadonlyMap<string, string>) {
  return source === null ? null : { ...source, file: fileNames.get(source.file) ?? source.file }
}
