import type { MouseEvent, ReactNode } from 'react'
import { goTo } from './address.ts'

interface Props {
  to: string
  className?: string
  /** Marks the link to the page that is shown. */
  current?: boolean
  /** The name for those who hear it, where its words say too little alone. */
  label?: string
  children: ReactNode
}

/** A link inside the program: a plain click moves without loading anew; a new tab stays possible. */
export function Link({ to, className, current = false, label, children }: Props) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    goTo(to)
  }
  return (
    <a href={to} className={className} aria-label={label} aria-current={current ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  )
}
