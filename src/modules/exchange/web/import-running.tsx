import { Button, Result } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Failure } from '../../../web/ui/failure.tsx'
import { readableNumber } from '../../../web/ui/formats.ts'
import { JobProgress } from '../../../web/ui/job-progress.tsx'
import { useText } from '../../../web/ui/language.tsx'
import { Link } from '../../../web/ui/link.tsx'
import { useJob } from '../../../web/ui/use-job.ts'
import { ImportOutcome } from '../contract.ts'
import { texts } from './texts.ts'

/** An import on its way, and how it ended. */
export function ImportRunning({ jobId, back, done }: { jobId: string; back(): void; done(): void }) {
  const text = useText(texts)
  const queries = useQueryClient()
  const job = useJob(jobId)
  const state = job.data?.state
  useEffect(() => {
    if (state === 'done') void queries.invalidateQueries()
  }, [state, queries])
  if (job.isError) return <Failure error={job.error} retry={() => void job.refetch()} />
  if (job.data === undefined) return null
  if (job.data.state === 'done') {
    const { imported, units } = ImportOutcome.parse(job.data.result)
    return (
      <Result
        status="success"
        title={text.done.title(readableNumber(imported))}
        subTitle={units > 0 ? text.done.units(units) : undefined}
        extra={[
          <Link key="records" to="/records">{text.done.records}</Link>,
          <Link key="report" to="/reports">{text.done.report}</Link>,
          <Button key="another" onClick={done}>{text.done.another}</Button>,
        ]}
      />
    )
  }
  return (
    <div className="import-running">
      {job.data.state === 'running' ? <p>{text.importing}</p> : <Button onClick={back}>{text.summary.reread}</Button>}
      <JobProgress job={job.data} />
    </div>
  )
}
