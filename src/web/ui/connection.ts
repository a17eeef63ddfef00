import { useSyncExternalStore } from 'react'

/** Whether the server answered the last request; a browser without a network may still reach a server on its own machine. */
let isAway = false
const listeners = new Set<() => void>()

export function noteAnswer(answered: boolean): void {
  if (isAway === !answered) return
  isAway = !answered
  for (const listener of listeners) listener()
}

/** True from the first request that the server does not answer to the next that it does. */
export function useIsAway(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isAway,
  )
}
