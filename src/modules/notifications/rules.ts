const MINUTE = 60_000
const BACK_OFF_MINUTES = [1, 5, 15, 60, 180]

/** How long something stays worth telling. */
export const FRESH_MS = 24 * 60 * MINUTE

/** When to try again after so many attempts that certainly failed; ever later, at most every three hours. */
export function nextTryAfter(attempts: number, now: Date): Date {
  const minutes = BACK_OFF_MINUTES[Math.min(attempts, BACK_OFF_MINUTES.length) - 1] ?? 1
  return new Date(now.getTime() + minutes * MINUTE)
}

/** The hour of the day in Beijing. */
export function hourOf(now: Date): number {
  return new Date(now.getTime() + 8 * 60 * MINUTE).getUTCHours()
}

export function isMonday(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).getUTCDay() === 1
}
