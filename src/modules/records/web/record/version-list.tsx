import { readableMoment, readableNumber } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import type { RecordDetail, VersionView } from '../../contract/record.ts'
import { useTitle } from '../entry/field-grid.tsx'
import { texts } from './texts.ts'
import { fieldTitle, readableValue } from './values.ts'

/** Every version, the newest first: who, when, what was changed from what to what, and why. */
export function VersionList({ record }: { record: RecordDetail }) {
  const { history } = useText(texts)
  return (
    <section className="record-section">
      <h2>{history.title}</h2>
      <ol className="versions" reversed>
        {record.versions.toReversed().map((version) => <li key={version.version}><OneVersion record={record} version={version} /></li>)}
      </ol>
    </section>
  )
}

function OneVersion({ record, version }: { record: RecordDetail; version: VersionView }) {
  const language = useLanguage()
  const { history, empty } = useText(texts)
  const title = useTitle()
  const { form } = record
  const verb = form.workflow?.verbs[version.verb ?? '']
  const acts = { entered: history.entered, corrected: history.corrected, voided: history.voided, moved: verb === undefined ? (version.verb ?? '') : title(verb) }
  const words = (field: string, value: VersionView['changes'][number]['before']) => (value === null ? empty : readableValue(form, field, value, language))
  return (
    <>
      <p>
        <strong>{acts[version.act]}</strong> <span lang="zh-CN">{version.changedBy}</span>{' '}
        <time dateTime={version.changedAt}>{readableMoment(version.changedAt, language)}</time>{' '}
        <span className="muted">{history.version(String(version.version))} · {history.position(readableNumber(version.position))}</span>
      </p>
      {version.note !== null && <p lang="zh-CN">{version.act === 'voided' ? history.reason(version.note) : history.note(version.note)}</p>}
      {version.act === 'entered' ? (
        <p className="muted">{history.initial(version.changes.length)}</p>
      ) : (
        <ul className="version-changes" lang="zh-CN">
          {version.unit !== null && <li>{history.unit} <del>{version.unit.before}</del> <ins>{version.unit.after}</ins></li>}
          {version.changes.map(({ field, before, after }) => (
            <li key={field}>{fieldTitle(form, field, language)} <del>{words(field, before)}</del> <ins>{words(field, after)}</ins></li>
          ))}
        </ul>
      )}
    </>
  )
}
