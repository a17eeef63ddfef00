import { Radio } from 'antd'
import { useEffect, useRef } from 'react'
import { readableMoment } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import type { KindForm, RecordFields } from '../../contract/entry.ts'
import { sameValue, setValue, type Clash, type Value } from '../../rules/merge.ts'
import { texts } from './texts.ts'
import type { ConflictFound } from './use-correction.ts'
import { fieldTitle, readableValue } from './values.ts'

interface Props {
  form: KindForm
  conflict: ConflictFound
  fields: RecordFields
  onChoose(fields: RecordFields): void
}

/** Who was faster, and for every field that both changed: before, theirs and mine, to choose from. */
export function ConflictNote({ form, conflict, fields, onChoose }: Props) {
  const language = useLanguage()
  const { conflict: messages } = useText(texts)
  const note = useRef<HTMLElement>(null)
  const { by, at, taken, clashes, isVoided } = conflict
  useEffect(() => note.current?.focus(), [conflict])
  const choose = (field: string, value: Value) => {
    const next = { ...fields }
    setValue(next, field, value)
    onChoose(next)
  }
  return (
    <section ref={note} className="conflict" role="alert" tabIndex={-1}>
      <h2>{messages.title}</h2>
      <p>{messages.who(by, readableMoment(at, language))}</p>
      {isVoided && <p>{messages.voided}</p>}
      {taken.length > 0 && <p>{messages.taken(taken.map((field) => fieldTitle(form, field, language)).join('、'))}</p>}
      {clashes.length > 0 && (
        <>
          <p>{messages.choose}</p>
          <table>
            <thead><tr><th>{messages.field}</th><th>{messages.before}</th><th>{messages.theirs}</th><th>{messages.mine}</th></tr></thead>
            <tbody>
              {clashes.map((clash) => <ClashRow key={clash.field} form={form} clash={clash} chosen={fields[clash.field] ?? null} onChoose={(value) => choose(clash.field, value)} />)}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}

function ClashRow({ form, clash, chosen, onChoose }: { form: KindForm; clash: Clash; chosen: Value; onChoose(value: Value): void }) {
  const language = useLanguage()
  const { empty } = useText(texts)
  const { field, before, mine, theirs } = clash
  const words = (value: Value) => (value === null ? empty : readableValue(form, field, value, language))
  const title = fieldTitle(form, field, language)
  return (
    <tr>
      <th scope="row" lang="zh-CN">{title}</th>
      <td lang="zh-CN">{words(before)}</td>
      {[theirs, mine].map((value, side) => (
        <td key={side} lang="zh-CN"><Radio name={`clash-${field}`} checked={sameValue(chosen, value)} onChange={() => onChoose(value)}>{words(value)}</Radio></td>
      ))}
    </tr>
  )
}
