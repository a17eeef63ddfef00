import { useMutation } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { Failure } from '../../../../web/ui/failure.tsx'
import { readablePeriod } from '../../../../web/ui/formats.ts'
import { Icon } from '../../../../web/ui/icon.tsx'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import { saveFile } from '../../../../web/ui/save-file.ts'
import { server } from '../../../../web/ui/server.ts'
import { usePageTitle } from '../../../../web/ui/use-page-title.ts'
import { downloadDraft } from '../../contract/draft.ts'
import type { Steps } from '../lifecycle/questions.ts'
import { texts } from './texts.ts'
import type { Draft } from './types.ts'
import { WorkbookButton } from './workbook-button.tsx'

type Returned = Steps['steps'][number] | undefined

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** What report it is, how far it is, and what can be done with the whole of it. */
export function DraftHead({ draft, returned }: { draft: Draft; returned: Returned }) {
  const language = useLanguage()
  const messages = useText(texts)
  usePageTitle(messages.heading(draft.title))
  const download = useMutation({
    mutationFn: async (annex: boolean) => {
      const bytes = await server.call(downloadDraft, { params: { reportId: draft.reportId }, query: { annex: String(annex) } })
      saveFile(messages.draftName(draft.title), bytes, wordType)
    },
  })
  return (
    <header className="draft-head">
      <Link to="/reports" className="back">{messages.back}</Link>
      <h1 className="report-title" lang="zh-CN">{draft.title}</h1>
      <dl className="report-facts">
        <div><dt>{messages.unit}</dt><dd lang="zh-CN">{draft.unit}</dd></div>
        <div><dt>{messages.period}</dt><dd>{readablePeriod(draft.period, language)}</dd></div>
        <div><dt>{messages.source}</dt><dd lang="zh-CN">{'form' in draft.source ? messages.form(draft.source.form) : draft.source.name}</dd></div>
      </dl>
      <Locked draft={draft} returned={returned} />
      <div className="draft-actions">
        <Dropdown.Button
          type="default" loading={download.isPending} onClick={() => download.mutate(true)}
          menu={{ items: [{ key: 'with', label: messages.withAnnex }, { key: 'without', label: messages.withoutAnnex }], onClick: ({ key }) => download.mutate(key === 'with') }}
          buttonsRender={([main]) => [main, <Button key="more" aria-label={messages.withoutAnnex} icon={<Icon shape="download" />} />]}
        >
          {messages.download}
        </Dropdown.Button>
        <WorkbookButton draft={draft} />
      </div>
      {download.isError && <Failure error={download.error} retry={() => download.reset()} />}
    </header>
  )
}

/** Why nothing can be changed, and where it goes on; a report that was returned says why. */
function Locked({ draft, returned }: { draft: Draft; returned: Returned }) {
  const messages = useText(texts)
  if (draft.state === 'draft') return returned === undefined ? null : <p className="draft-note" role="status" lang="zh-CN">{messages.returned(returned.by, returned.note ?? '')}</p>
  return (
    <p className="draft-note" role="status">
      {messages.locked[draft.state]} {draft.state === 'issued' && <Link to={`/reports/${draft.reportId}`}>{messages.toReport}</Link>}
    </p>
  )
}
