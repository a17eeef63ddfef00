import { AutoComplete, Button, Checkbox, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { CopyButton } from '../../../../web/ui/copy-button.tsx'
import { Failure } from '../../../../web/ui/failure.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { useMay } from '../../../../web/ui/session.ts'
import { likelyKind } from './likely-kind.ts'
import { FacetFields } from './facet-fields.tsx'
import { useAccept, useMetricsFound } from './questions.ts'
import { texts } from './texts.ts'
import type { Draft, Slot } from './types.ts'

interface Props {
  draft: Draft
  slot: Slot
  proposal: NonNullable<Slot['recognised']['proposal']>
}

/** What the unit would have to keep so that this place fills itself; accepted, it comes to exist in the body's own pack. */
export function ProposalForm(props: Props) {
  return useMay('packs:write') ? <AcceptForm {...props} /> : <AskForIt {...props} />
}

/** The pack judges everybody's records, so only an administrator changes it: others see what to ask for, ready to be sent. */
function AskForIt({ draft, proposal }: Props) {
  const { proposal: messages } = useText(texts)
  const known = useMetricsFound('').data?.metrics ?? []
  const kind = likelyKind(proposal, known.find((one) => one.kind === proposal.kind)?.kindTitle)
  const { metric, measure } = proposal
  return (
    <section className="panel-form panel-proposal">
      <h3>{messages.title}</h3>
      <dl className="panel-asked">
        <dt>{messages.kind}</dt><dd lang="zh-CN">{kind}</dd>
        <dt>{messages.metric}</dt><dd lang="zh-CN">{metric}</dd>
        {measure !== '' && <><dt>{messages.measure}</dt><dd lang="zh-CN">{measure}</dd></>}
      </dl>
      <p className="muted">{messages.notAllowed}</p>
      <div className="panel-actions"><CopyButton label={messages.ask} text={messages.request({ report: draft.title, kind, metric, measure, address: location.href })} /></div>
    </section>
  )
}

function AcceptForm({ draft, slot, proposal }: Props) {
  const { proposal: messages } = useText(texts)
  const known = useMetricsFound('').data?.metrics ?? []
  const kindTitle = likelyKind(proposal, known.find(({ kind }) => kind === proposal.kind)?.kindTitle)
  const [typed, setTyped] = useState<{ kind?: string; metric: string; measure: string; facets: Record<string, string> }>({ metric: proposal.metric, measure: proposal.measure, facets: {} })
  const [alsoOthers, setAlsoOthers] = useState(true)
  const [isRefused, setRefused] = useState(false)
  const accept = useAccept(draft.reportId)
  const kind = typed.kind ?? kindTitle
  const existing = known.find((one) => one.kindTitle === kind || one.kind === kind)
  const others = draft.slots.filter((one) => one.slot !== slot.slot && one.state === 'proposed' && one.recognised.proposal?.metric === proposal.metric)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const isMissing = typed.measure.trim() === '' || kind.trim() === '' || typed.metric.trim() === ''
    setRefused(isMissing)
    if (isMissing) return
    accept.mutate({
      seen: draft.version, slots: [slot.slot, ...(alsoOthers ? others.map((one) => one.slot) : [])], kind: kind.trim(), metric: typed.metric.trim(),
      measure: typed.measure.trim(), phrases: proposal.phrase === '' ? [] : [proposal.phrase], facets: typed.facets,
    })
  }
  return (
    <form className="panel-form panel-proposal" onSubmit={send}>
      <h3>{messages.title}</h3>
      <p className="muted">{messages.explain}</p>
      <label>
        {messages.kind}
        <AutoComplete
          aria-label={messages.kind} placeholder={messages.kindHint} value={kind} onChange={(value: string) => setTyped({ ...typed, kind: value, facets: {} })}
          options={[...new Set(known.map((one) => one.kindTitle))].map((value) => ({ value }))}
          showSearch={{ filterOption: (words, option) => option?.value.includes(words) ?? false }}
        />
      </label>
      {existing !== undefined && existing.facets.length > 0 && existing.kind !== 'received-statistic' && (
        <fieldset><legend>{messages.facets}</legend><FacetFields facets={existing.facets} chosen={typed.facets} onChange={(facets) => setTyped({ ...typed, facets })} /></fieldset>
      )}
      <div className="panel-row">
        <label>{messages.metric}<Input aria-label={messages.metric} maxLength={60} value={typed.metric} onChange={({ target }) => setTyped({ ...typed, metric: target.value })} /></label>
        <label className="panel-measure">{messages.measure}<Input aria-label={messages.measure} maxLength={10} status={isRefused && typed.measure === '' ? 'error' : ''} value={typed.measure} onChange={({ target }) => setTyped({ ...typed, measure: target.value })} /></label>
      </div>
      {others.length > 0 && <Checkbox checked={alsoOthers} onChange={({ target }) => setAlsoOthers(target.checked)}>{messages.alsoFor(others.length)}</Checkbox>}
      {isRefused && <p className="refusal" role="alert">{messages.measureMissing}</p>}
      <div className="panel-actions"><Button type="primary" htmlType="submit" loading={accept.isPending}>{messages.accept}</Button></div>
      {accept.isError && <Failure error={accept.error} retry={accept.reset} />}
    </form>
  )
}
