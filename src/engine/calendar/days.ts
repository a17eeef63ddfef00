import type { Day } from './terms.ts'

/** Days before the first of each month of a common year. */
const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365]

/** Days from 0000-01-01 to 1970-01-01. */
const EPOCH = 719_528

/** Writing a day is the dearest step of a hundred thousand dates, so each is written once. */
const written = new Map<number, Day>()

/** Days since 1970-01-01. @throws {RangeError} when `day` is no day of the common calendar */
export function serialOf(day: Day): number {
  const year = digits(day, 0, 4)
  const month = digits(day, 5, 7)
  const date = digits(day, 8, 10)
  const isDay = day.length === 10 && month >= 1 && month <= 12 && date >= 1 && date <= lengthOfMonth(year, month)
  if (!isDay) throw new RangeError(`not a day: ${day}`)
  return daysBeforeMonth(year, month) + date - 1
}

/** @throws {RangeError} when the day lies before the year 0 or beyond 9999, which have no such writing */
export function dayAt(serial: number): Day {
  return written.get(serial) ?? write(serial)
}

function write(serial: number): Day {
  let year = Math.floor((serial + EPOCH) / 365.2425)
  if (daysBeforeMonth(year, 1) > serial) year--
  else if (daysBeforeMonth(year + 1, 1) <= serial) year++
  if (!(year >= 0 && year <= 9999)) throw new RangeError(`day ${serial} lies outside the years 0 to 9999`)
  let month = 1
  while (month < 12 && daysBeforeMonth(year, month + 1) <= serial) month++
  const day = `${String(year).padStart(4, '0')}-${two(month)}-${two(serial - daysBeforeMonth(year, month) + 1)}`
  if (written.size < 100_000) written.set(serial, day)
  return day
}

/** The serial number of the first of a month. */
function daysBeforeMonth(year: number, month: number): number {
  const before = year - 1
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) + 1
  return year * 365 + leaps + (daysBefore[month - 1] ?? 0) + (month > 2 && isLeap(year) ? 1 : 0) - EPOCH
}

function lengthOfMonth(year: number, month: number): number {
  return (daysBefore[month] ?? 0) - (daysBefore[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0)
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** The number that stands from `from` to `to`; NaN where anything but a digit stands there. */
function digits(text: string, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48
    number = digit >= 0 && digit <= 9 ? number * 10 + digit : NaN
  }
  return number
}

function two(number: number): string {
  return String(number).padStart(2, '0')
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

/** The day written from its parts; months beyond 12 run into the next year, and day 0 is the last of the month before. */
export function dayFrom(year: number, month: number, date: number): Day {
  return dayAt(daysBeforeMonth(year + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1) + date - 1)
}

export function startOfMonth(day: Day): Day {
  return `${day.slice(0, 8)}01`
}

export function endOfMonth(day: Day): Day {
  return dayFrom(yearOf(day), Number(day.slice(5, 7)) + 1, 0)
}

export function daysInYear(year: number): number {
  return isLeap(year) ? 366 : 365
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
