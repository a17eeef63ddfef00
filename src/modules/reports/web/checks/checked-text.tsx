import { useEffect, useRef } from 'react'
import { useText } from '../../../../web/ui/language.tsx'
import { piecesOf } from './claims.ts'
import type { Check, Claim } from './questions.ts'
import { texts } from './texts.ts'

interface Props {
  paragraphs: Check['paragraphs']
  claims: Claim[]
  /** Which of the claims is open. */
  at: number
  onPick(index: number): void
}

/** The text of the report with a mark on each claim; the open one is brought into view. */
export function CheckedText({ paragraphs, claims, at, onPick }: Props) {
  const text = useText(texts)
  const open = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    open.current?.scrollIntoView({ block: 'nearest' })
  }, [at, claims])
  return (
    <div className="check-paper" lang="zh-CN">
      {paragraphs.map(({ line, text: words }) => (
        <p key={line}>
          {piecesOf(line, words, claims).map((piece) => {
            if (piece.index === null) return piece.words
            const { index } = piece
            const { verdict } = claims[index] ?? { verdict: 'consistent' as const }
            return (
              <button
                key={index}
                ref={index === at ? open : undefined}
                type="button"
                className={`claim claim-${verdict}${index === at ? ' claim-open' : ''}`}
                aria-current={index === at ? 'true' : undefined}
                aria-label={`${piece.words}：${text.verdicts[verdict]}`}
                onClick={() => onPick(index)}
              >
                {piece.words}
                <sup aria-hidden="true">{text.marks[verdict]}</sup>
              </button>
            )
          })}
        </p>
      ))}
    </div>
  )
}
