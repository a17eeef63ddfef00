import { Tag } from 'antd'
import { Fragment } from 'react'
import { describeCadence } from '../../../../engine/calendar/words.ts'
import { openHere } from '../../../../web/ui/address.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import type { DutyView } from '../../contract/duty.ts'
import { texts as shared } from '../texts.ts'
import { dutyTitle } from '../words.ts'
import { texts } from './texts.ts'

/** The duties of each pack under their headings: how often, whose, by which rule, and what is changed here. */
export function DutyGroups({ duties }: { duties: DutyView[] }) {
  const messages = useText(texts)
  const packs = [...new Set(duties.map(({ packTitle }) => packTitle))]
  return packs.map((pack) => {
    const within = duties.filter(({ packTitle }) => packTitle === pack)
    return (
      <table key={pack} className="duty-table">
        <caption lang="zh-CN">{pack}</caption>
        <thead>
          <tr>
            <th scope="col">{messages.columns.duty}</th><th scope="col">{messages.columns.cadence}</th>
            <th scope="col">{messages.columns.owner}</th><th scope="col">{messages.columns.clause}</th>
          </tr>
        </thead>
        <tbody>
          {within.map((duty, n) => (
            <Fragment key={duty.id}>
              {within[n - 1]?.group !== duty.group && <tr className="duty-group"><th scope="rowgroup" colSpan={4} lang="zh-CN">{duty.group}</th></tr>}
              <DutyRow duty={duty} />
            </Fragment>
          ))}
        </tbody>
      </table>
    )
  })
}

function DutyRow({ duty }: { duty: DutyView }) {
  const messages = useText(texts)
  const { vacant, clause } = useText(shared)
  const language = useLanguage()
  const { source, owners, off, changes } = duty
  const changed = changes.some(({ state }) => state === 'approved')
  const cadence = language === 'zh' ? duty.cadenceWords : describeCadence(duty.cadence, 'en')
  return (
    <tr className={off ? 'duty-off' : undefined}>
      <th scope="row">
        <button type="button" className="task-open" onClick={() => openHere({ duty: duty.id })}>{dutyTitle(duty, language)}</button>
        {off && <Tag className="duty-mark">{messages.off}</Tag>}
        {changed && !off && <Tag className="duty-mark">{messages.changed}</Tag>}
        <p className="muted" lang="zh-CN">{duty.satisfiedWords}</p>
      </th>
      <td data-label={messages.columns.cadence} lang={language === 'zh' ? undefined : 'en'}>{cadence}</td>
      <td data-label={messages.columns.owner} lang="zh-CN">
        {duty.ownerWords}
        <p className="muted">{owners.length === 0 ? <span className="vacant">{vacant}</span> : owners.map(({ name }) => name).join('、')}</p>
      </td>
      <td data-label={messages.columns.clause}>
        <span lang="zh-CN">{[source.rule, source.article].filter(Boolean).join('，')}</span>{' '}
        <span className={`clause-tag clause-${source.tag}`}>{clause.tags[source.tag]}</span>
      </td>
    </tr>
  )
}
