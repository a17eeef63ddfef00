import { Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { Failure } from '../../../../web/ui/failure.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { isUnsettled } from './places.ts'
import { useRebind } from './questions.ts'
import { texts } from './texts.ts'
import type { Draft } from './types.ts'

const thresholds = [95, 90, 80, 70, 50]
const mostShown = 200

/** Confirms what was recognised with enough certainty, after showing every place that this will mark. */
export function BulkConfirm({ draft }: { draft: Draft }) {
  const { bulk, cancel } = useText(texts)
  const [isOpen, setOpen] = useState(false)
  const [percent, setPercent] = useState(90)
  const rebind = useRebind(draft.reportId)
  const waiting = draft.slots.filter(isUnsettled)
  const chosen = waiting.filter(({ recognised }) => recognised.certainty * 100 >= percent)
  const confirm = () =>
    rebind.mutate({ seen: draft.version, slots: chosen.map(({ slot, binding }) => ({ slot, binding })) }, { onSuccess: () => setOpen(false) })
  return (
    <>
      <Button size="small" disabled={waiting.length === 0} onClick={() => setOpen(true)}>{bulk.button}</Button>
      <Modal
        title={bulk.title} open={isOpen} width={720} okText={bulk.confirm(chosen.length)} cancelText={cancel} confirmLoading={rebind.isPending}
        okButtonProps={{ disabled: chosen.length === 0 }} onOk={confirm} onCancel={() => setOpen(false)}
      >
        <p className="bulk-threshold">
          {bulk.threshold}{' '}
          <Select aria-label={bulk.threshold} value={percent} onChange={setPercent} options={thresholds.map((value) => ({ value, label: bulk.percent(value) }))} />
        </p>
        <p role="status">{chosen.length === 0 ? bulk.none : bulk.will(chosen.length)}</p>
        <ol className="bulk-list" tabIndex={0} aria-label={bulk.title}>
          {chosen.slice(0, mostShown).map(({ slot, phrase, shown, measure, figure, recognised }) => (
            <li key={slot}>
              <span lang="zh-CN">{phrase} <b>{shown}</b>{measure}</span>
              <span className="muted" lang="zh-CN">{figure?.metricTitle}{figure?.narrowing.map(({ value }) => `·${value}`).join('')}</span>
              <span className="muted">{bulk.percent(Math.round(recognised.certainty * 100))}</span>
            </li>
          ))}
          {chosen.length > mostShown && <li className="muted">{bulk.more(chosen.length - mostShown)}</li>}
        </ol>
        {waiting.length > chosen.length && <p className="muted">{bulk.stays(waiting.length - chosen.length)}</p>}
        {rebind.isError && <Failure error={rebind.error} retry={confirm} />}
      </Modal>
    </>
  )
}
