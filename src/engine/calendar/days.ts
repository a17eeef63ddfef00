import type { Day } from './terms.ts'

/** Milliseconds of a day of the common calendar; days are counted in UTC, so no clock is ever put forward or back. */
const DAY = 86_400_000

/** Days since 1970-01-01. @throws {RangeError} when `day` is no day of the common calendar */
export function serialOf(day: Day): number {
  const date = Number(day.slice(8))
  const moment = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, date))
  if (day.length !== 10 || moment.getUTCDate() !== date) throw new RangeError(`not a day: ${day}`)
  return moment.getTime() / DAY
}

/** @throws {RangeError} when the day lies beyond the year 9999, which has no such writing */
export function dayAt(serial: number): Day {
  const text = new Date(serial * DAY).toISOString()
  if (text.length !== 24) throw new RangeError(`day ${serial} lies beyond the year 9999`)
  return text.slice(0, 10)
}

export function addDays(day: Day, count: number): Day {
  return dayAt(serialOf(day) + count)
}

/** Days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return serialOf(to) - serialOf(from)
}

/** 1 for Monday … 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return weekdayAt(serialOf(day))
}

/** The weekday of a serial number; 1970-01-01 was a Thursday. */
export function weekdayAt(serial: number): number {
  return ((((serial + 3) % 7) + 7) % 7) + 1
}

export function isWeekend(day: Day): boolean {
  return weekdayOf(day) > 5
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

/** The day written from its parts; months beyond 12 or below 1 run into the neighbouring years. */
export function dayFrom(year: number, month: number, date: number): Day {
  return dayAt(Date.UTC(year, month - 1, date) / DAY)
}

export function startOfMonth(day: Day): Day {
  return `${day.slice(0, 8)}01`
}

export function endOfMonth(day: Day): Day {
  return dayFrom(yearOf(day), Number(day.slice(5, 7)) + 1, 0)
}

export function daysInYear(year: number): number {
  return Date.UTC(year + 1, 0, 1) / DAY - Date.UTC(year, 0, 1) / DAY
}

/** Every day from `from` to `to`, both included; none when they are turned round. */
export function daysFrom(from: Day, to: Day): Day[] {
  const first = serialOf(from)
  return Array.from({ length: Math.max(0, serialOf(to) - first + 1) }, (_, index) => dayAt(first + index))
}

/** The later of two days. */
export function laterOf(one: Day, other: Day): Day {
  return one > other ? one : other
}

export function earlierOf(one: Day, other: Day): Day {
  return one < other ? one : other
}
