import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Popconfirm } from 'antd'
import { useState } from 'react'
import type { ReplyOf } from '../../../platform/contract/endpoint.ts'
import { CopyButton } from '../../../web/ui/copy-button.tsx'
import { Said } from '../../../web/ui/failure.tsx'
import { readableMoment } from '../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../web/ui/language.tsx'
import { server } from '../../../web/ui/server.ts'
import { FormModal } from '../../org/web/form-modal.tsx'
import { UnitPicker } from '../../org/web/unit-picker.tsx'
import { addFeed, revokeFeed, type readOwn } from '../contract/personal.ts'
import { texts } from './texts.ts'

type Feeds = ReplyOf<typeof readOwn>['feeds']

/** Secret addresses for calendar programs: made, copied once, revoked. */
export function CalendarAddresses({ feeds }: { feeds: Feeds }) {
  const { feeds: words, cancel, form } = useText(texts)
  const language = useLanguage()
  const queries = useQueryClient()
  const [made, setMade] = useState<string | null>(null)
  const [isPicking, setPicking] = useState(false)
  const reread = () => queries.invalidateQueries({ queryKey: ['reminders', 'own'] })
  const tell = async ({ path }: { path: string }) => {
    setMade(`${location.origin}${path}`)
    await reread()
  }
  const addOwn = useMutation({ mutationFn: () => server.call(addFeed, { body: { unitId: null } }), onSuccess: tell })
  const revoke = useMutation({ mutationFn: (feedId: string) => server.call(revokeFeed, { params: { feedId } }), onSuccess: reread })
  return (
    <section>
      <h2>{words.title}</h2>
      <p className="muted">{words.explain}</p>
      {made !== null && (
        <div className="feed-made" role="status">
          <p>{words.once}</p>
          <code>{made}</code>
          <div className="reminders-actions"><CopyButton text={made} label={words.copy} type="primary" /><Button onClick={() => setMade(null)}>{words.done}</Button></div>
        </div>
      )}
      {feeds.length === 0 && <p>{words.none}</p>}
      <ul className="feed-list">
        {feeds.map(({ feedId, unit, createdAt, revokedAt }) => (
          <li key={feedId}>
            <span lang="zh-CN">{unit ?? words.own}</span>
            <span className="muted">{words.made(readableMoment(createdAt, language))}{revokedAt !== null && ` · ${words.revokedAt(readableMoment(revokedAt, language))}`}</span>
            {revokedAt === null && (
              <Popconfirm title={<span className="confirm-words">{words.revokeConfirm}</span>} okText={words.revoke} cancelText={cancel} onConfirm={() => revoke.mutate(feedId)}>
                <Button size="small" danger>{words.revoke}</Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
      {addOwn.isError && <Alert type="error" role="alert" showIcon title={<Said error={addOwn.error} />} />}
      {revoke.isError && <Alert type="error" role="alert" showIcon title={<Said error={revoke.error} />} />}
      <div className="reminders-actions">
        <Button loading={addOwn.isPending} onClick={() => addOwn.mutate()}>{words.addOwn}</Button>
        <Button onClick={() => setPicking(true)}>{words.addUnit}</Button>
      </div>
      {isPicking && (
        <FormModal<{ unitId: string | null }, { path: string }> title={words.addUnit} submitLabel={words.addUnit} beginning={{ unitId: null }} onClose={() => setPicking(false)} onDone={(told) => void tell(told)} submit={({ unitId }) => server.call(addFeed, { body: { unitId } })}>
          <Form.Item name="unitId" label={words.pickUnit} rules={[{ required: true, message: form.missing }]}><UnitPicker clearable={false} /></Form.Item>
        </FormModal>
      )}
    </section>
  )
}
