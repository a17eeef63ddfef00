import { useText } from '../../../../web/ui/language.tsx'
import type { Piece } from './pieces.ts'
import { isUnsettled, sentenceKey, slotKey } from './places.ts'
import { texts } from './texts.ts'
import type { Sentence, Slot } from './types.ts'

interface Props {
  kind: string
  pieces: Piece[]
  chosen: string | null
  reached: string | null
  onChoose(key: string): void
}

export function DraftParagraph({ kind, pieces, chosen, reached, onChoose }: Props) {
  return (
    <p className={`paper-${kind}`}>
      {pieces.map((piece, at) => {
        const key = piece.slot === null ? null : slotKey(piece.slot.slot)
        const isFirst = pieces.findIndex((one) => one.slot !== null && one.slot === piece.slot) === at
        return (
          <span key={at} className={piece.cut ? 'cut' : undefined}>
            {piece.slot === null || key === null ? piece.text : (
              <SlotMark slot={piece.slot} text={piece.text} isFirst={isFirst} isChosen={chosen === key} isReached={reached === key} onChoose={() => onChoose(key)} />
            )}
            {piece.ends !== null && (
              <SentenceMark
                sentence={piece.ends} isChosen={chosen === sentenceKey(piece.ends)} isReached={reached === sentenceKey(piece.ends)}
                onChoose={() => onChoose(sentenceKey(piece.ends as Sentence))}
              />
            )}
          </span>
        )
      })}
    </p>
  )
}

interface SlotMarkProps {
  slot: Slot
  text: string
  /** A slot of two parts, a direction word and its number, is one stop of the keyboard. */
  isFirst: boolean
  isChosen: boolean
  isReached: boolean
  onChoose(): void
}

/** A span, not a button: its words break with the line as the report's own. */
function SlotMark({ slot, text, isFirst, isChosen, isReached, onChoose }: SlotMarkProps) {
  const { text: messages, legend } = useText(texts)
  const classes = ['slot', `slot-${slot.state}`, isUnsettled(slot) ? 'slot-unsettled' : '', isChosen ? 'slot-chosen' : ''].filter(Boolean).join(' ')
  return (
    <span
      role="button" className={classes} data-place={isFirst ? slotKey(slot.slot) : undefined} tabIndex={isFirst && isReached ? 0 : -1}
      aria-current={isChosen ? 'true' : undefined} aria-label={messages.slot(slot.slot, legend[slot.state], text)} onClick={onChoose}
    >
      {text === '' ? messages.empty : text}
    </span>
  )
}

function SentenceMark({ sentence, isChosen, isReached, onChoose }: { sentence: Sentence; isChosen: boolean; isReached: boolean; onChoose(): void }) {
  const { text: messages } = useText(texts)
  const words = { ask: messages.sentenceMark, confirmed: messages.confirmedMark, deleted: messages.deletedMark }[sentence.decision]
  return (
    <span
      role="button" className={`sentence-mark sentence-${sentence.decision}${isChosen ? ' slot-chosen' : ''}`} data-place={sentenceKey(sentence)}
      tabIndex={isReached ? 0 : -1} aria-current={isChosen ? 'true' : undefined} aria-label={messages.sentence(words, sentence.reason)} onClick={onChoose}
    >
      {words}
    </span>
  )
}
