import { Button, Progress } from 'antd'
import type { Job } from '../../platform/jobs/contract.ts'
import { readableNumber } from './formats.ts'
import { Said } from './failure.tsx'
import { useMessages } from './language.tsx'
import { hasEnded, useCancelJob } from './use-job.ts'

/** How far a job is, in words and as a bar, with a way to stop it while it runs; how it ended, once it has. */
export function JobProgress({ job }: { job: Job }) {
  const { jobs: messages } = useMessages()
  const cancel = useCancelJob()
  const { done, total, state, note, error } = job
  return (
    <div className={`job job-${state}`}>
      <p className="job-title" lang="zh-CN">{job.title}</p>
      {!hasEnded(job) && total !== null && <Progress aria-label={job.title} percent={Math.floor((100 * done) / Math.max(total, 1))} />}
      <p className="muted" role="status">
        {hasEnded(job) ? messages.states[state] : messages.progress(readableNumber(done), total === null ? null : readableNumber(total))}
        {note !== '' && !hasEnded(job) && <span lang="zh-CN"> · {note}</span>}
      </p>
      {error !== null && state === 'failed' && <p className="refusal"><Said error={error} /> <span className="muted">{messages.code(error.code)}</span></p>}
      {!hasEnded(job) && (
        <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate(job.jobId)} aria-label={messages.cancelNamed(job.title)}>
          {messages.cancel}
        </Button>
      )}
    </div>
  )
}
