import { useText } from '../../../../web/ui/language.tsx'
import { texts } from '../texts.ts'
import { besideEachOther, lineDifference, piecesOf, type Line } from './line-difference.ts'

interface Props {
  before: string
  after: string
  sideBySide: boolean
}

/** The changed lines of a file with a few around them. */
export function FileDifference({ before, after, sideBySide }: Props) {
  const { upgrade } = useText(texts)
  const pieces = piecesOf(lineDifference(before, after))
  return (
    <table className="lines" lang="zh-CN">
      {sideBySide && <thead><tr><td className="number" /><th scope="col">{upgrade.before}</th><td className="number" /><th scope="col">{upgrade.after}</th></tr></thead>}
      <tbody>
        {pieces.map((piece, n) => {
          if ('skipped' in piece) return <tr key={n} className="line-skipped"><td colSpan={4}>{upgrade.unchanged(piece.skipped)}</td></tr>
          return sideBySide ? <TwoColumns key={n} lines={piece.lines} /> : <OneColumn key={n} lines={piece.lines} />
        })}
      </tbody>
    </table>
  )
}

function OneColumn({ lines }: { lines: Line[] }) {
  return lines.map(({ text, before, after }) => (
    <tr key={`${before}-${after}`} className={classOf(before, after)}>
      <td className="number">{before}</td>
      <td className="number">{after}</td>
      <td className="sign">{before === null ? '+' : after === null ? '−' : ''}</td>
      <td>{text}</td>
    </tr>
  ))
}

function TwoColumns({ lines }: { lines: Line[] }) {
  return besideEachOther(lines).map(({ left, right }, n) => (
    <tr key={n}>
      <td className="number">{left?.before}</td>
      <td className={left !== null && left.after === null ? 'line-removed' : undefined}>{left?.text}</td>
      <td className="number">{right?.after}</td>
      <td className={right !== null && right.before === null ? 'line-added' : undefined}>{right?.text}</td>
    </tr>
  ))
}

function classOf(before: number | null, after: number | null): string | undefined {
  if (before === null) return 'line-added'
  return after === null ? 'line-removed' : undefined
}
