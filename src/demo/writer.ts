import { bureau, type DemoRecord, type Section } from './bureau.ts'
import { writeMeetings } from './meetings.ts'
import { writeOrganisation } from './organisation.ts'
import { writePublicity } from './publicity.ts'
import { chanceOf, type Chance } from './random.ts'
import { writeSupervision } from './supervision.ts'
import { workdays } from './workdays.ts'

/** What the writers of a year are given: chance, the year's working days, and where to put a record. */
export interface Writer {
  chance: Chance
  year: number
  days: { any(): string; inMonth(month: number): string; inQuarter(quarter: number): string }
  add(kind: string, section: Section, occurredOn: string, fields: DemoRecord['fields']): void
}

/** All records of the bureau, in the order in which they were entered; the same on every run. */
export function demoRecords(): DemoRecord[] {
  const working = workdays(bureau.from, bureau.to)
  const records = [2024, 2025, 2026].flatMap((year) => recordsOfYear(year, working))
  return records.sort((a, b) => (a.enteredOn < b.enteredOn ? -1 : a.enteredOn > b.enteredOn ? 1 : 0))
}

function recordsOfYear(year: number, working: string[]): DemoRecord[] {
  const chance = chanceOf(year)
  const own = working.filter((day) => day.startsWith(String(year)))
  const records: DemoRecord[] = []
  const writer: Writer = {
    chance,
    year,
    days: {
      any: () => chance.pick(own),
      inMonth: (month) => pickMonth(chance, own, year, [month]),
      inQuarter: (quarter) => pickMonth(chance, own, year, [quarter * 3, quarter * 3 + 1, quarter * 3 + 2]),
    },
    add: (kind, section, occurredOn, fields) => {
      if (occurredOn > '') records.push({ kind, section, fields: { date: occurredOn, ...fields }, enteredOn: enteredOn(chance, working, occurredOn) })
    },
  }
  writeMeetings(writer)
  writePublicity(writer)
  writeSupervision(writer)
  writeOrganisation(writer)
  return records
}

/** A working day of one of the months, or '' where the year has not come so far. */
function pickMonth(chance: Chance, days: string[], year: number, months: number[]): string {
  const within = days.filter((day) => months.some((month) => day.startsWith(`${year}-${String(month + 1).padStart(2, '0')}`)))
  return within.length === 0 ? '' : chance.pick(within)
}

/** Most are entered on the day or within the week; a few come weeks late. */
function enteredOn(chance: Chance, working: string[], occurredOn: string): string {
  const at = working.indexOf(occurredOn)
  const delay = chance.happens(0.6) ? 0 : chance.happens(0.9) ? chance.between(1, 4) : chance.between(10, 30)
  return working[Math.min(working.length - 1, at + delay)] ?? occurredOn
}
