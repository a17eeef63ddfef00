import { Kind } from '../../src/modules/packs/schema/kind.ts'
import { Metric } from '../../src/modules/packs/schema/metric.ts'
import type { Catalogue } from '../../src/modules/packs/schema/pack.ts'
import { Vocabulary } from '../../src/modules/packs/schema/vocabulary.ts'
import { checkpointOf } from '../../src/platform/events/checkpoint.ts'
import { tinyCatalogue } from './catalogue.ts'
import { testLedger } from './ledger.ts'

const source = { rule: 'invented for tests' }

/** A test database that keeps meetings, with a metric of every form over them. */
export async function metricsLedger() {
  const catalogue = metricsCatalogue()
  const adopted = new Map([...catalogue.kinds].filter(([id]) => id === 'meeting'))
  const ledger = await testLedger({ ...catalogue, kinds: adopted })
  const position = () => ledger.read(ledger.tenantId, async (db) => (await checkpointOf(db)).position)
  return { ...ledger, catalogue, position }
}

/** The tiny catalogue with time limits and questionnaires on its meeting, a kind nobody adopted, and metrics. */
export function metricsCatalogue(): Catalogue {
  const tiny = tinyCatalogue()
  const meeting = tiny.kinds.get('meeting')
  if (meeting === undefined) throw new Error('no meeting')
  const more = Kind.parse({
    title: meeting.title,
    source,
    occurred: meeting.occurred,
    naming: meeting.naming,
    fields: {
      ...meeting.fields,
      status: { title: '办理时限', type: 'choice', vocabulary: 'timeliness', facet: true },
      issued: { title: '发放', type: 'integer' },
      returned: { title: '收回', type: 'integer' },
    },
  })
  const timeliness = Vocabulary.parse({
    title: '时限',
    source,
    values: { 'on-time': { title: '按期' }, late: { title: '超期' }, 'not-due': { title: '未到期' } },
  })
  return {
    ...tiny,
    kinds: new Map([
      ['meeting', { ...more, id: 'meeting', pack: 'tiny' }],
      ['stranger', { ...more, title: '未启用', id: 'stranger', pack: 'tiny' }],
    ]),
    vocabularies: new Map([...tiny.vocabularies, ['timeliness', { ...timeliness, id: 'timeliness', pack: 'tiny' }]]),
    metrics: new Map(Object.entries(METRICS).map(([id, metric]) => [id, metricOf(id, metric)])),
  }
}

const METRICS: Record<string, Record<string, unknown>> = {
  meetings: { form: 'count' },
  strangers: { form: 'count', kind: 'stranger' },
  'security-meetings': { form: 'count', where: { topics: ['security'] }, facets: ['topics'] },
  'due-meetings': { form: 'count', excluding: { status: ['not-due'] } },
  attendees: { form: 'sum', field: 'attendees' },
  'attendees-or-one': { form: 'sum', field: 'attendees', absent: 1 },
  cost: { form: 'sum', field: 'cost', digits: 2 },
  'cost-rounded': { form: 'sum', field: 'cost', digits: 1 },
  topics: { form: 'distinct', field: 'topics' },
  places: { form: 'distinct', field: 'place' },
  'latest-attendees': { form: 'latest', field: 'attendees' },
  'study-share': { form: 'share', part: { topics: ['study'] } },
  'topic-share': { form: 'share', narrows: 'part' },
  'attendee-share': { form: 'share', narrows: 'part', field: 'attendees', digits: 1 },
  'on-time-rate': { form: 'rate', part: { status: ['on-time'] }, excluding: { status: ['not-due'] }, digits: 2 },
  'returned-rate': { form: 'rate', field: 'returned', over: 'issued', digits: 1 },
  'meetings-change': { form: 'change', of: 'meetings', measures: ['%'], digits: 1 },
  'on-time-points': { form: 'change', of: 'on-time-rate', measures: ['个百分点'], digits: 2 },
}

function metricOf(id: string, metric: Record<string, unknown>) {
  return { ...Metric.parse({ title: id, source, kind: 'meeting', measures: ['次'], ...metric }), id, pack: 'tiny' }
}
