import { Button } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import { Blank } from '../../../../web/ui/blank.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { useMay } from '../../../../web/ui/session.ts'
import { DraftNote } from '../../../../web/ui/use-draft.tsx'
import { useLeaveGuard } from '../../../../web/ui/use-leave-guard.ts'
import type { Everything } from '../questions.ts'
import { texts } from '../texts.ts'
import { BlankFile } from './blank-file.tsx'
import { KindForm } from './kind-form.tsx'
import { MetricForm } from './metric-form.tsx'
import { textsWith, withFile, type OwnTexts } from './own-changes.ts'
import { OwnConflict } from './own-conflict.tsx'
import { useOwnDraft } from './own-draft.ts'
import { OwnFiles } from './own-files.tsx'
import { Problems } from './problems.tsx'
import { SaveBar } from './save-bar.tsx'
import { useCheck } from './use-check.ts'

const YamlEditor = lazy(() => import('./yaml-editor.tsx'))

interface Props {
  version: string | null
  /** The files in force, by path. */
  standing: OwnTexts
  everything: Everything
}

type Form = 'kind' | 'metric' | 'file'

const grammar = [
  'title', 'source', 'rule', 'article', 'edition', 'tag', 'occurred', 'naming', 'sheets', 'fields', 'type', 'text', 'date', 'integer', 'decimal', 'choice', 'vocabulary', 'required', 'facet',
  'many', 'measure', 'digits', 'names', 'example', 'kind', 'form', 'count', 'sum', 'distinct', 'share', 'rate', 'change', 'latest', 'measures', 'field', 'over', 'absent', 'where',
  'excluding', 'part', 'narrows', 'phrases', 'phrasesFrom', 'facets', 'values', 'synonyms', 'open', 'workflow', 'states', 'verbs', 'true', 'false',
]

/** Files, editor and forms of the body's own pack; what is changed is checked while one types, and kept as a draft. */
export function OwnPack({ version, standing, everything }: Props) {
  const { editor: words } = useText(texts)
  const mayWrite = useMay('packs:write')
  const draft = useOwnDraft(version)
  const changes = draft.value
  const isChanged = Object.keys(changes.files).length > 0
  const isStale = isChanged && changes.base !== version
  const present = textsWith(standing, changes)
  const [chosen, choose] = useState<string | null>(null)
  const [form, openForm] = useState<Form | null>(null)
  const { problems, isChecking } = useCheck(changes.files)
  useLeaveGuard(isChanged ? words.leave : null)
  const opened = chosen !== null && (chosen in present || chosen in standing) ? chosen : (Object.keys(present).toSorted()[0] ?? null)
  const change = (files: Record<string, string | null>) => {
    const begun = isChanged ? changes : { base: version, files: {}, begun: {} }
    draft.change(Object.entries(files).reduce((all, [path, text]) => withFile(all, standing, path, text), begun))
  }
  const write = (files: Record<string, string>) => {
    change(files)
    choose(Object.keys(files)[0] ?? null)
    openForm(null)
  }
  const ids = useMemo(() => [...grammar, ...[...everything.kinds, ...everything.metrics, ...everything.vocabularies].map(({ id }) => id)], [everything])
  const marks = useMemo(() => problems.filter(({ path }) => path === opened), [problems, opened])
  const text = opened === null ? undefined : present[opened]
  return (
    <>
      <DraftNote draft={draft} />
      <p className="muted">{version === null ? words.noVersion : words.version(version)}{!mayWrite && ` · ${words.readOnly}`}</p>
      {mayWrite && (
        <div className="own-bar no-print">
          <Button type="primary" onClick={() => openForm('kind')}>{words.newKind}</Button>
          <Button onClick={() => openForm('metric')}>{words.newMetric}</Button>
          <Button onClick={() => openForm('file')}>{words.newFile}</Button>
        </div>
      )}
      {isStale && <OwnConflict changes={changes} standing={standing} version={version} onSettled={draft.change} />}
      {Object.keys({ ...standing, ...present }).length === 0 ? (
        <Blank title={words.empty} explain={words.emptyExplain} />
      ) : (
        <div className="own">
          <OwnFiles standing={standing} changes={changes} problems={problems} opened={opened} mayWrite={mayWrite} onOpen={choose} onChange={change} />
          <div>
            {opened !== null && text !== undefined && (
              <Suspense fallback={<div className="own-editor" />}>
                <YamlEditor label={words.editorLabel(opened)} text={text} marks={marks} words={ids} isReadOnly={!mayWrite} onChange={(typed) => change({ [opened]: typed })} />
              </Suspense>
            )}
            {isChanged && <Problems problems={problems} isChecking={isChecking} onOpen={choose} />}
            {mayWrite && <SaveBar changes={changes} present={present} isBlocked={problems.length > 0 || isStale || !isChanged} isChanged={isChanged} onCleared={draft.clear} />}
          </div>
        </div>
      )}
      <KindForm open={form === 'kind'} everything={everything} present={present} onClose={() => openForm(null)} onWrite={write} />
      <MetricForm open={form === 'metric'} everything={everything} present={present} onClose={() => openForm(null)} onWrite={write} />
      <BlankFile open={form === 'file'} present={present} onClose={() => openForm(null)} onWrite={write} />
    </>
  )
}
