import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { Failure } from '../../../web/ui/failure.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { useText } from '../../../web/ui/language.tsx'
import { saveFile } from '../../../web/ui/save-file.ts'
import { server } from '../../../web/ui/server.ts'
import { downloadReport } from '../contract.ts'
import type { Report } from './figure.ts'
import { texts } from './texts.ts'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export function DownloadWord({ report }: { report: Report }) {
  const messages = useText(texts)
  const download = useMutation({
    mutationFn: async () => {
      const bytes = await server.call(downloadReport, { params: { reportId: report.reportId } })
      saveFile(`${report.title}.docx`, bytes, wordType)
    },
  })
  return (
    <>
      <Button type="primary" icon={<Icon shape="download" />} loading={download.isPending} onClick={() => download.mutate()}>
        {download.isPending ? messages.report.downloading : messages.report.download}
      </Button>
      {download.isError && <Failure error={download.error} retry={() => download.mutate()} />}
    </>
  )
}
