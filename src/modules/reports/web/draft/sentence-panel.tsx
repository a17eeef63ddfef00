import { Button } from 'antd'
import { readableMoment } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { ChangeProblem } from './change-problem.tsx'
import { useRebind } from './questions.ts'
import { texts } from './texts.ts'
import type { Decision, Draft, Sentence } from './types.ts'

/** A sentence that still names last period's facts: it holds, or it goes. */
export function SentencePanel({ draft, sentence, mayEdit }: { draft: Draft; sentence: Sentence; mayEdit: boolean }) {
  const language = useLanguage()
  const { sentence: messages, panel } = useText(texts)
  const rebind = useRebind(draft.reportId)
  const { line, column, decision, settled } = sentence
  const decide = (chosen: Decision, seen = draft.version) => rebind.mutate({ seen, sentences: [{ line, column, decision: chosen }] })
  return (
    <>
      <p className="panel-sentence" lang="zh-CN">{sentence.text}</p>
      <p className="muted">{messages.explain}</p>
      <dl className="panel-facts"><div><dt>{messages.reason}</dt><dd lang="zh-CN">{sentence.reason}</dd></div></dl>
      {decision !== 'ask' && <p className="panel-state" role="status">{decision === 'confirmed' ? messages.confirmed : messages.deleted}</p>}
      {settled !== null && <p className="muted">{panel.settledBy(settled.by, readableMoment(settled.at, language))}</p>}
      {mayEdit && (
        <div className="panel-actions">
          {decision === 'ask' ? (
            <>
              <Button type="primary" loading={rebind.isPending} onClick={() => decide('confirmed')}>{messages.confirm}</Button>
              <Button danger loading={rebind.isPending} onClick={() => decide('deleted')}>{messages.delete}</Button>
            </>
          ) : <Button loading={rebind.isPending} onClick={() => decide('ask')}>{messages.again}</Button>}
        </div>
      )}
      {mayEdit && decision === 'ask' && <p className="muted">{messages.deleteExplain}</p>}
      <ChangeProblem error={rebind.error} change={rebind.variables} again={(seen) => decide(rebind.variables?.sentences?.[0]?.decision ?? 'ask', seen)} forget={rebind.reset} reportId={draft.reportId} />
    </>
  )
}
