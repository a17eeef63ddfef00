import { z } from 'zod'
import { CalendarFile } from './schema/calendar.ts'
import { Duty } from './schema/duty.ts'
import { Example } from './schema/example.ts'
import { Kind } from './schema/kind.ts'
import { Metric } from './schema/metric.ts'
import { PackManifest } from './schema/pack.ts'
import { ReportTemplate } from './schema/report-template.ts'
import { Vocabulary } from './schema/vocabulary.ts'

const schemas = { pack: PackManifest, kind: Kind, metric: Metric, vocabulary: Vocabulary, duty: Duty, calendar: CalendarFile, example: Example, report: ReportTemplate }

/** JSON Schemas of the YAML files by name, for editors that complete and check while one types. */
export function editorSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      `${name}.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }), null, 2)}\n`,
    ]),
  )
}
