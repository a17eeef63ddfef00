import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { Conflict } from '../../../../platform/errors.ts'
import { Failure } from '../../../../web/ui/failure.tsx'
import { readableMoment } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import type { Change } from './questions.ts'
import { texts } from './texts.ts'
import type { Binding, Decision } from './types.ts'

interface Props {
  error: unknown
  /** What was to be set. */
  change: Change | undefined
  reportId: string
  /** Sets it all the same, over the version that was seen since. */
  again(seen: number): void
  forget(): void
}

interface Theirs {
  by: string
  at: string
  content: { binding?: Binding; decision?: Decision }
}

/** Why a change was not kept. Where somebody else was faster with the same place both are shown, and one is chosen. */
export function ChangeProblem({ error, change, reportId, again, forget }: Props) {
  const language = useLanguage()
  const queries = useQueryClient()
  const { conflict } = useText(texts)
  if (error === null || error === undefined) return null
  const takeTheirs = async () => {
    forget()
    await queries.invalidateQueries({ queryKey: ['draft', reportId], exact: true })
  }
  if (!(error instanceof Conflict) || error.code !== 'place-changed') return <Failure error={error} retry={() => void takeTheirs()} />
  const { changed, current } = error.details as { changed: Theirs[]; current: number }
  const [theirs] = changed
  return (
    <div className="panel-conflict" role="alert" ref={intoView}>
      <h3>{conflict.title}</h3>
      {theirs !== undefined && <p>{conflict.theirs(theirs.by, readableMoment(theirs.at, language))} <b lang="zh-CN">{contentWords(theirs.content, conflict)}</b></p>}
      <p>{conflict.yours} <b lang="zh-CN">{contentWords({ binding: change?.slots?.[0]?.binding, decision: change?.sentences?.[0]?.decision }, conflict)}</b></p>
      <div className="panel-actions">
        <Button type="primary" onClick={() => again(current)}>{conflict.useMine}</Button>
        <Button onClick={() => void takeTheirs()}>{conflict.useTheirs}</Button>
      </div>
    </div>
  )
}

function contentWords({ binding, decision }: { binding?: Binding | undefined; decision?: Decision | undefined }, words: (typeof texts)['zh']['conflict']): string {
  if (decision !== undefined) return words.sentence[decision]
  if (binding === undefined) return ''
  if (binding.by === 'hand') return binding.text
  if (binding.by === 'metric') return [binding.metric, ...Object.values(binding.facets), binding.period ?? ''].filter((word) => word !== '').join(' · ')
  return words[binding.by]
}

function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}
