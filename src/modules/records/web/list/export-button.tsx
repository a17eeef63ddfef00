import { useMutation } from '@tanstack/react-query'
import { Button, Dropdown, message } from 'antd'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Failure, wordsOf } from '../../../../web/ui/failure.tsx'
import { Icon } from '../../../../web/ui/icon.tsx'
import { useMessages, useText } from '../../../../web/ui/language.tsx'
import { saveFile } from '../../../../web/ui/save-file.ts'
import { server } from '../../../../web/ui/server.ts'
import { hasEnded, useAnnounceJob, useJob } from '../../../../web/ui/use-job.ts'
import { EXPORTED_AT_ONCE, downloadExport, exportManyRecords, exportRecords, type KindDescription } from '../../contract/list.ts'
import type { Asked } from './asked.ts'
import { useShownColumns } from './columns.ts'
import { texts } from './texts.ts'

type Format = 'xlsx' | 'csv'
const types = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv' }

interface Props {
  kind: KindDescription
  asked: Asked
  total: number
}

/** Saves what the list finds: at once, or by a background job whose file comes when it is done. */
export function ExportButton({ kind, asked, total }: Props) {
  const messages = useText(texts)
  const shown = useShownColumns(kind, asked.columns)
  const [awaited, wait] = useState<{ jobId: string; format: Format } | null>(null)
  const announce = useAnnounceJob()
  const save = useMutation({
    mutationFn: async ({ format, all }: { format: Format; all: boolean }) => {
      const columns = [kind.occurred, kind.naming, ...shown.filter((id) => !id.startsWith('@'))]
      const request = { params: { kind: kind.kind }, body: { filter: asked.filter, sort: asked.sort, format, ...(all ? {} : { columns }) } }
      if (total > EXPORTED_AT_ONCE) {
        const job = await server.call(exportManyRecords, request)
        announce(job)
        wait({ jobId: job.jobId, format })
      } else {
        saveFile(`${kind.title}.${format}`, await server.call(exportRecords, request), types[format])
      }
    },
  })
  const [notes, place] = message.useMessage()
  const isFetching = useAwaitedFile(awaited, kind.title, (failure) => {
    wait(null)
    if (failure === null) void notes.success(messages.exportReady)
    else void notes.error(failure)
  })
  return (
    <>
      {place}
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'shown', label: messages.exportShown }, { key: 'all', label: messages.exportAll }, { key: 'csv', label: messages.exportCsv },
          ],
          onClick: ({ key }) => save.mutate({ format: key === 'csv' ? 'csv' : 'xlsx', all: key !== 'shown' }),
        }}
      >
        <Button icon={<Icon shape="download" />} loading={save.isPending || isFetching}>{isFetching ? messages.exporting : messages.export}</Button>
      </Dropdown>
      {save.isError && <Failure error={save.error} retry={() => save.reset()} />}
    </>
  )
}

/** Saves the file of a job as soon as it is done; `onEnd` hears why where there is none. */
function useAwaitedFile(awaited: { jobId: string; format: Format } | null, name: string, onEnd: (failure: string | null) => void): boolean {
  const { data: job } = useJob(awaited?.jobId ?? null)
  const saved = useRef<string | null>(null)
  const messages = useMessages()
  const end = useEffectEvent(onEnd)
  const failed = useEffectEvent((error: unknown) => onEnd(wordsOf(error, messages)))
  useEffect(() => {
    if (awaited === null || job === undefined || job.jobId !== awaited.jobId || !hasEnded(job) || saved.current === job.jobId) return
    saved.current = job.jobId
    const keep = async () => {
      if (job.state !== 'done') return end(job.error === null ? '' : messages.failure.said(job.error))
      saveFile(`${name}.${awaited.format}`, await server.call(downloadExport, { params: { jobId: job.jobId } }), types[awaited.format])
      end(null)
    }
    keep().catch((error: unknown) => failed(error))
  }, [awaited, job, name, messages])
  return awaited !== null
}
