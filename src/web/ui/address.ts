import { useSyncExternalStore } from 'react'

/** The place in the program: a path, and what is opened on it (a figure, a tab), so that a link shows it to a colleague. */
export interface Address {
  path: string
  query: URLSearchParams
}

export function useAddress(): Address {
  const written = useSyncExternalStore(subscribe, () => `${location.pathname}${location.search}`)
  const [path = '/', query = ''] = written.split('?', 2)
  return { path, query: new URLSearchParams(query) }
}

export function goTo(path: string): void {
  history.pushState(null, '', path)
  announce()
}

/** Opens or closes something on the present page; null closes. `replace` leaves no step to go back to. */
export function openHere(changes: Record<string, string | null>, { replace = false } = {}): void {
  const query = new URLSearchParams(location.search)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name)
    else query.set(name, value)
  }
  const written = query.size === 0 ? location.pathname : `${location.pathname}?${query}`
  if (replace) history.replaceState(null, '', written)
  else history.pushState(null, '', written)
  announce()
}

const listeners = new Set<() => void>()

function announce(): void {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('popstate', listener)
  }
}
