import { Skeleton } from 'antd'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import { useSatisfied } from '../questions.ts'
import { texts } from '../texts.ts'
import { shortPeriod } from '../words.ts'
import { Satisfied } from './satisfied.tsx'

/** The tasks in which a record stands, and the open ones that it would satisfy. */
export function RecordTasks({ recordId, version }: { recordId: string; version: number }) {
  const { satisfied: messages } = useText(texts)
  const language = useLanguage()
  const found = useSatisfied([recordId], version)
  const standing = found.data?.standing ?? []
  const isAlone = found.isSuccess && standing.length === 0 && found.data.tasks.length === 0
  return (
    <section className="record-section standing">
      <h2>{messages.title}</h2>
      {found.isPending && <Skeleton active paragraph={{ rows: 1 }} />}
      {isAlone && <p className="muted">{messages.none}</p>}
      {standing.length > 0 && (
        <>
          <h3>{messages.standing}</h3>
          <ul lang="zh-CN">
            {standing.map(({ taskId, duty, unit, period }) => (
              <li key={taskId}><Link to={`/tasks/${taskId}`}>{duty}</Link> <span className="muted">{[unit, shortPeriod(period, language)].filter(Boolean).join(' · ')}</span></li>
            ))}
          </ul>
        </>
      )}
      <Satisfied recordIds={[recordId]} version={version} />
    </section>
  )
}
