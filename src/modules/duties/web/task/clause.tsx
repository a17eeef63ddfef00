import { useText } from '../../../../web/ui/language.tsx'
import type { TaskDetail } from '../../contract/task.ts'
import { texts } from '../texts.ts'

/** The rule and article a duty rests on, and how sure that is; what local rules decide may be changed. */
export function Clause({ source: { rule, article, tag } }: { source: { rule: string; article?: string | null | undefined; tag: TaskDetail['source']['tag'] } }) {
  const { clause } = useText(texts)
  return (
    <p className="clause">
      <span lang="zh-CN">{[rule, article].filter(Boolean).join('，')}</span>{' '}
      <span className={`clause-tag clause-${tag}`}>{clause.tags[tag]}</span>
      {tag !== 'verified' && <span className="muted clause-local">{clause.local}</span>}
    </p>
  )
}
