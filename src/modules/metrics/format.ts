/** A figure as a page shows it: 12次, 66.67%, 1.5个百分点; "—" when there is none. No thousands marks, as official texts have none. */
export function figureText(value: number | null, measure: string): string {
  return value === null ? '—' : `${numberText(value)}${measure}`
}

/** The decimal text of a number, never in powers of ten. */
export function numberText(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 6 }) : text
}
