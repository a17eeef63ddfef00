import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Popconfirm, Skeleton } from 'antd'
import { Failure } from '../../../web/ui/failure.tsx'
import { readableMoment } from '../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../web/ui/language.tsx'
import { server } from '../../../web/ui/server.ts'
import { endSession, listSessions, signOutEverywhere } from '../contract/session.ts'
import { texts } from './texts.ts'

/** Where one is signed in, with the way to end it there. */
export function SessionList() {
  const { account: words } = useText(texts)
  const language = useLanguage()
  const queries = useQueryClient()
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: () => server.call(listSessions, {}) })
  const reread = () => queries.invalidateQueries({ queryKey: ['sessions'] })
  const endOne = useMutation({ mutationFn: (sessionId: string) => server.call(endSession, { params: { sessionId } }), onSuccess: reread })
  const endOthers = useMutation({
    mutationFn: () => server.call(signOutEverywhere, { body: { stayHere: true } }),
    onSuccess: reread,
  })
  const endAll = useMutation({
    mutationFn: () => server.call(signOutEverywhere, { body: {} }),
    onSuccess: () => location.assign('/sign-in'),
  })
  const fromWhere = (address: string) => (/^(::1|(::ffff:)?127\.)/.test(address) ? words.thisMachine : words.from(address))
  return (
    <section>
      <h2>{words.sessionsTitle}</h2>
      <p className="muted">{words.sessionsExplain}</p>
      {sessions.isPending && <Skeleton active paragraph={{ rows: 2 }} title={false} />}
      {sessions.isError && <Failure error={sessions.error} retry={() => void sessions.refetch()} />}
      {endOthers.isSuccess && <Alert type="success" role="status" showIcon title={words.endedOthers(endOthers.data.ended)} />}
      <ul className="session-list">
        {sessions.data?.sessions.map(({ sessionId, address, startedAt, lastSeenAt, present }) => (
          <li key={sessionId}>
            <span>{fromWhere(address)}</span>
            <span className="muted">{words.started} {readableMoment(startedAt, language)}</span>
            <span className="muted">{words.lastSeen} {readableMoment(lastSeenAt, language)}</span>
            {present ? <b>{words.present}</b> : <Button size="small" loading={endOne.isPending && endOne.variables === sessionId} onClick={() => endOne.mutate(sessionId)}>{words.end}</Button>}
          </li>
        ))}
      </ul>
      <div className="blank-actions session-actions">
        <Button disabled={(sessions.data?.sessions.length ?? 0) < 2} loading={endOthers.isPending} onClick={() => endOthers.mutate()}>{words.endOthers}</Button>
        <Popconfirm title={words.endAllConfirm} okText={words.endAll} cancelText={words.cancel} onConfirm={() => endAll.mutate()}>
          <Button danger loading={endAll.isPending}>{words.endAll}</Button>
        </Popconfirm>
      </div>
    </section>
  )
}
