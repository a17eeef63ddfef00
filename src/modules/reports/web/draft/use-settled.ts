import { useEffect, useState } from 'react'

const restMs = 250

/** A value once nobody has changed it for a moment: what is typed is asked of the server when the hands rest. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  const written = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(written) as T), restMs)
    return () => clearTimeout(timer)
  }, [written])
  return settled
}
