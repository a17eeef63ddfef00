import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Invalid } from '../../../../platform/errors.ts'
import { server } from '../../../../web/ui/server.ts'
import { useDraft } from '../../../../web/ui/use-draft.tsx'
import { enterRecords, type Desk, type EntryProblem } from '../../../records/contract/entry.ts'
import { newId } from '../../../records/web/entry/draft.ts'
import { readPasted } from '../../contract/paste.ts'

export interface Pasted {
  rows: string[][]
  kind: string | null
  columns: (string | null)[] | null
  unitId: string | null
}

export interface CellProblem {
  row: number
  /** Null: of the row. */
  column: number | null
  message: string
}

const nothing: Pasted = { rows: [], kind: null, columns: null, unitId: null }

/** Pasted rows on their way: what they were read as, what is wrong with them, and saving them all at once. */
export function usePasted(desk: Desk, fallbackUnit: string | null, noSuchUnit: (name: string) => string) {
  const queries = useQueryClient()
  const draft = useDraft<Pasted>('records.paste', nothing)
  const pasted = draft.value
  const unitId = pasted.unitId ?? fallbackUnit
  const asked = { rows: pasted.rows, ...(pasted.kind === null ? {} : { kind: pasted.kind }), ...(pasted.columns === null ? {} : { columns: pasted.columns }) }
  const reading = useQuery({
    queryKey: ['pasted', asked],
    queryFn: () => server.call(readPasted, { body: asked }),
    enabled: pasted.rows.length > 0,
    placeholderData: keepPreviousData,
  })
  const read = pasted.rows.length === 0 ? undefined : reading.data
  const unitOf = (name: string | null) => (name === null ? unitId : (desk.units.find((unit) => unit.name === name)?.unitId ?? null))
  const records = read?.records ?? []
  const unknown = records.flatMap(({ row, unitName }): CellProblem[] =>
    unitName !== null && unitOf(unitName) === null ? [{ row, column: read?.columns.indexOf('unit') ?? null, message: noSuchUnit(unitName) }] : [],
  )
  const saving = useMutation({
    mutationFn: () =>
      server.call(enterRecords, {
        body: { records: records.map(({ fields, unitName }) => ({ recordId: newId(), kind: read?.kind ?? '', unitId: unitOf(unitName) ?? '', fields })) },
      }),
    onSuccess: () => {
      draft.clear()
      void queries.invalidateQueries({ queryKey: ['records'] })
    },
  })
  const refused = saving.error instanceof Invalid && saving.error.code === 'bad-records' ? (saving.error.details['problems'] as EntryProblem[]) : []
  const problems = [
    ...records.flatMap(({ row, errors }) => errors.map((error): CellProblem => ({ row, ...error }))),
    ...unknown,
    ...refused.map(({ row, field, title, problem }): CellProblem => ({ row: records[row]?.row ?? row, column: columnOf(read?.columns ?? [], field), message: `${title}：${problem}` })),
  ]
  return {
    pasted, unitId, read, problems, saving, restored: draft.restored,
    failure: reading.error ?? (refused.length > 0 ? null : saving.error),
    isReading: reading.isFetching,
    change: (changes: Partial<Pasted>) => {
      saving.reset()
      draft.change({ ...pasted, ...changes })
    },
    clear: draft.clear,
  }
}

function columnOf(columns: (string | null)[], field: string): number | null {
  const at = columns.indexOf(field)
  return at < 0 ? null : at
}
