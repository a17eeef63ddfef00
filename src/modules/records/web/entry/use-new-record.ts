import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Conflict, Invalid } from '../../../../platform/errors.ts'
import { server } from '../../../../web/ui/server.ts'
import { useDraft } from '../../../../web/ui/use-draft.tsx'
import { enterRecords, readSentence, type EntryProblem, type RecordFields } from '../../contract/entry.ts'
import { byField, problemsOfForm, type Problems } from './check-form.ts'
import { draftName, emptyDraft, type EntryDraft } from './draft.ts'
import { useKindForm } from './questions.ts'

interface Options {
  recordId: string
  /** What the page was opened with: a kind, a unit. */
  begun: Partial<EntryDraft>
  onSaved(saved: { recordId: string; title: string; again: boolean }): void
  /** The form was filled; the keyboard may go on. */
  onRead(draft: EntryDraft): void
}

/** A new record on its way: what is typed, what the sentence was read as, what is wrong, and saving it. */
export function useNewRecord({ recordId, begun, onSaved, onRead }: Options) {
  const queries = useQueryClient()
  const draft = useDraft<EntryDraft>(draftName(recordId), { ...emptyDraft, ...begun })
  const [problems, setProblems] = useState<Problems>({})
  const { value } = draft
  const asked = useKindForm(value.kind)
  const form = asked.data?.id === value.kind ? asked.data : undefined
  const unitId = value.unitId ?? begun.unitId ?? null
  const change = (changes: Partial<EntryDraft>) => draft.change({ ...value, ...changes })

  const reading = useMutation({
    mutationFn: (kind: string | null) => server.call(readSentence, { body: { text: value.sentence, ...(kind === null ? {} : { kind }) } }),
    onSuccess: (read) => {
      const kind = read.kind ?? value.kind
      const said = Object.fromEntries(read.guesses.map((guess) => [guess.field, guess.value]))
      const kept = kind === value.kind ? value.fields : {}
      const next = { ...value, kind, unitId: read.unitId ?? unitId, fields: { ...kept, ...said } as RecordFields, reading: read }
      setProblems({})
      draft.change(next)
      onRead(next)
    },
  })

  const saving = useMutation({
    mutationFn: async () => {
      if (form === undefined || unitId === null) return false
      const found = problemsOfForm(form, value.fields)
      setProblems(found)
      if (Object.keys(found).length > 0) return false
      await server.call(enterRecords, { body: { records: [{ recordId, kind: form.id, unitId, fields: value.fields }] } })
      return true
    },
    onSuccess: (saved) => (saved ? finish(false) : undefined),
    onError: (error) => {
      if (error instanceof Conflict && error.code === 'record-exists') finish(true)
      else if (error instanceof Invalid && error.code === 'bad-records') setProblems(byField(error.details['problems'] as EntryProblem[]))
    },
  })

  const finish = (again: boolean) => {
    const title = String(value.fields[form?.naming ?? ''] ?? '')
    draft.clear()
    setProblems({})
    void queries.invalidateQueries({ queryKey: ['records'], predicate: ({ queryKey }) => queryKey[1] !== 'form' && queryKey[1] !== 'desk' })
    onSaved({ recordId, title, again })
  }

  const refused = saving.error instanceof Conflict && saving.error.code === 'record-exists' ? null : saving.error
  return {
    form, asked, value, unitId, problems, change, restored: draft.restored, clear: draft.clear,
    read: (kind: string | null) => reading.mutate(kind), isReading: reading.isPending, readFailure: reading.error,
    save: () => saving.mutate(), isSaving: saving.isPending, saveFailure: refused,
    setFields: (fields: RecordFields) => {
      setProblems((before) => stillWrong(before, value.fields, fields))
      change({ fields })
    },
  }
}

/** A field that was changed is no longer shown as wrong until it is checked again. */
function stillWrong(problems: Problems, before: RecordFields, after: RecordFields): Problems {
  return Object.fromEntries(Object.entries(problems).filter(([field]) => JSON.stringify(before[field]) === JSON.stringify(after[field])))
}
