import { Skeleton } from 'antd'
import { useAddress } from '../../../web/ui/address.ts'
import { Failure } from '../../../web/ui/failure.tsx'
import { useText } from '../../../web/ui/language.tsx'
import { Link } from '../../../web/ui/link.tsx'
import { usePageTitle } from '../../../web/ui/use-page-title.ts'
import { today } from './day-field.tsx'
import { OrgPlaces } from './org-places.tsx'
import { useUnit, useUnits } from './questions.ts'
import { texts } from './texts.ts'
import { UnitActions } from './unit-actions.tsx'
import { UnitHistory } from './unit-history.tsx'
import { UnitPosts } from './unit-posts.tsx'

/** One unit: its posts, what stands below it, and what it was from which day on. */
export default function UnitPage() {
  const { unit: words, types } = useText(texts)
  const { params: { unitId = '' } } = useAddress()
  const unit = useUnit(unitId)
  const below = useUnits().data?.units.filter(({ parentId }) => parentId === unitId) ?? []
  usePageTitle(unit.data?.name ?? '')
  if (unit.isPending) return <Skeleton active paragraph={{ rows: 8 }} />
  if (unit.isError) return <Failure error={unit.error} retry={() => void unit.refetch()} />
  const last = unit.data.slices.at(-1)
  const isClosed = last === undefined || (last.until !== null && last.until <= today())
  const { path, name } = unit.data
  return (
    <article className="unit-page">
      <OrgPlaces />
      <Link to="/units" className="back">‹ {words.back}</Link>
      <h1 className="page-title" lang="zh-CN">{name}</h1>
      <p className="muted unit-facts">
        <span>{types[last?.type as keyof typeof types] ?? last?.type}</span>
        {isClosed && <span className="unit-closed">{words.closed}</span>}
        {path !== name && <span lang="zh-CN">{path}</span>}
        {last?.foundingDocument != null && <span lang="zh-CN">{last.foundingDocument}</span>}
        <Link to={`/units/responsibility?unit=${unitId}`}>{words.chart}</Link>
      </p>
      {unit.data.mayChange && !isClosed && <UnitActions unit={unit.data} />}
      <UnitPosts unit={unit.data} mayFill={unit.data.mayChange && !isClosed} />
      <section>
        <h2>{words.below}</h2>
        {below.length === 0 ? <p className="muted">{words.noBelow}</p> : (
          <ul className="unit-below">
            {below.map((child) => (
              <li key={child.unitId}>
                <span lang="zh-CN"><Link to={`/units/${child.unitId}`}>{child.name}</Link></span>
                <span className="muted">{types[child.type as keyof typeof types] ?? child.type}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <UnitHistory unit={unit.data} />
    </article>
  )
}
