import { Conflict, Invalid, NotAllowed, NotFound } from '../../platform/errors.ts'

/** Asks once more when the server was away or failed; an answer that would be the same again is shown at once. */
export function isWorthRetrying(failures: number, error: unknown): boolean {
  const final = [Invalid, NotFound, NotAllowed, Conflict].some((kind) => error instanceof kind)
  return !final && failures < 1
}
