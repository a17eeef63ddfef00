import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarOf } from '../../../engine/calendar/calendar.ts'
import { addDays } from '../../../engine/calendar/days.ts'
import { regularPeriods } from '../../../engine/calendar/terms.ts'
import { Duty } from '../../packs/schema/duty.ts'
import type { ApprovedChange } from '../changes.ts'
import type { Dated } from '../events.ts'
import { horizonOf, type DutyEntry, type Facts, type Unit } from './facts.ts'
import { Planner } from './planner.ts'
import type { Changes, Standing } from './plan.ts'

const calendar = calendarOf([])
const unit: Unit = { unitId: 'u', name: '局', type: 'body', parentId: null, from: '1900-01-01', until: null }
const plain = { title: '会议', source: { rule: '规定', tag: 'unverified' }, group: '组织', owner: { responsibility: 'first' }, satisfied: { kind: 'meeting' } }
const duty = (cadence: object, more: object = {}): DutyEntry => ({ ...Duty.parse({ ...plain, cadence, ...more }), id: 'd', pack: 'p' })
const quarterly = duty({ type: 'every', period: 'quarter' })

function factsOn(today: string, duties: DutyEntry[], more: Partial<Facts> = {}): Facts {
  return {
    today, horizon: horizonOf(today), calendar, duties, packs: new Map([['p', 'p@1.0.0']]), packVersions: new Map(), changes: [], units: new Map([['u', unit]]), triggers: [],
    adoptions: [{ pack: 'p', unitId: 'u', from: '2026-01-01', until: null, takenOnAt: 1, fresh: false }], ...more,
  }
}

const planOn = (today: string, standing: Standing[], duties: DutyEntry[], more: Partial<Facts> = {}): Changes => {
  const facts = factsOn(today, duties, more)
  return new Planner(facts).planFor(facts.units.get('u') ?? unit, standing)
}

const kept = (dated: Dated, version: number): Standing => ({
  ...dated, taskId: `${dated.duty} ${dated.period}`, version, provisional: dated.how.unannounced.length > 0, done: 0, closed: false, begun: false, withdrawn: false,
})

/** The tasks after a dispatch, as its projection would leave them. */
function after(standing: Standing[], { created, moved, withdrawn }: Changes): Standing[] {
  const next = new Map(standing.map((task) => [task.taskId, task]))
  for (const move of moved) next.set(move.taskId, { ...kept(move, move.version + 1), done: next.get(move.taskId)?.done ?? 0 })
  for (const task of withdrawn) next.set(task.taskId, { ...task, version: task.version + 1, withdrawn: true })
  return [...next.values(), ...created.map((dated) => kept(dated, 1))]
}

const keys = (standing: Standing[]) => standing.filter(({ withdrawn }) => !withdrawn).map(({ period, dueOn }) => `${period} ${dueOn}`).toSorted()
const dispatched = (today: string, standing: Standing[], duties: DutyEntry[], more: Partial<Facts> = {}) => after(standing, planOn(today, standing, duties, more))
const nothing = { created: [], moved: [], withdrawn: [] }

const cadences = fc.oneof(
  fc.record({
    type: fc.constant('every'), period: fc.constantFrom(...regularPeriods), times: fc.integer({ min: 1, max: 4 }),
    due: fc.record({ anchor: fc.constantFrom('start', 'end'), shift: fc.integer({ min: 0, max: 30 }), measure: fc.constantFrom('days', 'working-days'), onRestDay: fc.constantFrom('keep', 'next-working-day') }),
  }),
  fc.record({ type: fc.constant('once'), due: fc.constantFrom('2026-05-05', '2026-12-31', '2027-03-01') }),
  fc.record({ type: fc.constant('event'), kind: fc.constant('incident'), within: fc.record({ amount: fc.integer({ min: 0, max: 48 }), measure: fc.constantFrom('days', 'working-days', 'hours') }) }),
)
const triggers = ['2026-02-03', '2026-08-20'].map((occurredOn, n) => ({ duty: 'd', recordId: `0000000${n}-0000-4000-8000-000000000000`, unitId: 'u', occurredOn }))

