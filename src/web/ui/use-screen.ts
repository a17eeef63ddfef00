import { useSyncExternalStore } from 'react'

/** True where a table has room for its columns; below, rows are stacked. */
export function useIsWide(): boolean {
  return useMatch('(min-width: 900px)')
}

/** Whether a media query holds at present. */
export function useMatch(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
  )
}
