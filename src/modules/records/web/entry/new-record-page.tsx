import { Skeleton } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { goTo, openHere, useAddress } from '../../../../web/ui/address.ts'
import { Blank } from '../../../../web/ui/blank.tsx'
import { Failure } from '../../../../web/ui/failure.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { usePageTitle } from '../../../../web/ui/use-page-title.ts'
import { EnteredFields, type RecordFields } from '../../contract/entry.ts'
import { newId } from './draft.ts'
import './entry.css'
import { NewRecord, type Saved } from './new-record.tsx'
import { useDesk } from './questions.ts'
import { SavedNote } from './saved-note.tsx'
import { texts } from './texts.ts'
import { UnfinishedList } from './unfinished-list.tsx'

/**
 * One record after the other; the address names which, so that a reload and a sign-in come back to what was typed. It may
 * also say with what the form begins, and whereto one comes back with the record. `after` follows what was saved.
 */
export function NewRecordPage({ after }: { after?: (recordId: string) => ReactNode }) {
  const messages = useText(texts)
  const { query } = useAddress()
  const desk = useDesk()
  const [saved, setSaved] = useState<Saved | null>(null)
  usePageTitle(messages.title)
  const recordId = query.get('as')
  useEffect(() => {
    if (recordId === null) openHere({ as: newId() }, { replace: true })
  }, [recordId])
  if (desk.isError) return <Failure error={desk.error} retry={() => void desk.refetch()} />
  if (desk.isPending || recordId === null) return <Skeleton active paragraph={{ rows: 6 }} />
  if (desk.data.units.length === 0) return <Blank {...messages.noUnits} />
  const next = (done: Saved) => {
    const back = query.get('back')
    if (back !== null && /^\/[a-z]/.test(back)) return goTo(`${back}?entered=${done.recordId}`)
    setSaved(done)
    openHere({ as: newId(), fields: null }, { replace: true })
  }
  return (
    <section className="entry">
      <h1 className="page-title">{messages.title}</h1>
      <p className="muted">{messages.intro}</p>
      <SavedNote saved={saved} />
      {saved !== null && after?.(saved.recordId)}
      <NewRecord key={recordId} recordId={recordId} desk={desk.data} begun={{ kind: query.get('kind'), unitId: query.get('unit'), fields: fieldsOf(query.get('fields')) }} onSaved={next} />
      <UnfinishedList but={recordId} />
    </section>
  )
}

/** The fields with which the form begins, as the address writes them; what is none is left out. */
function fieldsOf(written: string | null): RecordFields {
  try {
    return EnteredFields.catch({}).parse(JSON.parse(written ?? '{}'))
  } catch {
    return {}
  }
}