describe('dispatching', () => {
  it('changes nothing the second time, and after an outage only adds what is missing', () => {
    fc.assert(
      fc.property(cadences, fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 6 }), (cadence, gaps) => {
        const duties = [duty(cadence)]
        let today = '2026-01-05'
        let standing = dispatched(today, [], duties, { triggers })
        for (const gap of gaps) {
          today = addDays(today, gap)
          const plan = planOn(today, standing, duties, { triggers })
          expect([plan.moved, plan.withdrawn]).toEqual([[], []])
          standing = after(standing, plan)
          expect(planOn(today, standing, duties, { triggers })).toEqual(nothing)
        }
        expect(keys(standing)).toEqual(keys(dispatched(today, [], duties, { triggers })))
      }),
      { numRuns: 30 },
    )
  })

  it('dispatches the next year from December on', () => {
    const standing = dispatched('2026-11-30', [], [quarterly])
    expect(keys(standing).at(-1)).toBe('2026Q4 2026-12-31')
    expect(planOn('2026-12-01', standing, [quarterly]).created.map(({ period }) => period)).toEqual(['2027Q1', '2027Q2', '2027Q3', '2027Q4'])
  })
})

describe('an upgrade or a local change', () => {
  const standing = dispatched('2026-01-05', [], [quarterly])
  const within = duty({ type: 'every', period: 'quarter', due: { shift: 10 } })
  const monthly = duty({ type: 'every', period: 'month' })

  it('moves what is open, and neither what is done nor what is late', () => {
    const done = standing.map((task) => (task.period === '2026Q3' ? { ...task, closed: true } : task))
    const plan = planOn('2026-05-01', done, [within])
    expect(plan.moved.map(({ period, before, dueOn }) => [period, before, dueOn])).toEqual([['2026Q2', '2026-06-30', '2026-07-10'], ['2026Q4', '2026-12-31', '2027-01-10']])
    expect(planOn('2026-05-01', after(done, plan), [within])).toEqual(nothing)
  })

  it('rewrites no history where the cadence changes, and is rolled back', () => {
    const changed = dispatched('2026-05-01', standing, [monthly])
    expect(keys(changed).map((key) => key.split(' ')[0])).toEqual(['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12', '2026Q1'])
    expect(planOn('2026-05-02', changed, [monthly])).toEqual(nothing)
    expect(keys(dispatched('2026-05-03', changed, [quarterly]))).toEqual(keys(standing))
  })

  it('keeps what was begun when a duty is switched off', () => {
    const off: ApprovedChange = { duty: 'd', unitId: null, fromOn: '2026-05-15', content: null }
    const begun = standing.map((task) => (task.period === '2026Q4' ? { ...task, begun: true } : task))
    expect(planOn('2026-05-01', begun, [quarterly], { changes: [off] }).withdrawn.map(({ period }) => period)).toEqual(['2026Q2', '2026Q3'])
  })

  it('lets a change for a unit win over one for the whole body', () => {
    const changes: ApprovedChange[] = [{ duty: 'd', unitId: 'u', fromOn: '2026-01-01', content: { cadence: monthly.cadence } }, { duty: 'd', unitId: null, fromOn: '2026-03-01', content: null }]
    expect(planOn('2026-01-05', [], [quarterly], { changes }).created).toHaveLength(12)
  })

  it('owes a duty that an upgrade brought from that day on', () => {
    const packVersions = new Map([['p', [{ position: 1, day: '2026-01-01', duties: new Set<string>() }, { position: 9, day: '2026-05-10', duties: new Set(['d']) }]]])
    expect(planOn('2026-06-01', [], [monthly], { packVersions }).created[0]).toMatchObject({ period: '2026-05', periodFrom: '2026-05-10' })
  })
})

const only = (from: string, until: string | null) =>
  planOn('2026-09-01', [], [quarterly], { units: new Map([['u', { ...unit, from, until }]]) }).created.map(({ period, periodFrom }) => [period, periodFrom])

describe('a unit founded or closed half-way', () => {
  it('owes from or until then', () => {
    expect(only('2026-05-20', null)).toEqual([['2026Q2', '2026-05-20'], ['2026Q3', '2026-07-01'], ['2026Q4', '2026-10-01']])
    expect(only('1900-01-01', '2026-08-01')).toEqual([['2026Q1', '2026-01-01'], ['2026Q2', '2026-04-01']])
  })
})
