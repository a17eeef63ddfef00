import { useMutation } from '@tanstack/react-query'
import { App, Button, Dropdown } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Failure } from '../../../../web/ui/failure.tsx'
import { Icon } from '../../../../web/ui/icon.tsx'
import { useText } from '../../../../web/ui/language.tsx'
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
  const isFetching = useAwaitedFile(awaited, kind.title, () => wait(null))
  return (
    <>
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

/** Saves the file of a job as soon as it is done; one that failed or was cancelled is told of by the list of jobs. */
function useAwaitedFile(awaited: { jobId: string; format: Format } | null, name: string, onEnd: () => void): boolean {
  const messages = useText(texts)
  const { message } = App.useApp()
  const { data: job } = useJob(awaited?.jobId ?? null)
  const saved = useRef<string | null>(null)
  useEffect(() => {
    if (awaited === null || job === undefined || job.jobId !== awaited.jobId || !hasEnded(job) || saved.current === job.jobId) return
    saved.current = job.jobId
    const keep = async () => {
      if (job.state !== 'done') return
      saveFile(`${name}.${awaited.format}`, await server.call(downloadExport, { params: { jobId: job.jobId } }), types[awaited.format])
      void message.success(messages.exportReady)
    }
    void keep().catch((error: unknown) => message.error(error instanceof Error ? error.message : messages.export)).finally(onEnd)
  }, [awaited, job, name, message, messages, onEnd])
  return awaited !== null
}
