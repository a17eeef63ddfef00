import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useText } from '../../../../web/ui/language.tsx'
import { texts } from '../texts.ts'
import { FileDifference } from '../upgrade/file-difference.tsx'
import { contestedFiles, rebased, type OwnChanges, type OwnTexts } from './own-changes.ts'

interface Props {
  changes: OwnChanges
  standing: OwnTexts
  version: string | null
  onSettled(changes: OwnChanges): void
}

/** Somebody else changed the pack meanwhile: what both changed is shown, and one chooses for each file. */
export function OwnConflict({ changes, standing, version, onSettled }: Props) {
  const { editor: words } = useText(texts)
  const [givenUp, giveUp] = useState<ReadonlySet<string>>(new Set())
  const contested = contestedFiles(changes, standing)
  const choose = (path: string, mine: boolean) => giveUp(new Set(mine ? [...givenUp].filter((one) => one !== path) : [...givenUp, path]))
  return (
    <div className="own-conflict" role="alert">
      <p>{words.stale(version ?? '—')} {contested.length === 0 ? words.staleNone : words.staleMine}</p>
      {contested.map((path) => (
        <div key={path}>
          <p>
            <code>{path}</code>{' '}
            <Segmented
              size="small" aria-label={path} value={givenUp.has(path) ? 'theirs' : 'mine'} onChange={(value) => choose(path, value === 'mine')}
              options={[{ value: 'mine', label: words.mine }, { value: 'theirs', label: words.theirs }]}
            />
          </p>
          <FileDifference before={standing[path] ?? ''} after={changes.files[path] ?? ''} sideBySide={false} />
        </div>
      ))}
      <p><Button type="primary" onClick={() => onSettled(rebased(changes, standing, version, givenUp))}>{words.rebase}</Button></p>
    </div>
  )
}
