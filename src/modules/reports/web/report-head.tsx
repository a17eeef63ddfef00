import { Button } from 'antd'
import { readableMoment, readablePeriod } from '../../../web/ui/formats.ts'
import { Icon } from '../../../web/ui/icon.tsx'
import { useLanguage, useText } from '../../../web/ui/language.tsx'
import { usePageTitle } from '../../../web/ui/use-page-title.ts'
import { AnchorLine } from './anchor-line.tsx'
import { DownloadWord } from './download-word.tsx'
import type { Report } from './figure.ts'
import { texts as issuedTexts } from './issued/texts.ts'
import { texts } from './texts.ts'

export function ReportHead({ report }: { report: Report }) {
  const language = useLanguage()
  const messages = useText(texts)
  const issued = useText(issuedTexts)
  usePageTitle(report.title)
  return (
    <header className="report-head">
      <h1 className="report-title" lang="zh-CN">{report.title}</h1>
      <dl className="report-facts">
        <div><dt>{messages.report.unit}</dt><dd lang="zh-CN">{report.unit}</dd></div>
        <div><dt>{messages.report.period}</dt><dd>{readablePeriod(report.period, language)}</dd></div>
        <div><dt>{messages.report.madeAt}</dt><dd><time dateTime={report.madeAt}>{readableMoment(report.madeAt, language)}</time></dd></div>
        <AnchorLine anchor={report.anchor} />
        {report.reviewedBy !== null && <div><dt>{issued.reviewedBy}</dt><dd lang="zh-CN">{report.reviewedBy}</dd></div>}
        {report.withoutReview !== null && <div><dt>{issued.withoutReview}</dt><dd lang="zh-CN">{report.withoutReview}</dd></div>}
      </dl>
      <div className="report-actions">
        <DownloadWord report={report} />
        <Button icon={<Icon shape="print" />} onClick={() => print()}>{messages.report.print}</Button>
      </div>
    </header>
  )
}
