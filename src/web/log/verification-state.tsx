import { Alert } from 'antd'
import type { z } from 'zod'
import { Verification } from '../../platform/events/contract.ts'
import { readableNumber } from '../ui/formats.ts'
import { JobProgress } from '../ui/job-progress.tsx'
import { useText } from '../ui/language.tsx'
import { useJob } from '../ui/use-job.ts'
import { texts } from './texts.ts'

/** How far a verification is, and in the end what it found. */
export function VerificationState({ jobId }: { jobId: string }) {
  const { verify: messages } = useText(texts)
  const job = useJob(jobId).data
  if (job === undefined) return null
  const found = job.state === 'done' ? Verification.safeParse(job.result) : null
  if (found?.success !== true) return <div className="verification"><JobProgress job={job} /></div>
  return <Alert className="verification" showIcon role="status" {...wordsOf(found.data, messages)} />
}

function wordsOf({ sound, events, versions, broken }: z.output<typeof Verification>, messages: (typeof texts)['zh']['verify']) {
  if (sound) return { type: 'success' as const, title: messages.sound(readableNumber(events), readableNumber(versions)) }
  const position = broken?.position ?? null
  return {
    type: 'error' as const,
    title: messages.broken(position === null ? null : readableNumber(position)),
    description: <><p lang="zh-CN">{broken?.reason}</p><p>{messages.brokenExplain}</p></>,
  }
}
