import { readableDate, readableNumber } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import type { DispatchPlan } from '../../contract/duty.ts'
import { shortPeriod } from '../words.ts'
import { texts } from './texts.ts'

/** What a dispatch would do or did: numbers, the first examples, and what is amiss. */
export function PlanView({ plan, title }: { plan: DispatchPlan; title: string }) {
  const messages = useText(texts)
  const language = useLanguage()
  const { created, moved, withdrawn, units, examples, troubles } = plan
  return (
    <div className="plan" role="status">
      <h3>{title}</h3>
      <p>{messages.plan(readableNumber(created), readableNumber(moved), readableNumber(withdrawn), readableNumber(units))}</p>
      {troubles.length > 0 && <ul className="troubles" lang="zh-CN">{troubles.map((trouble) => <li key={trouble}>{trouble}</li>)}</ul>}
      {examples.length > 0 && (
        <div className="plan-examples" tabIndex={0} role="region" aria-label={messages.examples}>
          <table>
            <thead><tr><th scope="col">{messages.columns.duty}</th><th scope="col">{messages.unit}</th><th scope="col">{messages.period}</th><th scope="col">{messages.due}</th></tr></thead>
            <tbody>
              {examples.map(({ duty, unit, period, before, after }) => (
                <tr key={`${duty} ${unit} ${period}`}>
                  <td lang="zh-CN">{duty}</td><td lang="zh-CN">{unit}</td><td>{shortPeriod(period, language) ?? period}</td>
                  <td>
                    {before !== null && <del>{readableDate(before, language)}</del>} {after === null ? messages.withdrawnMark : <ins>{readableDate(after, language)}</ins>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
