import { Button, type InputRef } from 'antd'
import { useEffect, useRef, type FormEvent } from 'react'
import { Failure } from '../../../../web/ui/failure.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import { recall, remember } from '../../../../web/ui/memory.ts'
import { useShortcut } from '../../../../web/ui/shortcuts.ts'
import { useUnitView } from '../../../../web/ui/unit-view.tsx'
import { DraftNote } from '../../../../web/ui/use-draft.tsx'
import type { Desk, RecordFields } from '../../contract/entry.ts'
import { problemsOfForm } from './check-form.ts'
import type { EntryDraft } from './draft.ts'
import { FieldGrid, focusField } from './field-grid.tsx'
import { PlaceLine } from './place-line.tsx'
import { ReadNote } from './read-note.tsx'
import { SentenceLine } from './sentence-line.tsx'
import { SimilarNote } from './similar-note.tsx'
import { texts } from './texts.ts'
import { useNewRecord } from './use-new-record.ts'

export interface Saved {
  recordId: string
  title: string
  /** It had been saved before: the answer was lost, or another tab was faster. */
  again: boolean
}

interface Props {
  recordId: string
  desk: Desk
  begun: { kind: string | null; unitId: string | null; fields: RecordFields }
  onSaved(saved: Saved): void
}

const lastUnit = 'taizhang.records.unit'

/** The form of one new record: a sentence, the ledger and the unit, the fields, and saving. */
export function NewRecord({ recordId, desk, begun, onSaved }: Props) {
  const messages = useText(texts)
  const sentence = useRef<InputRef>(null)
  const saveButton = useRef<HTMLButtonElement>(null)
  const awaited = useRef<EntryDraft | null>(null)
  const { unitId: viewed } = useUnitView()
  const entry = useNewRecord({
    recordId, begun: { kind: begun.kind, fields: begun.fields, unitId: firstUnit(desk, [begun.unitId, viewed, recall(lastUnit)]) },
    onSaved: (saved) => {
      remember(lastUnit, entry.unitId)
      onSaved(saved)
    },
    onRead: (draft) => {
      awaited.current = draft
    },
  })
  const { form, asked } = entry
  useEffect(() => {
    const timer = setTimeout(() => (begun.kind === null ? sentence.current?.focus() : document.querySelector<HTMLElement>('.field-grid input')?.focus()))
    return () => clearTimeout(timer)
  }, [])
  // What was read has its form now: the keyboard goes to what is still missing, or else to saving.
  useEffect(() => {
    if (form === undefined || awaited.current === null || awaited.current.kind !== form.id) return
    const [missing] = Object.keys(problemsOfForm(form, awaited.current.fields))
    awaited.current = null
    // Without scrolling: what was guessed stays in view.
    if (missing === undefined) saveButton.current?.focus({ preventScroll: true })
    else focusField(missing)
  })
  useEffect(() => {
    const [first] = Object.keys(entry.problems)
    if (first !== undefined) focusField(first)
  }, [entry.isSaving])
  useShortcut('Mod+Enter', messages.save, () => entry.save())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    entry.save()
  }
  const chooseKind = (kind: string) => {
    if (entry.value.sentence.trim() !== '' && entry.value.reading !== null) entry.read(kind)
    else entry.change({ kind })
  }
  const count = Object.keys(entry.problems).length
  return (
    <>
      <DraftNote draft={{ value: entry.value, change: entry.change, clear: entry.clear, restored: entry.restored }} />
      <SentenceLine input={sentence} value={entry.value.sentence} isReading={entry.isReading} onChange={(text) => entry.change({ sentence: text })} onRead={() => entry.read(null)} />
      {entry.readFailure !== null && <Failure error={entry.readFailure} retry={() => entry.read(null)} />}
      <ReadNote reading={entry.value.reading} desk={desk} onOther={(kind) => entry.read(kind)} />
      <PlaceLine desk={desk} kind={entry.value.kind} unitId={entry.unitId} onKind={chooseKind} onUnit={(unitId) => entry.change({ unitId })} />
      {asked.isError && <Failure error={asked.error} retry={() => void asked.refetch()} />}
      {form !== undefined && (
        <form onSubmit={submit} noValidate>
          <SimilarNote form={form} unitId={entry.unitId} fields={entry.value.fields} />
          <FieldGrid
            form={form} fields={entry.value.fields} problems={entry.problems} today={desk.today} onChange={entry.setFields}
            read={entry.value.reading === null ? undefined : { sentence: entry.value.sentence, reading: entry.value.reading }}
          />
          {count > 0 && <p className="refusal" role="alert">{messages.notSaved}{messages.problems(count)}</p>}
          {entry.saveFailure !== null && count === 0 && <Failure error={entry.saveFailure} retry={entry.save} />}
          <p className="entry-actions">
            <Button ref={saveButton} type="primary" htmlType="submit" loading={entry.isSaving} disabled={entry.unitId === null}>{messages.save}</Button>
            <span className="muted">{messages.saveKeys}</span>
            <Link to="/records/paste">{messages.paste}</Link>
          </p>
        </form>
      )}
      {form === undefined && <p className="entry-actions"><Link to="/records/paste">{messages.paste}</Link></p>}
    </>
  )
}

/** The first of these that one may enter for: what the page was opened with, what is looked at, what was used last, what stands highest. */
function firstUnit({ units }: Desk, wanted: (string | null)[]): string | null {
  const known = new Set(units.map(({ unitId }) => unitId))
  const top = units.find(({ parentId }) => parentId === null || !known.has(parentId))
  return wanted.find((unitId) => unitId !== null && known.has(unitId)) ?? top?.unitId ?? null
}
