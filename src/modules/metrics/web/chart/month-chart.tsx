import { useEffect, useRef } from 'react'
import { useIsDark } from '../../../../web/ui/theme.tsx'
import { draw, type Drawing } from './drawn.ts'

interface Props extends Omit<Drawing, 'isDark'> {
  /** The same in words, for who does not see it. */
  label: string
}

export default function MonthChart({ label, ...drawing }: Props) {
  const element = useRef<HTMLDivElement>(null)
  const isDark = useIsDark()
  const drawn = JSON.stringify({ ...drawing, isDark })
  useEffect(() => {
    if (element.current === null) return
    const chart = draw(element.current, JSON.parse(drawn) as Drawing)
    const observer = new ResizeObserver(() => chart.resize())
    observer.observe(element.current)
    return () => {
      observer.disconnect()
      chart.dispose()
    }
  }, [drawn])
  return <div ref={element} role="img" aria-label={label} className={drawing.isLarge ? 'month-chart month-chart-large' : 'month-chart'} />
}
