/** A value; below it, for a rate or share, what it was divided from. */
export function FigureWords({ value, fraction }: { value: string; fraction: string | null }) {
  return (
    <span className="figure-words" lang="zh-CN">
      <span>{value}</span>
      {fraction !== null && <small>{fraction}</small>}
    </span>
  )
}
