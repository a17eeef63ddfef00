import { useText } from '../../../web/ui/language.tsx'
import { OpenEntry } from './open-entry.tsx'
import type { Everything, VocabularyEntry } from './questions.ts'
import { SourceLine } from './source-line.tsx'
import { texts } from './texts.ts'

interface Props {
  vocabulary: VocabularyEntry
  everything: Everything
  pack: string
}

/** A vocabulary: its values with their synonyms, and the fields that use it. */
export function VocabularyView({ vocabulary, everything, pack }: Props) {
  const messages = useText(texts)
  const { vocabulary: words } = messages
  const users = everything.kinds.flatMap((kind) =>
    Object.entries(kind.fields).flatMap(([field, one]) => (one.vocabulary === vocabulary.id ? [{ kind, field, title: `${kind.title} · ${one.title}` }] : [])),
  )
  return (
    <div className="entry">
      <p><SourceLine source={vocabulary.source} /> <span className="muted" lang="zh-CN">{pack}</span></p>
      <p className="muted">{vocabulary.open ? words.open : words.closed}</p>
      <h2>{words.values}</h2>
      <table className="entry-fields">
        <thead><tr><th scope="col">{messages.columns.title}</th><th scope="col">{messages.columns.synonyms}</th></tr></thead>
        <tbody>
          {Object.entries(vocabulary.values).map(([id, { title, synonyms }]) => (
            <tr key={id}><th scope="row" lang="zh-CN">{title}</th><td lang="zh-CN" className="muted">{synonyms.join('、')}</td></tr>
          ))}
        </tbody>
      </table>
      <h2>{words.usedBy}</h2>
      <ul className="entry-links">{users.map(({ kind, field, title }) => <li key={`${kind.id} ${field}`}><OpenEntry what="kind" id={kind.id} title={title} /></li>)}</ul>
    </div>
  )
}
