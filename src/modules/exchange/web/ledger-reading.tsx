import { Button, Tabs } from 'antd'
import { useEffect, useState } from 'react'
import type { z } from 'zod'
import { Failure } from '../../../web/ui/failure.tsx'
import { JobProgress } from '../../../web/ui/job-progress.tsx'
import { useText } from '../../../web/ui/language.tsx'
import { server } from '../../../web/ui/server.ts'
import { hasEnded, useAnnounceJob, useJob } from '../../../web/ui/use-job.ts'
import { LedgerPreview, previewLedger, startImport } from '../contract.ts'
import { CellErrors } from './cell-errors.tsx'
import { askedBy, inputOf, type Order } from './order.ts'
import { ReadingSummary } from './reading-summary.tsx'
import { SheetView } from './sheet-view.tsx'
import { texts } from './texts.ts'

type Preview = z.output<typeof LedgerPreview>

interface Props {
  order: Order
  change(order: Order): void
  giveUp(): void
}

/** A ledger as it was understood, sheet by sheet, to be corrected and then recorded. */
export function LedgerReading({ order, change, giveUp }: Props) {
  const text = useText(texts)
  const announce = useAnnounceJob()
  const [problem, setProblem] = useState<unknown>(null)
  const job = useJob(order.read?.jobId ?? null)
  const attempt = (run: () => Promise<void>) => {
    setProblem(null)
    void run().catch(setProblem)
  }
  const read = () =>
    attempt(async () => {
      const started = await server.call(previewLedger, { body: inputOf(order) })
      announce(started)
      change({ ...order, read: { jobId: started.jobId, asked: askedBy(order) } })
    })
  const record = () =>
    attempt(async () => {
      const started = await server.call(startImport, { body: inputOf(order) })
      announce(started)
      change({ ...order, importJobId: started.jobId })
    })
  const isUnread = order.read === null
  // A ledger just dropped is read at once; corrections wait until they are all made.
  useEffect(() => {
    if (isUnread) read()
  }, [isUnread])
  if (problem !== null) return <Failure error={problem} retry={read} />
  if (job.isError) return <Failure error={job.error} retry={read} />
  if (job.data === undefined || !hasEnded(job.data) || job.data.state !== 'done') {
    return (
      <div className="import-running">
        <p>{job.data === undefined || !hasEnded(job.data) ? text.reading : text.failed}</p>
        {job.data !== undefined && <JobProgress job={job.data} />}
        {job.data !== undefined && hasEnded(job.data) && <Button onClick={giveUp}>{text.again}</Button>}
      </div>
    )
  }
  const preview = LedgerPreview.parse(job.data.result)
  return (
    <>
      <ReadingSummary order={order} change={change} preview={preview} reread={read} record={record} giveUp={giveUp} />
      <CellErrors preview={preview} />
      <Sheets order={order} change={change} preview={preview} />
    </>
  )
}

function Sheets({ order, change, preview }: { order: Order; change(order: Order): void; preview: Preview }) {
  const text = useText(texts)
  const several = order.files.length > 1
  return (
    <Tabs
      aria-label={text.sheets}
      items={preview.sheets.map((sheet) => ({
        key: `${sheet.file.sha256}/${sheet.sheet}`,
        label: <SheetLabel name={several ? `${sheet.file.name} · ${sheet.sheet}` : sheet.sheet} isRead={sheet.kind !== null} errors={errorsOf(preview, sheet)} />,
        children: <SheetView sheet={sheet} errors={preview.errors.filter((error) => isOf(error, sheet))} order={order} change={change} />,
      }))}
    />
  )
}

function SheetLabel({ name, isRead, errors }: { name: string; isRead: boolean; errors: number }) {
  const text = useText(texts).sheet
  return (
    <span className={isRead ? undefined : 'muted'}>
      {name}
      {errors > 0 && <span className="sheet-errors">{text.errorsHere(errors)}</span>}
    </span>
  )
}

type Sheet = Preview['sheets'][number]

const isOf = (error: { file: string; sheet: string }, { file, sheet }: Sheet) => error.file === file.name && error.sheet === sheet

const errorsOf = (preview: Preview, sheet: Sheet) => preview.errors.filter((error) => isOf(error, sheet)).length
