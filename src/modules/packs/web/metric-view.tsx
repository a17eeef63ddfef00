import { useText } from '../../../web/ui/language.tsx'
import { Link } from '../../../web/ui/link.tsx'
import { formulaOf } from './formula.ts'
import { OpenEntry } from './open-entry.tsx'
import { useTemplates, type Everything, type MetricEntry } from './questions.ts'
import { SourceLine } from './source-line.tsx'
import { texts } from './texts.ts'

interface Props {
  metric: MetricEntry
  everything: Everything
  pack: string
}

/** A metric: how it is computed in words, how reports speak of it, and where it is used. */
export function MetricView({ metric, everything, pack }: Props) {
  const messages = useText(texts)
  const { metric: words } = messages
  const kind = everything.kinds.find(({ id }) => id === metric.kind)
  const fieldTitles = (ids: string[]) => ids.map((id) => kind?.fields[id]?.title ?? id).join('、')
  const facets = metric.facets ?? Object.entries(kind?.fields ?? {}).flatMap(([id, { facet }]) => (facet ? [id] : []))
  return (
    <div className="entry">
      <p><SourceLine source={metric.source} /> <span className="muted" lang="zh-CN">{pack}</span></p>
      <p><Link to={`/metrics/${metric.id}`}>{words.toFigures}</Link></p>
      <h2>{words.formula}</h2>
      <p className="formula" lang="zh-CN">{formulaOf(metric, everything, messages.formula)}</p>
      <dl className="entry-facts">
        <div><dt>{words.kind}</dt><dd><OpenEntry what="kind" id={metric.kind} title={kind?.title ?? metric.kind} /></dd></div>
        <div><dt>{words.measures}</dt><dd lang="zh-CN">{metric.measures.join('、')}</dd></div>
        <div><dt>{words.facets}</dt><dd lang="zh-CN">{fieldTitles(facets) || '—'}</dd></div>
      </dl>
      <h2>{words.phrases}</h2>
      <p className="phrases" lang="zh-CN">{metric.phrases.map((phrase) => <span key={phrase} className="phrase">{phrase}</span>)}</p>
      {metric.phrasesFrom.length > 0 && <p className="muted" lang="zh-CN">{words.phrasesFrom(fieldTitles(metric.phrasesFrom))}</p>}
      <h2>{words.usedIn}</h2>
      <Uses metric={metric} everything={everything} />
    </div>
  )
}

function Uses({ metric, everything }: Omit<Props, 'pack'>) {
  const { metric: words } = useText(texts)
  const templates = (useTemplates().data?.templates ?? []).filter(({ metrics }) => metrics.includes(metric.id))
  const changes = everything.metrics.filter(({ of }) => of === metric.id)
  if (templates.length + changes.length === 0) return <p className="muted">{words.unused}</p>
  return (
    <ul className="entry-links">
      {templates.map(({ pack, id, title }) => <li key={`${pack}/${id}`} lang="zh-CN">{words.template(title)}</li>)}
      {changes.map(({ id, title }) => <li key={id}><OpenEntry what="metric" id={id} title={words.change(title)} /></li>)}
    </ul>
  )
}
