import { useEffect, useEffectEvent } from 'react'

/** Takes files that are pasted anywhere on the page, but for the drop zone, which takes its own. */
export function usePastedFiles(take: (files: File[]) => void): void {
  const answer = useEffectEvent((event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])]
    const isElsewhere = event.target instanceof HTMLElement && event.target.closest('.dropzone, input, textarea, [role=dialog]') !== null
    if (files.length === 0 || isElsewhere) return
    event.preventDefault()
    take(files)
  })
  useEffect(() => {
    addEventListener('paste', answer)
    return () => removeEventListener('paste', answer)
  }, [])
}
