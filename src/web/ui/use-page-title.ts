import { useEffect } from 'react'
import { useMessages } from './language.tsx'

/** Names the page in the tab of the browser. */
export function usePageTitle(title: string): void {
  const { product } = useMessages()
  useEffect(() => {
    document.title = title === '' ? product : `${title} · ${product}`
  }, [title, product])
}
