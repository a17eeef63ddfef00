import { useMutation } from '@tanstack/react-query'
import { Button, Dropdown, Space } from 'antd'
import { Failure } from '../../../web/ui/failure.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { useText } from '../../../web/ui/language.tsx'
import { saveFile } from '../../../web/ui/save-file.ts'
import { server } from '../../../web/ui/server.ts'
import { downloadReport } from '../contract.ts'
import type { Report } from './figure.ts'
import { texts as issuedTexts } from './issued/texts.ts'
import { texts } from './texts.ts'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export function DownloadWord({ report }: { report: Report }) {
  const messages = useText(texts)
  const issued = useText(issuedTexts)
  const download = useMutation({
    mutationFn: async (annex: boolean | null) => {
      const query = annex === null ? {} : { annex: String(annex) }
      const bytes = await server.call(downloadReport, { params: { reportId: report.reportId }, query })
      saveFile(`${report.title}.docx`, bytes, wordType)
    },
  })
  return (
    <>
      <Space.Compact>
        <Button type="primary" icon={<Icon shape="download" />} loading={download.isPending} onClick={() => download.mutate(null)}>
          {download.isPending ? messages.report.downloading : messages.report.download}
        </Button>
        <Dropdown
          trigger={['click']}
          menu={{
            items: [{ key: 'with', label: issued.withAnnex }, { key: 'without', label: issued.withoutAnnex }],
            onClick: ({ key }) => download.mutate(key === 'with'),
          }}
        >
          <Button type="primary" className="download-more" aria-label={issued.annex} icon={<Icon shape="next" />} />
        </Dropdown>
      </Space.Compact>
      {download.isError && <Failure error={download.error} retry={() => download.mutate(null)} />}
    </>
  )
}
