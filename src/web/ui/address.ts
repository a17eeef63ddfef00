import { createBrowserHistory, createMemoryHistory, useParams } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'

/** The place in the program: a path with its parameters, and what is opened on it, so that a link shows it to a colleague. */
export interface Address {
  path: string
  query: URLSearchParams
  params: Record<string, string>
}

/** The browser's own steps back and forth, to which the router listens; where a rule is tested without a browser, none. */
export const steps = typeof window === 'undefined' ? createMemoryHistory() : createBrowserHistory()

export function useAddress(): Address {
  const written = useSyncExternalStore(steps.subscribe, () => `${steps.location.pathname}${steps.location.search}`)
  const params = useParams({ strict: false, shouldThrow: false }) as Record<string, string> | undefined
  const [path = '/', query = ''] = written.split('?', 2)
  return { path, query: new URLSearchParams(query), params: params ?? {} }
}

export function goTo(path: string): void {
  steps.push(path)
}

/** Opens or closes something on the present page; null closes. `replace` leaves no step to go back to. */
export function openHere(changes: Record<string, string | null>, { replace = false } = {}): void {
  const { pathname, search } = steps.location
  const query = new URLSearchParams(search)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name)
    else query.set(name, value)
  }
  const written = query.size === 0 ? pathname : `${pathname}?${query}`
  if (replace) steps.replace(written)
  else steps.push(written)
}
