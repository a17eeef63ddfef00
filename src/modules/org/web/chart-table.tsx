import type { ReplyOf } from '../../../platform/contract/endpoint.ts'
import { useText } from '../../../web/ui/language.tsx'
import { Link } from '../../../web/ui/link.tsx'
import type { readChart } from '../contract/units.ts'
import { responsibilities } from '../rules.ts'
import { texts } from './texts.ts'

export type ChartUnit = ReplyOf<typeof readChart>['units'][number]
type Post = ChartUnit['posts'][number]

/** Units in the order of the tree, one row each, with who bears what. */
export function ChartTable({ units }: { units: ChartUnit[] }) {
  const { chart: words, responsibilities: names } = useText(texts)
  const kinds = [...responsibilities, null]
  const headingOf = (kind: (typeof kinds)[number]) => (kind === null ? words.columns.other : names[kind])
  return (
    <div className="chart-scroll" tabIndex={0} role="region" aria-label={words.title}>
      <table className="chart">
        <thead>
          <tr>
            <th scope="col">{words.columns.unit}</th>
            {kinds.map((kind) => <th key={kind ?? 'other'} scope="col">{headingOf(kind)}</th>)}
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.unitId}>
              <th scope="row" lang="zh-CN" style={{ paddingLeft: `${8 + unit.depth * 18}px` }}><Link to={`/units/${unit.unitId}`}>{unit.name}</Link></th>
              {kinds.map((kind) => (
                <td key={kind ?? 'other'} data-label={headingOf(kind)}>
                  <Holders posts={unit.posts.filter(({ responsibility }) => responsibility === kind)} vacant={kind === 'first' && unit.depth === 0} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Holders({ posts, vacant }: { posts: Post[]; vacant: boolean }) {
  const { erased, chart: words } = useText(texts)
  if (posts.length === 0) return vacant ? <span className="muted">{words.vacant}</span> : null
  return (
    <ul>
      {posts.map(({ postId, name, title }) => (
        <li key={postId} lang="zh-CN">{name === '' ? erased : name} <span className="muted">{title}</span></li>
      ))}
    </ul>
  )
}
