import { useEffect, useEffectEvent } from 'react'

/** Runs when / is pressed outside a field, as a shortcut to the search of the page. */
export function useSlashKey(run: () => void): void {
  const answer = useEffectEvent((event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable], [role=dialog]') !== null
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    run()
  })
  useEffect(() => {
    addEventListener('keydown', answer)
    return () => removeEventListener('keydown', answer)
  }, [])
}
