import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Conflict, Invalid } from '../../../../platform/errors.ts'
import { server } from '../../../../web/ui/server.ts'
import { useDraft } from '../../../../web/ui/use-draft.tsx'
import { correctRecord, readRecord, type RecordDetail } from '../../contract/record.ts'
import { changedFields, mergeFields, type Clash } from '../../rules/merge.ts'
import { byField, problemsOfForm, type Problems } from '../entry/check-form.ts'
import { useRenewed } from './questions.ts'
import type { RecordFields } from '../../contract/entry.ts'

/** A correction on its way: the version it began from, and what the form holds. */
interface CorrectionDraft {
  version: number
  before: RecordFields
  fields: RecordFields
  /** Whose it is to be; null while that is not changed. */
  unitId: string | null
}

/** Somebody was faster: who and when, what was taken over from them, what has to be chosen. */
export interface ConflictFound {
  by: string
  at: string
  taken: string[]
  clashes: Clash[]
  isVoided: boolean
}

/** Correcting a record; nothing typed is lost when the server refuses, a session ends or somebody else was faster. */
export function useCorrection(record: RecordDetail, onDone: () => void) {
  const { recordId, form } = record
  const queries = useQueryClient()
  const renew = useRenewed(recordId)
  const draft = useDraft<CorrectionDraft>(`record.${recordId}`, { version: record.version, before: record.fields, fields: record.fields, unitId: null })
  const [problems, setProblems] = useState<Problems>({})
  const [conflict, setConflict] = useState<ConflictFound | null>(null)
  const { value } = draft
  const changes = changedFields(value.before, value.fields)
  const movedTo = value.unitId === null || value.unitId === record.unitId ? {} : { unitId: value.unitId }
  const isChanged = Object.keys(changes).length > 0 || movedTo.unitId !== undefined

  const saving = useMutation({
    mutationFn: async () => {
      const found = problemsOfForm(form, value.fields)
      setProblems(found)
      if (Object.keys(found).length > 0) return false
      if (isChanged) await server.call(correctRecord, { params: { recordId }, body: { expectedVersion: value.version, fields: changes, ...movedTo } })
      return true
    },
    onSuccess: async (saved) => {
      if (!saved) return
      draft.clear()
      await renew()
      onDone()
    },
    onError: async (error) => {
      if (error instanceof Invalid && error.code === 'bad-record') setProblems(byField(error.details['problems'] as { field: string; problem: string }[]))
      if (error instanceof Conflict && error.code === 'stale-version') await takeOver()
    },
  })

  const takeOver = async () => {
    const now = await server.call(readRecord, { params: { recordId } })
    const { fields, clashes, taken } = mergeFields({ before: value.before, mine: value.fields, theirs: now.fields })
    const last = now.versions.at(-1)
    draft.change({ ...value, version: now.version, before: now.fields, fields })
    setConflict({ by: last?.changedBy ?? '', at: last?.changedAt ?? '', taken, clashes, isVoided: now.state === 'voided' })
    queries.setQueryData(['records', 'one', recordId], now)
  }

  const isStale = saving.error instanceof Conflict && saving.error.code === 'stale-version'
  return {
    draft, problems, conflict,
    fields: value.fields,
    isChanged,
    unitId: value.unitId ?? record.unitId,
    setUnit: (unitId: string) => draft.change({ ...value, unitId }),
    setFields: (fields: RecordFields) => draft.change({ ...value, fields }),
    save: () => saving.mutate(),
    isSaving: saving.isPending,
    failure: isStale && conflict !== null ? null : saving.error,
    giveUp: () => {
      draft.clear()
      onDone()
    },
  }
}
