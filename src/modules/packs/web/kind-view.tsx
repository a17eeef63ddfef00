import { useText } from '../../../web/ui/language.tsx'
import { Link } from '../../../web/ui/link.tsx'
import { OpenEntry } from './open-entry.tsx'
import type { Everything, KindEntry } from './questions.ts'
import { SourceLine } from './source-line.tsx'
import { texts } from './texts.ts'

interface Props {
  kind: KindEntry
  everything: Everything
  pack: string
}

/** A kind: its fields with the headings under which ledgers carry them, its workflow, and the metrics computed from it. */
export function KindView({ kind, everything, pack }: Props) {
  const messages = useText(texts)
  const { kind: words } = messages
  const metrics = everything.metrics.filter((metric) => metric.kind === kind.id)
  const steps = Object.values(kind.workflow?.states ?? {}).map(({ title }) => title)
  return (
    <div className="entry">
      <p><SourceLine source={kind.source} /> <span className="muted" lang="zh-CN">{pack}</span></p>
      <p><Link to={`/records/${kind.id}`}>{words.toRecords}</Link></p>
      {kind.sheets.length > 0 && <p><span className="muted">{words.sheets}</span> <span lang="zh-CN">{kind.sheets.join('、')}</span></p>}
      {steps.length > 0 && <p><span className="muted">{words.workflow}</span> <span lang="zh-CN">{steps.join(' → ')}</span></p>}
      <h2>{words.fields}</h2>
      <table className="entry-fields">
        <thead><tr><th scope="col">{words.field}</th><th scope="col">{words.type}</th><th scope="col">{words.marks}</th><th scope="col">{words.names}</th></tr></thead>
        <tbody>
          {Object.entries(kind.fields).map(([id, field]) => (
            <tr key={id}>
              <th scope="row" lang="zh-CN">{field.title}</th>
              <td>
                {messages.types[field.type]}{field.measure !== undefined && <span lang="zh-CN">（{field.measure}）</span>}
                {field.vocabulary !== undefined && <div><OpenEntry what="vocabulary" id={field.vocabulary} title={everything.vocabularies.find((one) => one.id === field.vocabulary)?.title ?? field.vocabulary} /></div>}
              </td>
              <td>{marksOf(kind, id, words).join('，')}</td>
              <td lang="zh-CN" className="muted">{field.names.join('、')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{words.metrics} <span className="muted">{metrics.length}</span></h2>
      <ul className="entry-links">{metrics.map(({ id, title }) => <li key={id}><OpenEntry what="metric" id={id} title={title} /></li>)}</ul>
    </div>
  )
}

function marksOf(kind: KindEntry, id: string, words: (typeof texts)['zh']['kind']): string[] {
  const field = kind.fields[id]
  if (field === undefined) return []
  return [
    ...(id === kind.occurred ? [words.occurred] : []),
    ...(id === kind.naming ? [words.naming] : []),
    ...(field.required ? [words.required] : []),
    ...(field.facet ? [words.facet] : []),
    ...(field.many > 1 ? [words.many(field.many)] : []),
  ]
}
