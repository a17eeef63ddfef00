import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Blank } from '../../../web/ui/blank.tsx'
import { Failure } from '../../../web/ui/failure.tsx'
import { readableMoment } from '../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../web/ui/language.tsx'
import { server } from '../../../web/ui/server.ts'
import { listChannels, type ChannelView } from '../contract/channels.ts'
import { ChannelSteps } from './channel-steps.tsx'
import { MailForm } from './mail-form.tsx'
import { RobotForm } from './robot-form.tsx'
import { texts } from './texts.ts'

type Opened = { form: 'mail' | 'robot'; channel: ChannelView | null }

export function useChannels() {
  return useQuery({ queryKey: ['reminders', 'channels'], queryFn: () => server.call(listChannels, {}) })
}

/** The ways out of the program, how each stands, and what can be done with it. */
export function Channels() {
  const { channels: words } = useText(texts)
  const channels = useChannels()
  const queries = useQueryClient()
  const [opened, setOpened] = useState<Opened | null>(null)
  if (channels.isPending) return <Skeleton active paragraph={{ rows: 3 }} />
  if (channels.isError) return <Failure error={channels.error} retry={() => void channels.refetch()} />
  const rows = channels.data.channels
  const forms = {
    channel: opened?.channel ?? null,
    onClose: () => setOpened(null),
    onDone: () => void queries.invalidateQueries({ queryKey: ['reminders'] }),
  }
  return (
    <section>
      <h2>{words.title}</h2>
      <p className="muted">{words.explain}</p>
      {rows.length === 0 && <Blank title={words.none} explain={words.noneExplain} />}
      <ul className="channel-list">
        {rows.map((channel) => (
          <li key={channel.channelId}>
            <ChannelFacts channel={channel} />
            <ChannelSteps channel={channel} onChange={() => setOpened({ form: channel.kind === 'mail' ? 'mail' : 'robot', channel })} />
          </li>
        ))}
      </ul>
      <div className="reminders-actions">
        {!rows.some(({ kind }) => kind === 'mail') && <Button type="primary" onClick={() => setOpened({ form: 'mail', channel: null })}>{words.addMail}</Button>}
        <Button onClick={() => setOpened({ form: 'robot', channel: null })}>{words.addRobot}</Button>
      </div>
      {opened?.form === 'mail' && <MailForm {...forms} />}
      {opened?.form === 'robot' && <RobotForm {...forms} />}
    </section>
  )
}

function ChannelFacts({ channel }: { channel: ChannelView }) {
  const { channels: words } = useText(texts)
  const language = useLanguage()
  const { kind, name, mail, robot, unit, on, failingSince, lastError, nextTryAt, waiting, lastSentAt } = channel
  const where = mail === null ? unit : `${mail.host}:${mail.port}`
  const state = !on ? words.off : failingSince === null ? words.works : words.failing(readableMoment(failingSince, language))
  return (
    <div>
      <b lang="zh-CN">{name}</b> <span className="muted">{words.kinds[kind]} · <span lang="zh-CN">{where}</span>{robot !== null && ` · ${words.every[robot.every](robot.hour)}`}</span>
      <p className={on && failingSince !== null ? 'channel-failing' : 'muted'}>
        {state}{waiting > 0 && ` · ${words.waiting(waiting)}`}{nextTryAt !== null && on && ` · ${words.next(readableMoment(nextTryAt, language))}`}
        {' · '}{words.columns.last} {lastSentAt === null ? words.never : readableMoment(lastSentAt, language)}
      </p>
      {lastError !== null && <p className="channel-failing" lang="zh-CN">{lastError}</p>}
    </div>
  )
}
