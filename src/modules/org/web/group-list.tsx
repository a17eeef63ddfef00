import { useText } from '../../../web/ui/language.tsx'
import { Link } from '../../../web/ui/link.tsx'
import type { ChartUnit } from './chart-table.tsx'
import { texts } from './texts.ts'

/** 领导小组: each with the document that founded it, and its posts in the order in which they were filled. */
export function GroupList({ groups }: { groups: ChartUnit[] }) {
  const { chart: words, erased } = useText(texts)
  return (
    <section className="groups">
      <h2>{words.groups}</h2>
      {groups.map((group) => (
        <div key={group.unitId} className="group" lang="zh-CN">
          <h3><Link to={`/units/${group.unitId}`}>{group.name}</Link></h3>
          {group.foundingDocument !== null && <p className="muted">{words.document(group.foundingDocument)}</p>}
          <dl>
            {[...new Set(group.posts.map(({ title }) => title))].map((title) => (
              <div key={title}>
                <dt>{title}</dt>
                <dd>{group.posts.filter((post) => post.title === title).map(({ name }) => (name === '' ? erased : name)).join('、')}</dd>
              </div>
            ))}
          </dl>
          {group.posts.length === 0 && <p className="muted">{words.vacant}</p>}
        </div>
      ))}
    </section>
  )
}
