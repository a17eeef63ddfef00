import { useQuery } from '@tanstack/react-query'
import { Skeleton, Tag } from 'antd'
import { Failure } from '../../../../web/ui/failure.tsx'
import { readableNumber } from '../../../../web/ui/formats.ts'
import { useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import { server } from '../../../../web/ui/server.ts'
import { readStanding, type Standing } from '../../contract/standing.ts'
import { en } from './messages/en.ts'
import { zh } from './messages/zh.ts'

/** Which metrics and reports a record stands in; asked anew when it has another version. */
export function RecordStanding({ recordId, version }: { recordId: string; version: number }) {
  const messages = useText({ zh, en })
  const asked = useQuery({ queryKey: ['records', 'standing', recordId, version], queryFn: () => server.call(readStanding, { params: { recordId } }) })
  return (
    <section className="record-section standing">
      <h2>{messages.title}</h2>
      {asked.isPending && <Skeleton active paragraph={{ rows: 2 }} />}
      {asked.isError && <Failure error={asked.error} retry={() => void asked.refetch()} />}
      {asked.isSuccess && <Found standing={asked.data} />}
    </section>
  )
}

function Found({ standing: { unit, unitId, year, metrics, reports } }: { standing: Standing }) {
  const messages = useText({ zh, en })
  return (
    <>
      <h3>{messages.metrics(unit, year)}</h3>
      {metrics.length === 0 && <p className="muted">{messages.none}</p>}
      <ul lang="zh-CN">{metrics.map((metric) => <li key={metric.metric}><OneMetric metric={metric} asked={`unit=${unitId}&year=${year}`} /></li>)}</ul>
      <h3>{messages.reports}</h3>
      {reports.length === 0 && <p className="muted">{messages.noReports}</p>}
      <ul lang="zh-CN">
        {reports.map((report) => (
          <li key={report.reportId}>
            <Link to={`/reports/${report.reportId}`}>{report.title}</Link>
            {report.figures.map((figure) => (
              <p key={figure.number} className="muted">
                <Link to={`/reports/${report.reportId}?figure=${figure.number}`}>{messages.figure(String(figure.number))}</Link> {figure.metricTitle} {figure.text}：{figure.sentence}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}

function OneMetric({ metric, asked }: { metric: Standing['metrics'][number]; asked: string }) {
  const messages = useText({ zh, en })
  const { title, value, measure, numerator, denominator, isExcluded } = metric
  return (
    <>
      <Link to={`/metrics/${metric.metric}?${asked}`}>{title}</Link> <strong>{value === null ? messages.noValue : `${readableNumber(value)}${measure}`}</strong>{' '}
      {numerator !== null && denominator !== null && <span className="muted">{messages.of(readableNumber(numerator), readableNumber(denominator))}</span>}{' '}
      {isExcluded && <Tag>{messages.excluded}</Tag>}
    </>
  )
}
