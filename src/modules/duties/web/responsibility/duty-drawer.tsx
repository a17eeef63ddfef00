import { Button } from 'antd'
import { useState } from 'react'
import { describeCadence } from '../../../../engine/calendar/words.ts'
import { openHere, useAddress } from '../../../../web/ui/address.ts'
import { Drawer } from '../../../../web/ui/drawer.tsx'
import { readableDate } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import type { DutyView } from '../../contract/duty.ts'
import { Owners } from '../owners.tsx'
import { Clause } from '../task/clause.tsx'
import { dutyTitle } from '../words.ts'
import { AskChange } from './ask-change.tsx'
import { AnswerChange } from './answer-change.tsx'
import { ChangeText } from './change-text.tsx'
import type { Duties } from './responsibility-page.tsx'
import { texts } from './texts.ts'

/** The duty that the address names (`?duty=`): its clause, what it demands, and every change of it here. */
export function DutyDrawer({ found }: { found: Duties }) {
  const language = useLanguage()
  const { query } = useAddress()
  const duty = found.duties.find(({ id }) => id === query.get('duty'))
  return (
    <Drawer open={duty !== undefined} onClose={() => openHere({ duty: null })} title={duty === undefined ? '' : dutyTitle(duty, language)}>
      {duty !== undefined && <OneDuty duty={duty} found={found} />}
    </Drawer>
  )
}

function OneDuty({ duty, found }: { duty: DutyView; found: Duties }) {
  const messages = useText(texts)
  const language = useLanguage()
  const [isAsking, setAsking] = useState(false)
  const facts = [
    { name: messages.columns.cadence, value: language === 'zh' ? duty.cadenceWords : describeCadence(duty.cadence, 'en') },
    { name: messages.columns.owner, value: <><span lang="zh-CN">{duty.ownerWords}：</span><Owners owners={duty.owners} /></> },
    { name: messages.satisfied, value: <span lang="zh-CN">{duty.satisfiedWords}</span> },
    { name: messages.lead, value: messages.days(duty.leadDays) },
    { name: messages.grace, value: messages.days(duty.graceDays) },
    { name: messages.since, value: duty.takenOnFrom === null ? messages.notTakenOn : readableDate(duty.takenOnFrom, language) },
  ]
  return (
    <div className="task-sheet">
      {duty.text !== '' && <p lang="zh-CN">{duty.text}</p>}
      <dl className="task-facts duty-facts">{facts.map(({ name, value }) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      <section aria-label={messages.columns.clause}>
        <h2>{messages.columns.clause}</h2>
        <Clause source={duty.source} />
      </section>
      <section aria-label={messages.changes}>
        <h2>{messages.changes}</h2>
        {duty.changes.length === 0 && <p className="muted">{messages.noChanges}</p>}
        <ul className="duty-changes">
          {duty.changes.map((change) => (
            <li key={change.changeId}><ChangeText change={change} /><AnswerChange change={change} title={dutyTitle(duty, language)} /></li>
          ))}
        </ul>
        {found.may.ask && <Button className="no-print" onClick={() => setAsking(true)}>{messages.askChange}</Button>}
      </section>
      <p><Link to={`/tasks?duty=${duty.id}${found.unitId === null ? '' : `&unit=${found.unitId}`}`}>{messages.seeTasks}</Link></p>
      {isAsking && <AskChange duty={duty} unitId={found.unitId} onClose={() => setAsking(false)} />}
    </div>
  )
}
