import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { Failure } from '../../../web/ui/failure.tsx'
import { useText } from '../../../web/ui/language.tsx'
import { server } from '../../../web/ui/server.ts'
import { useMay, useSession } from '../../../web/ui/session.ts'
import { usePageTitle } from '../../../web/ui/use-page-title.ts'
import { readOwn } from '../contract/personal.ts'
import { CalendarAddresses } from './calendar-addresses.tsx'
import { Channels } from './channels.tsx'
import { DigestPreview } from './digest-preview.tsx'
import { OutboxList } from './outbox-list.tsx'
import { OutgoingForm } from './outgoing-form.tsx'
import { OwnChoices } from './own-choices.tsx'
import { texts } from './texts.ts'
import './notifications.css'

/** 提醒: what I am told, where and when; for the administrator also through which channels. */
export default function RemindersPage() {
  const words = useText(texts)
  const manages = useMay('notifications:manage')
  const { account } = useSession()
  usePageTitle(words.title)
  return (
    <article className="reminders">
      <h1 className="page-title">{words.title}</h1>
      <p className="muted">{words.explain}</p>
      {account !== null && <Own />}
      {manages && <><Channels /><OutgoingForm /><OutboxList /></>}
    </article>
  )
}

function Own() {
  const own = useQuery({ queryKey: ['reminders', 'own'], queryFn: () => server.call(readOwn, {}) })
  if (own.isPending) return <Skeleton active paragraph={{ rows: 6 }} />
  if (own.isError) return <Failure error={own.error} retry={() => void own.refetch()} />
  const { choices, mailWorks, digest, feeds } = own.data
  return <><OwnChoices choices={choices} mailWorks={mailWorks} /><DigestPreview digest={digest} /><CalendarAddresses feeds={feeds} /></>
}
