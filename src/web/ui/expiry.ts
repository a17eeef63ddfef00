import { useSyncExternalStore } from 'react'

/** Requests that found no session any more wait here until somebody has signed in again over the page, or gave up. */
let waiting: ((signedIn: boolean) => void)[] = []
const listeners = new Set<() => void>()
let isWatched = false

const lost = new Set(['not-signed-in', 'session-expired', 'session-ended'])

/** Whether a refusal with this code means that the session is over. */
export function isLostSession(code: string | undefined): boolean {
  return code !== undefined && lost.has(code)
}

/** Called by the shell while somebody is signed in: only then is a lost session one that can be taken up again. */
export function watchExpiry(watched: boolean): void {
  isWatched = watched
}

/** Waits for a new session; false at once where nobody had one, and after the person gave up. */
export function signedInAgain(): Promise<boolean> {
  if (!isWatched) return Promise.resolve(false)
  return new Promise((resolve) => change([...waiting, resolve]))
}

/** Ends the waiting: every request that waited is sent once more, or shown as refused. */
export function settleExpiry(signedIn: boolean): void {
  const settled = waiting
  change([])
  for (const settle of settled) settle(signedIn)
}

export function useIsExpired(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => waiting.length > 0,
  )
}

function change(next: typeof waiting): void {
  waiting = next
  for (const listener of listeners) listener()
}
