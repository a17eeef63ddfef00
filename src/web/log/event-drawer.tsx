import { Button, Skeleton } from 'antd'
import { openHere, useAddress } from '../ui/address.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { Failure } from '../ui/failure.tsx'
import { readableMoment, readableNumber } from '../ui/formats.ts'
import { useLanguage, useText } from '../ui/language.tsx'
import { useEvent } from './questions.ts'
import { texts, type EventType } from './texts.ts'

/** The event named in the address: what it says, letter by letter, and its place in the chain. */
export function EventDrawer() {
  const { event: messages } = useText(texts)
  const asked = useAddress().query.get('event')
  const position = asked === null ? null : Number(asked)
  return (
    <Drawer open={asked !== null} onClose={() => openHere({ event: null }, { replace: true })} title={messages.title(readableNumber(position ?? 0))}>
      {position !== null && <OneEvent position={position} />}
    </Drawer>
  )
}

function OneEvent({ position }: { position: number }) {
  const { event: messages, types } = useText(texts)
  const language = useLanguage()
  const found = useEvent(position)
  if (found.isPending) return <Skeleton active paragraph={{ rows: 8 }} />
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />
  const { type, subject, actor, pack, recordedAt, payload, previousHash, payloadHash, hash } = found.data
  const facts: [string, string][] = [
    [messages.type, types[type as EventType] ?? type],
    [messages.when, readableMoment(recordedAt, language)],
    [messages.actor, actor],
    [messages.subject, subject],
    [messages.pack, pack ?? ''],
  ]
  return (
    <section className="event">
      <dl className="event-facts">
        {facts.filter(([, value]) => value !== '').map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
      </dl>
      <Button onClick={() => openHere({ subject, event: null })}>{messages.history}</Button>
      <h2>{messages.content}</h2>
      <pre className="event-payload" tabIndex={0} lang="zh-CN">{readablePayload(payload)}</pre>
      {payload.includes('"sealedName"') && <p className="muted">{messages.sealed}</p>}
      <h2>{messages.chain}</h2>
      <p className="muted">{messages.chainExplain}</p>
      <dl className="event-hashes">
        {([[messages.previousHash, previousHash], [messages.payloadHash, payloadHash], [messages.hash, hash]] as const).map(([name, value]) => (
          <div key={name}><dt>{name}</dt><dd><code>{value}</code></dd></div>
        ))}
      </dl>
      <details>
        <summary>{messages.raw}</summary>
        <pre className="event-payload" tabIndex={0}>{payload}</pre>
        <CopyButton text={payload} label={messages.copyRaw} size="small" />
      </details>
    </section>
  )
}

function readablePayload(payload: string): string {
  return JSON.stringify((JSON.parse(payload) as { content: unknown }).content, null, 2)
}
