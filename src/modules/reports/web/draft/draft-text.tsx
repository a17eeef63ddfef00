import { memo, useMemo, type KeyboardEvent } from 'react'
import { blocksFromText } from '../../../../engine/docx/gongwen-recognise.ts'
import { useText } from '../../../../web/ui/language.tsx'
import { DraftParagraph } from './draft-paragraph.tsx'
import { piecesOf } from './pieces.ts'
import { sentenceKey, slotKey, type Filter } from './places.ts'
import { texts } from './texts.ts'
import type { Draft } from './types.ts'

interface Props {
  draft: Draft
  chosen: string | null
  filter: Filter
  onChoose(key: string): void
  onStep(by: 1 | -1): void
  /** The keyboard goes on to what is known of the chosen place. */
  onEnter(): void
}

/** The report as it would read, typeset as an official paper. One place of it is reached with Tab, the others with arrows. */
export function DraftText({ draft, chosen, filter, onChoose, onStep, onEnter }: Props) {
  const { text } = useText(texts)
  const lines = useMemo(() => linesOf(draft), [draft])
  const first = draft.slots[0] === undefined ? null : slotKey(draft.slots[0].slot)
  const press = (event: KeyboardEvent) => {
    const key = (event.target as HTMLElement).dataset['place']
    if (key === undefined) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowRight') onStep(1)
    else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') onStep(-1)
    else if (event.key === 'Enter' || event.key === ' ') {
      onChoose(key)
      requestAnimationFrame(onEnter)
    } else return
    event.preventDefault()
  }
  return (
    <section className={`paper paper-${filter}`} aria-label={text.label} lang="zh-CN" onKeyDown={press}>
      {lines.map((line) => (
        <Line key={line.line} line={line} chosen={line.keys.has(chosen ?? '') ? chosen : null} reached={chosen ?? first} onChoose={onChoose} />
      ))}
    </section>
  )
}

type LineOf = ReturnType<typeof linesOf>[number]

/** Drawn anew only when something in it changed, so that a long report stays light. */
const Line = memo(
  function Line({ line, chosen, reached, onChoose }: { line: LineOf; chosen: string | null; reached: string | null; onChoose(key: string): void }) {
    return <DraftParagraph kind={line.kind} pieces={line.pieces} chosen={chosen} reached={reached} onChoose={onChoose} />
  },
  (before, after) => before.line === after.line && before.chosen === after.chosen && reaches(before) === reaches(after),
)

/** Which of its places Tab reaches, if any. */
function reaches({ line, reached }: { line: LineOf; reached: string | null }): string | null {
  return reached !== null && line.keys.has(reached) ? reached : null
}

function linesOf({ paragraphs, slots, edits, sentences }: Draft) {
  const kinds = new Map(blocksFromText(paragraphs).map((block) => ['source' in block ? (block.source?.line ?? 0) : 0, kindOf(block)]))
  const [slotsOf, editsOf, sentencesOf] = [grouped(slots), grouped(edits), grouped(sentences)]
  return paragraphs.map(({ line, text }) => {
    const within = { slots: slotsOf.get(line) ?? [], edits: editsOf.get(line) ?? [], sentences: sentencesOf.get(line) ?? [] }
    const keys = new Set([...within.slots.map(({ slot }) => slotKey(slot)), ...within.sentences.map(sentenceKey)])
    return { line, kind: kinds.get(line) ?? 'paragraph', pieces: piecesOf({ text, ...within }), keys }
  })
}

function kindOf(block: ReturnType<typeof blocksFromText>[number]): string {
  if (block.kind === 'heading') return block.lead === undefined ? `heading-${block.level}` : 'paragraph'
  return block.kind
}

function grouped<T extends { line: number }>(all: T[]): Map<number, T[]> {
  const lines = new Map<number, T[]>()
  for (const one of all) lines.set(one.line, [...(lines.get(one.line) ?? []), one])
  return lines
}
