import { useText } from '../../../../web/ui/language.tsx'
import type { Language } from '../../../../web/ui/formats.ts'
import { recall } from '../../../../web/ui/memory.ts'
import type { KindDescription } from '../../contract/list.ts'
import { texts } from './texts.ts'
import { possibleColumns, recordedColumn, titleOf, unitColumn, usualColumns, workflowColumn } from './values.ts'

export function columnsKey(kind: string): string {
  return `taizhang.columns.${kind}`
}

/** The columns that the address names, else those this browser remembers, else the usual ones; only what the kind has. */
export function useShownColumns(kind: KindDescription, chosen: string[] | null): string[] {
  const remembered = recall(columnsKey(kind.kind))?.split(',') ?? null
  const wanted = chosen ?? remembered ?? usualColumns(kind)
  return possibleColumns(kind).filter((id) => wanted.includes(id))
}

export function useColumnTitle(kind: KindDescription, language: Language): (id: string) => string {
  const messages = useText(texts)
  return (id) => {
    if (id === unitColumn) return messages.unit
    if (id === workflowColumn) return messages.workflow
    if (id === recordedColumn) return messages.recordedAt
    const field = kind.fields.find((each) => each.id === id)
    return field === undefined ? id : titleOf(field, language)
  }
}
