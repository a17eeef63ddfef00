import { Button } from 'antd'
import { readableMoment } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import { useShortcut } from '../../../../web/ui/shortcuts.ts'
import { BindingForm } from './binding-form.tsx'
import { ChangeProblem } from './change-problem.tsx'
import { ProposalForm } from './proposal-form.tsx'
import { useMetric, useRebind } from './questions.ts'
import { SlotFigure } from './slot-figure.tsx'
import { texts } from './texts.ts'
import type { Binding, Draft, Slot } from './types.ts'

/** One slot: what fills it, how that was found, and the ways to fill it otherwise. */
export function SlotPanel({ draft, slot, mayEdit }: { draft: Draft; slot: Slot; mayEdit: boolean }) {
  const language = useLanguage()
  const { panel, legend } = useText(texts)
  const rebind = useRebind(draft.reportId)
  const set = (binding: Binding, { seen = draft.version, saved = () => {} }: { seen?: number; saved?: () => void } = {}) =>
    rebind.mutate({ seen, slots: [{ slot: slot.slot, binding }] }, { onSuccess: saved })
  const kind = useMetric(slot.reason === null || slot.binding.by !== 'metric' ? null : slot.binding.metric).data?.kind
  const canConfirm = mayEdit && slot.settled === null && slot.state === 'bound' && slot.binding.by === 'metric'
  useShortcut('a', panel.confirm, () => {
    if (canConfirm && !rebind.isPending) set(slot.binding)
  })
  return (
    <>
      <p className="panel-state">
        <span className={`slot slot-${slot.state}`}>{legend[slot.state]}</span>
        {slot.binding.by === 'hand' && <span lang="zh-CN">{slot.binding.reason}</span>}
      </p>
      <p className="muted">
        {slot.settled === null ? unsettledWords(slot, panel) : panel.settledBy(slot.settled.by, readableMoment(slot.settled.at, language))}
      </p>
      <ChangeProblem error={rebind.error} change={rebind.variables} again={(seen) => set(rebind.variables?.slots?.[0]?.binding ?? slot.binding, { seen })} forget={rebind.reset} reportId={draft.reportId} />
      {slot.reason !== null && <p className="panel-reason" lang="zh-CN">{slot.reason} {kind !== undefined && <Link to={`/records/${kind}`}>{panel.keep}</Link>}</p>}
      {slot.figure !== null && <SlotFigure draft={draft} slot={slot} figure={slot.figure} />}
      {canConfirm && (
        <div className="panel-actions"><Button type="primary" title={panel.confirmHint} loading={rebind.isPending} onClick={() => set(slot.binding)}>{panel.confirm}</Button></div>
      )}
      {mayEdit && slot.recognised.proposal !== null && slot.binding.by === 'open' && <ProposalForm draft={draft} slot={slot} proposal={slot.recognised.proposal} />}
      {mayEdit && <BindingForm draft={draft} slot={slot} isSaving={rebind.isPending} onSave={(binding, saved) => set(binding, saved === undefined ? {} : { saved })} />}
    </>
  )
}

function unsettledWords({ recognised, binding }: Slot, panel: (typeof texts)['zh']['panel']): string {
  if (binding.by !== 'metric' && recognised.proposal === null) return ''
  return `${panel.unsettled} · ${panel.certainty(Math.round(recognised.certainty * 100))}`
}
