import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Failure } from '../../../../web/ui/failure.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import { useUnitView } from '../../../../web/ui/unit-view.tsx'
import { usePageTitle } from '../../../../web/ui/use-page-title.ts'
import type { Desk } from '../../../records/contract/entry.ts'
import '../../../records/web/entry/entry.css'
import { PlaceLine } from '../../../records/web/entry/place-line.tsx'
import { useDesk, useKindForm } from '../../../records/web/entry/questions.ts'
import './paste.css'
import { PasteZone } from './paste-zone.tsx'
import { PastedTable } from './pasted-table.tsx'
import { texts } from './texts.ts'
import { usePasted } from './use-pasted.ts'

/** Rows copied in a spreadsheet become new records, all at once. */
export default function PastePage() {
  const messages = useText(texts)
  const desk = useDesk()
  usePageTitle(messages.title)
  if (desk.isError) return <Failure error={desk.error} retry={() => void desk.refetch()} />
  if (desk.isPending) return <Skeleton active paragraph={{ rows: 6 }} />
  return (
    <section className="paste-page">
      <Link to="/records/new" className="back">{messages.back}</Link>
      <h1 className="page-title">{messages.title}</h1>
      <p className="muted">{messages.intro}</p>
      <PastedRows desk={desk.data} />
    </section>
  )
}

function PastedRows({ desk }: { desk: Desk }) {
  const messages = useText(texts)
  const { unitId: viewed } = useUnitView()
  const [saved, setSaved] = useState<{ count: number; kind: string } | null>(null)
  const top = desk.units.find((unit) => unit.unitId === viewed) ?? desk.units.find(({ parentId }) => !desk.units.some(({ unitId }) => unitId === parentId))
  const { pasted, unitId, read, problems, saving, failure, isReading, change, clear } = usePasted(desk, top?.unitId ?? null, messages.noSuchUnit)
  const kind = read?.kind ?? pasted.kind
  const form = useKindForm(kind).data
  const count = read?.records.length ?? 0
  const save = () => saving.mutate(undefined, { onSuccess: ({ records }) => setSaved({ count: records.length, kind: kind ?? '' }) })
  if (pasted.rows.length === 0) {
    return (
      <>
        <div role="status">{saved !== null && <p className="saved-note">{messages.saved(saved.count)} <Link to={`/records/${saved.kind}`}>{messages.open}</Link></p>}</div>
        <PasteZone onRows={(rows) => change({ rows, kind: null, columns: null })} />
      </>
    )
  }
  return (
    <>
      <PlaceLine desk={desk} kind={kind} unitId={unitId} onKind={(chosen) => change({ kind: chosen, columns: null })} onUnit={(chosen) => change({ unitId: chosen })} />
      {failure !== null && <Failure error={failure} retry={() => change({})} />}
      <p role="status" className={problems.length > 0 || kind === null ? 'refusal' : 'muted'}>{kind === null ? read?.reason : messages.errors(problems.length)}</p>
      <PastedTable
        rows={pasted.rows} headingRows={read?.headingRows ?? 0} columns={read?.columns ?? []} form={form} problems={problems}
        onColumns={(columns) => change({ columns, kind })} onRows={(rows) => (rows.length === 0 ? clear() : change({ rows }))}
      />
      <p className="entry-actions">
        <Button type="primary" disabled={kind === null || count === 0 || problems.length > 0 || unitId === null || isReading} loading={saving.isPending} onClick={save}>{messages.save(count)}</Button>
        <Button onClick={clear}>{messages.startOver}</Button>
      </p>
    </>
  )
}
