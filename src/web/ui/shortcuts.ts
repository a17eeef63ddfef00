import { useEffectEvent, useLayoutEffect, useSyncExternalStore } from 'react'

/** A key that does something outside of fields: '/', '?', 'Mod+K' (Ctrl, on a Mac Command), or one after another, 'g r'. */
export interface Shortcut {
  keys: string
  /** What it does, for the help. */
  text: string
}

let known: Shortcut[] = []
let begun: { key: string; atMs: number } | null = null
const listeners = new Set<() => void>()
const followsWithinMs = 3_000

/** Runs when the keys are pressed; keys without Mod are left alone while somebody types or a dialog is open. */
export function useShortcut(keys: string, text: string, run: () => void): void {
  const answer = useEffectEvent((event: KeyboardEvent) => {
    if (!isPressed(keys, event)) return
    event.preventDefault()
    run()
  })
  // Not a moment later than it can be seen: people type ahead.
  useLayoutEffect(() => {
    const shortcut = { keys, text }
    change([...known, shortcut])
    addEventListener('keydown', answer)
    return () => {
      removeEventListener('keydown', answer)
      change(known.filter((each) => each !== shortcut))
    }
  }, [keys, text])
}

/** Every shortcut of what is on the screen. */
export function useShortcuts(): Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => known,
  )
}

function isPressed(keys: string, event: KeyboardEvent): boolean {
  const hasModifier = event.ctrlKey || event.metaKey
  if (keys.startsWith('Mod+')) return hasModifier && !event.altKey && event.key.toLowerCase() === keys.slice(4).toLowerCase()
  if (hasModifier || event.altKey || isTyping(event.target)) return false
  const [first = '', second] = keys.split(' ')
  if (second === undefined) return event.key === first
  return event.key === second && begun?.key === first && event.timeStamp - begun.atMs < followsWithinMs
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], [role=dialog], [role=combobox]') !== null
}

function change(next: Shortcut[]): void {
  known = next
  for (const listener of listeners) listener()
}

/** Remembers the first of two keys, after every shortcut has seen the event; the shell listens with it. */
export function rememberFirstKey(event: KeyboardEvent): void {
  const isPlain = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)
  setTimeout(() => {
    begun = isPlain ? { key: event.key, atMs: event.timeStamp } : null
  })
}
