import { sentencePieces, type Standing } from './sentence-pieces.ts'

/** A sentence of the report with one figure marked in it; `figures` are all that stand in the sentence, in order. */
export function Sentence({ text, figures, marked }: { text: string; figures: Standing[]; marked: number }) {
  return (
    <span lang="zh-CN">
      {sentencePieces(text, figures).map((piece, index) =>
        piece.number === marked ? (
          <mark key={index} className="figure-mark">{piece.text}</mark>
        ) : (
          <span key={index}>{piece.text}</span>
        ),
      )}
    </span>
  )
}
