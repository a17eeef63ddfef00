import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useText } from '../../../../web/ui/language.tsx'
import { texts } from '../texts.ts'
import { textsWith, type OwnChanges, type OwnTexts } from './own-changes.ts'

interface Props {
  standing: OwnTexts
  changes: OwnChanges
  problems: { path: string }[]
  opened: string | null
  mayWrite: boolean
  onOpen(path: string): void
  onChange(files: Record<string, string | null>): void
}

const folders = ['kinds', 'metrics', 'vocabularies', 'duties', 'calendars', 'examples'] as const

/** The files of the pack by folder, with what was changed; a file can be removed, and restored until it is saved. */
export function OwnFiles({ standing, changes, problems, opened, mayWrite, onOpen, onChange }: Props) {
  const { editor: words } = useText(texts)
  const [removing, remove] = useState<string | null>(null)
  const paths = [...new Set([...Object.keys(standing), ...Object.keys(textsWith(standing, changes))])].toSorted()
  const markOf = (path: string) => {
    const count = problems.filter((problem) => problem.path === path).length
    if (count > 0) return words.problems(count)
    if (!(path in changes.files)) return null
    if (changes.files[path] === null) return words.removed
    return path in standing ? words.changed : words.added
  }
  return (
    <nav className="own-files no-print" aria-label={words.files}>
      {folders.map((folder) => {
        const inside = paths.filter((path) => path.startsWith(`${folder}/`))
        if (inside.length === 0) return null
        return (
          <div key={folder}>
            <h2>{words.folders[folder]}</h2>
            <ul>
              {inside.map((path) => {
                const isRemoved = changes.files[path] === null
                return (
                  <li key={path} className={isRemoved ? 'own-file own-removed' : 'own-file'} aria-current={path === opened}>
                    <button type="button" className="plain-link" disabled={isRemoved} title={path} onClick={() => onOpen(path)}>{path.slice(folder.length + 1)}</button>
                    <span className="own-mark">{markOf(path)}</span>
                    {mayWrite && (isRemoved ? (
                      <Button type="link" size="small" aria-label={words.restoreNamed(path)} onClick={() => onChange({ [path]: standing[path] ?? null })}>{words.restore}</Button>
                    ) : (
                      <Button type="link" size="small" aria-label={words.removeNamed(path)} onClick={() => remove(path)}>{words.remove}</Button>
                    ))}
                  </li>
                )
              })}
            </ul>
          </div>
        )
      })}
      <Modal
        open={removing !== null} title={words.removeTitle(removing ?? '')} okText={words.remove} okButtonProps={{ danger: true }} cancelText={words.keep}
        onCancel={() => remove(null)}
        onOk={() => {
          if (removing !== null) onChange({ [removing]: null })
          remove(null)
        }}
      >
        <p>{removing?.startsWith('kinds/') === true ? words.removeKind : removing?.startsWith('metrics/') === true ? words.removeMetric : words.removeOther}</p>
      </Modal>
    </nav>
  )
}
