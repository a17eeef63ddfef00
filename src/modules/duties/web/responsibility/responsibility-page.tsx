import { Skeleton, Tag } from 'antd'
import { Failure } from '../../../../web/ui/failure.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { usePageTitle } from '../../../../web/ui/use-page-title.ts'
import type { ReplyOf } from '../../../../platform/contract/endpoint.ts'
import { UnitPicker } from '../../../org/web/unit-picker.tsx'
import type { listDuties } from '../../contract/duty.ts'
import { ask, useAskedYear } from '../asked.ts'
import { DutyPlaces } from '../places.tsx'
import { useDuties } from '../questions.ts'
import { AdoptionList } from './adoption-list.tsx'
import { ChangeList } from './change-list.tsx'
import { DocumentButtons } from './document-buttons.tsx'
import { DutyDrawer } from './duty-drawer.tsx'
import { DutyGroups } from './duty-groups.tsx'
import { DispatchButton } from './dispatch-button.tsx'
import { NothingTakenOn } from './nothing-taken-on.tsx'
import './responsibility.css'
import { texts } from './texts.ts'

export type Duties = ReplyOf<typeof listDuties>

/** 责任清单: what a unit owes, by whom and by which rule; taking duties on, ending and changing them. */
export default function ResponsibilityPage() {
  const messages = useText(texts)
  const asked = useAskedYear()
  const found = useDuties(asked.unitId)
  usePageTitle(messages.title)
  return (
    <section className="responsibility-page" aria-busy={found.isFetching}>
      <h1 className="page-title">{messages.title}</h1>
      <DutyPlaces />
      <div className="toolbar duty-toolbar no-print">
        <UnitPicker className="unit-choice" label={messages.unit} value={found.data?.unitId ?? asked.unitId} clearable={false} onChange={(unit) => ask({ unit })} />
        {found.isSuccess && (
          <div className="toolbar-actions">
            <DocumentButtons found={found.data} year={asked.year} />
            {found.data.may.manage && <DispatchButton />}
          </div>
        )}
      </div>
      {found.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.isSuccess && <Found found={found.data} />}
    </section>
  )
}

function Found({ found }: { found: Duties }) {
  const messages = useText(texts)
  const taken = found.duties.filter(({ takenOnFrom }) => takenOnFrom !== null)
  const troubles = [...new Set(taken.flatMap(({ troubles: each }) => each))]
  return (
    <>
      {troubles.length > 0 && (
        <ul className="troubles" lang="zh-CN" aria-label={messages.troubles}>
          {troubles.map((trouble) => <li key={trouble}><Tag>{messages.trouble}</Tag>{trouble}</li>)}
        </ul>
      )}
      {taken.length === 0 && <NothingTakenOn found={found} />}
      <DutyGroups duties={taken} />
      <ChangeList duties={found.duties} />
      <AdoptionList found={found} />
      <DutyDrawer found={found} />
    </>
  )
}
