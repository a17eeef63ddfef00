import { Button, Steps as StepsBar, Tooltip } from 'antd'
import { useState } from 'react'
import { Failure } from '../../../../web/ui/failure.tsx'
import { readableMoment } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { useIsWide } from '../../../../web/ui/use-screen.ts'
import { ReportHistory } from './report-history.tsx'
import { useSteps, type Steps, type Verb } from './questions.ts'
import { StepModal } from './step-modal.tsx'
import { texts } from './texts.ts'
import './lifecycle.css'

const way = ['draft', 'submitted', 'reviewed', 'issued'] as const
const verbs: Verb[] = ['submit', 'review', 'issue', 'return', 'discard']

/** How far a report is, who brought it there, and what the reader may do next. */
export function LifecycleBar({ reportId }: { reportId: string }) {
  const steps = useSteps(reportId)
  const text = useText(texts)
  const [verb, setVerb] = useState<Verb | null>(null)
  if (steps.isError) return <Failure error={steps.error} retry={() => void steps.refetch()} />
  if (steps.data === undefined) return <div className="lifecycle lifecycle-waiting" />
  return (
    <section className="lifecycle" aria-label={text.label}>
      <Way steps={steps.data} />
      <div className="lifecycle-verbs">
        <ReportHistory steps={steps.data} />
        {shownVerbs(steps.data).map(({ name, why }) => (
          <Tooltip key={name} title={why}>
            <Button
              type={name === mainVerb(steps.data) ? 'primary' : 'default'}
              danger={name === 'discard'}
              aria-disabled={why !== null}
              className={why === null ? undefined : 'verb-barred'}
              aria-description={why ?? undefined}
              onClick={() => why === null && setVerb(name)}
            >
              {text.verbs[name]}
            </Button>
          </Tooltip>
        ))}
      </div>
      {verb !== null && <StepModal verb={verb} steps={steps.data} onClose={() => setVerb(null)} />}
    </section>
  )
}

function Way({ steps: { state, steps } }: { steps: Steps }) {
  const text = useText(texts)
  const language = useLanguage()
  const isWide = useIsWide()
  const at = way.findIndex((one) => one === state)
  const lastOf: Record<string, string[]> = { draft: ['drafted', 'rebound', 'returned'], submitted: ['submitted'], reviewed: ['reviewed'], issued: ['issued', 'made'] }
  if (state === 'discarded') return <p className="refusal">{text.states.discarded}</p>
  return (
    <StepsBar
      className="lifecycle-way"
      size="small"
      orientation={isWide ? 'horizontal' : 'vertical'}
      current={at}
      items={way.map((one, index) => {
        const last = index > at ? undefined : steps.findLast(({ step }) => lastOf[one]?.includes(step))
        return {
          title: text.states[one],
          content: last === undefined ? undefined : text.by(last.by, readableMoment(last.at, language)),
          status: index < at || state === 'issued' ? ('finish' as const) : index === at ? ('process' as const) : ('wait' as const),
        }
      })}
    />
  )
}

/** The verbs that make sense now: those allowed, and the next one even where something stands against it. */
function shownVerbs(steps: Steps): { name: Verb; why: string | null }[] {
  return verbs.flatMap((name): { name: Verb; why: string | null }[] => {
    const { allowed, why } = steps.may[name]
    if (allowed) return [{ name, why: null }]
    return name === mainVerb(steps) && why !== null ? [{ name, why }] : []
  })
}

function mainVerb({ state }: Steps): Verb | null {
  if (state === 'draft') return 'submit'
  if (state === 'submitted') return 'review'
  return state === 'reviewed' ? 'issue' : null
}
