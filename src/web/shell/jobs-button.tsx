import { Badge, Button, Popover } from 'antd'
import { Icon } from '../ui/icon.tsx'
import { JobProgress } from '../ui/job-progress.tsx'
import { useMessages } from '../ui/language.tsx'
import { useMay } from '../ui/session.ts'
import { hasEnded, useJobs } from '../ui/use-job.ts'

const shownJobs = 6

/** Work in the background: how much is running, and for each how far it is and a way to stop it. */
export function JobsButton() {
  const { jobs: messages } = useMessages()
  const jobs = useJobs().data?.jobs ?? []
  const running = jobs.filter((job) => !hasEnded(job)).length
  if (!useMay('jobs:read')) return null
  const name = running === 0 ? messages.title : messages.running(running)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={messages.title}
      content={
        <div className="jobs-list">
          {jobs.length === 0 && <p className="muted">{messages.none}<br />{messages.noneExplain}</p>}
          {jobs.slice(0, shownJobs).map((job) => <JobProgress key={job.jobId} job={job} />)}
        </div>
      }
    >
      <Button type="text" aria-label={name} title={name} icon={<Badge count={running} size="small" color="var(--accent)"><Icon shape="jobs" /></Badge>} />
    </Popover>
  )
}
