import { useMutation } from '@tanstack/react-query'
import { Button, InputNumber, Skeleton } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { Drawer } from '../../../../web/ui/drawer.tsx'
import { Dropzone } from '../../../../web/ui/dropzone.tsx'
import { Failure } from '../../../../web/ui/failure.tsx'
import { readableDate } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { server } from '../../../../web/ui/server.ts'
import { DraftNote, useDraft } from '../../../../web/ui/use-draft.tsx'
import type { ReplyOf } from '../../../../platform/contract/endpoint.ts'
import { adoptNotice, previewNotice } from '../../contract/overview.ts'
import { useRenewed } from '../questions.ts'
import { shortPeriod } from '../words.ts'
import { blankNotice } from './blank-notice.ts'
import { texts } from './texts.ts'

const YamlEditor = lazy(() => import('../../../packs/web/own/yaml-editor.tsx'))
const limitBytes = 20_000
const words = ['title', 'source', 'year', 'edition', 'announced', 'days', 'from', 'to', 'status', 'rest', 'work', 'name']

/** Takes the notice of a year's rest days: its text, what it would move, and putting it in force. */
export function NoticeDrawer({ isOpen, year, onClose }: { isOpen: boolean; year: number; onClose: () => void }) {
  const messages = useText(texts)
  return (
    <Drawer open={isOpen} onClose={onClose} title={messages.importNotice} widthPx={760}>
      {isOpen && <Notice first={year} />}
    </Drawer>
  )
}

function Notice({ first }: { first: number }) {
  const messages = useText(texts)
  const renew = useRenewed()
  const [year, setYear] = useState(first)
  const draft = useDraft(`calendar.${year}`, blankNotice(year))
  const body = { year, text: draft.value }
  const preview = useMutation({ mutationFn: () => server.call(previewNotice, { body }) })
  const adopt = useMutation({
    mutationFn: () => server.call(adoptNotice, { body }),
    onSuccess: async () => {
      draft.clear()
      preview.reset()
      await renew()
    },
  })
  const change = (text: string) => {
    if (text === draft.value) return
    draft.change(text)
    preview.reset()
    adopt.reset()
  }
  const problems = preview.data?.problems ?? []
  const isReady = preview.isSuccess && problems.length === 0
  return (
    <div className="notice-form">
      <p className="muted">{messages.importExplain}</p>
      <label className="due-day"><span>{messages.year}</span><InputNumber min={2000} max={2100} precision={0} value={year} onChange={(value) => setYear(value ?? first)} /></label>
      <Dropzone title={messages.drop} hint={messages.dropHint} accept=".yaml,.yml" limitBytes={limitBytes} onFiles={([file]) => void file?.text().then(change)} />
      <DraftNote draft={draft} />
      <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
        <YamlEditor key={year} label={messages.editor(year)} text={draft.value} marks={problems} words={words} isReadOnly={false} onChange={change} />
      </Suspense>
      {preview.isError && <Failure error={preview.error} retry={() => preview.mutate()} />}
      {adopt.isError && <Failure error={adopt.error} retry={() => adopt.mutate()} />}
      <div role="status">
        {problems.length > 0 && <ul className="notice-problems" lang="zh-CN">{problems.map(({ line, message }, n) => <li key={n} className="refusal">{messages.line(line)} {message}</li>)}</ul>}
        {isReady && <Moved found={preview.data} />}
        {adopt.isSuccess && <p className="saved-line">{messages.adopted(adopt.data.moved)}</p>}
      </div>
      <p className="task-verbs">
        <Button loading={preview.isPending} onClick={() => preview.mutate()}>{messages.preview}</Button>
        <Button type="primary" disabled={!isReady} loading={adopt.isPending} onClick={() => adopt.mutate()}>{messages.adopt}</Button>
      </p>
    </div>
  )
}

function Moved({ found: { moved, examples } }: { found: ReplyOf<typeof previewNotice> }) {
  const messages = useText(texts)
  const language = useLanguage()
  return (
    <div className="plan">
      <h3>{messages.moved(moved)}</h3>
      <ul>
        {examples.map(({ duty, unit, period, before, after }) => (
          <li key={`${duty} ${unit} ${period}`}>
            <span lang="zh-CN">{duty}</span> <span className="muted"><span lang="zh-CN">{unit}</span> · {shortPeriod(period, language) ?? period}</span>{' '}
            <del>{readableDate(before, language)}</del> → <ins>{readableDate(after, language)}</ins>
          </li>
        ))}
      </ul>
    </div>
  )
}
