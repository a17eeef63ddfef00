import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { readableDate } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { server } from '../../../../web/ui/server.ts'
import { DayField, today } from '../../../org/web/day-field.tsx'
import { FormModal } from '../../../org/web/form-modal.tsx'
import { endAdoption } from '../../contract/duty.ts'
import { useRenewed } from '../questions.ts'
import { texts as shared } from '../texts.ts'
import type { Duties } from './responsibility-page.tsx'
import { TakeOnButton } from './take-on-button.tsx'
import { texts } from './texts.ts'

type Pack = Duties['packs'][number]
type Adoption = Pack['adoptions'][number]

/** The packs with duties, for which units they are taken on and since when; taking them on and ending it. */
export function AdoptionList({ found }: { found: Duties }) {
  const messages = useText(texts)
  const language = useLanguage()
  const [ending, end] = useState<{ pack: Pack; adoption: Adoption } | null>(null)
  const packs = found.packs.filter(({ duties }) => duties > 0)
  if (packs.length === 0) return null
  return (
    <section className="duty-section no-print" aria-label={messages.packs}>
      <h2>{messages.packs}</h2>
      <ul className="adoptions">
        {packs.map((pack) => (
          <li key={pack.id}>
            <div>
              <strong lang="zh-CN">{pack.title}</strong> <span className="muted">{pack.version} · {messages.dutyCount(pack.duties)}</span>
              {pack.adoptions.length === 0 && <p className="muted">{messages.notTakenOn}</p>}
              {pack.adoptions.map((adoption) => (
                <p key={adoption.adoptionId}>
                  {messages.takenOnBy(adoption.unit, readableDate(adoption.fromOn, language), adoption.changedBy)}
                  {adoption.untilOn !== null && <> · {messages.endsOn(readableDate(adoption.untilOn, language))}</>}{' '}
                  {found.may.manage && adoption.untilOn === null && <Button size="small" aria-label={messages.endNamed(pack.title, adoption.unit)} onClick={() => end({ pack, adoption })}>{messages.end}</Button>}
                </p>
              ))}
            </div>
            {found.may.manage && <TakeOnButton packs={found.packs} pack={pack.id} unitId={found.unitId} />}
          </li>
        ))}
      </ul>
      {ending !== null && <EndAdoption pack={ending.pack} adoption={ending.adoption} onClose={() => end(null)} />}
    </section>
  )
}

function EndAdoption({ pack, adoption: { adoptionId, version, unit }, onClose }: { pack: Pack; adoption: Adoption; onClose: () => void }) {
  const messages = useText(texts)
  const { reason } = useText(shared)
  const renew = useRenewed()
  const submit = (typed: { on: string; reason: string }) =>
    server.call(endAdoption, { params: { adoptionId }, body: { expectedVersion: version, untilOn: typed.on, reason: typed.reason } })
  return (
    <FormModal title={messages.endNamed(pack.title, unit)} explain={messages.endExplain} submitLabel={messages.end} danger beginning={{ on: today(), reason: '' }} submit={submit} onDone={() => void renew()} onClose={onClose}>
      <DayField label={messages.endOn} />
      <Form.Item name="reason" label={reason.label} rules={[{ required: true, whitespace: true, message: reason.missing }]}>
        <Input.TextArea maxLength={500} rows={2} />
      </Form.Item>
    </FormModal>
  )
}
