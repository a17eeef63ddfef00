import type { ReactNode } from 'react'

/** An empty state that teaches: what is not there, and what to do so that it is. */
export function Blank({ title, explain, children }: { title: string; explain: string; children?: ReactNode }) {
  return (
    <div className="blank">
      <h2>{title}</h2>
      <p>{explain}</p>
      {children}
    </div>
  )
}
