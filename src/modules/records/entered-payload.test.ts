import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tinyCatalogue } from '../../../test/helpers/catalogue.ts'
import { canonicalText, eventBody } from '../../platform/events/envelope.ts'
import { enteredWriter } from './entered-payload.ts'

const kind = tinyCatalogue().kinds.get('meeting')
if (kind === undefined) throw new Error('no kind')
const text = fc.string({ unit: 'grapheme' })
const value = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.array(text, { maxLength: 3 }))
const fields = fc.dictionary(fc.constantFrom(...Object.keys(kind.fields)), value)

describe('enteredWriter', () => {
  it('writes an event as canonical JSON, whatever the fields say and in whatever order', () => {
    fc.assert(
      fc.property(fields, text, text, fc.uuid(), fc.nat(), (given, actor, sheet, recordId, row) => {
        const recorded = { actor, recordedAt: new Date('2026-03-05T01:02:03.004Z') }
        const source = { file: 'a'.repeat(64), sheet, row }
        const record = { kind: 'meeting', unitId: recordId, fields: given }
        const event = {
          type: 'record.entered',
          subject: `record:${recordId}`,
          pack: 'tiny@1.0.0',
          content: { kind: 'meeting', unitId: recordId, fields: given, source },
        }
        const written = enteredWriter(kind, 'tiny@1.0.0', recorded)({ recordId, record, source })
        expect(written.payload).toBe(canonicalText(eventBody(event, recorded)))
        expect(written.fields).toBe(canonicalText(given))
      }),
    )
  })
})
