import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Skeleton } from 'antd'
import { useState } from 'react'
import type { ReplyOf } from '../../../../platform/contract/endpoint.ts'
import { Blank } from '../../../../web/ui/blank.tsx'
import { Failure } from '../../../../web/ui/failure.tsx'
import { readableMoment, readableNumber } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { ListToolbar } from '../../../../web/ui/list-toolbar.tsx'
import { saveCsv } from '../../../../web/ui/save-csv.ts'
import { server } from '../../../../web/ui/server.ts'
import { readReportChanges } from '../../contract.ts'
import { rowsOfChanges } from './changes-rows.ts'
import { FigureChange } from './figure-change.tsx'
import { texts } from './texts.ts'
import './changes.css'

export type Changes = ReplyOf<typeof readReportChanges>

export function useReportChanges(reportId: string, isIssued = true) {
  return useQuery({ queryKey: ['report-changes', reportId], queryFn: () => server.call(readReportChanges, { params: { reportId } }), enabled: isIssued })
}

/** What was entered, corrected or voided since a report was issued, and what its figures would be now. */
export function ReportChanges({ reportId }: { reportId: string }) {
  const text = useText(texts)
  const language = useLanguage()
  const changes = useReportChanges(reportId)
  const [words, setWords] = useState('')
  const [onlyDiffering, setOnlyDiffering] = useState(false)
  if (changes.isPending) return <Skeleton active paragraph={{ rows: 6 }} />
  if (changes.isError) return <Failure error={changes.error} retry={() => void changes.refetch()} />
  const { figures, issuedAt, unchanged } = changes.data
  if (figures.length === 0) return <Blank title={text.none} explain={text.noneExplain(readableNumber(unchanged))} />
  const found = figures.filter((figure) => (!onlyDiffering || figure.differs) && `${figure.sentence} ${figure.metricTitle}`.includes(words.trim()))
  return (
    <section className="changes">
      <p className="muted intro">{text.intro(readableMoment(issuedAt, language))}</p>
      <ListToolbar
        search={{ label: text.search, value: words, change: setWords }}
        filters={<Checkbox checked={onlyDiffering} onChange={({ target }) => setOnlyDiffering(target.checked)}>{text.only}</Checkbox>}
        actions={<Button onClick={() => saveCsv(text.exportName, rowsOfChanges(found, text))}>{text.export}</Button>}
        found={text.differing(readableNumber(figures.filter(({ differs }) => differs).length))}
      />
      <ol className="places">
        {found.map((figure) => <li key={figure.number}><FigureChange figure={figure} /></li>)}
      </ol>
      <p className="muted">{text.unchanged(readableNumber(unchanged))}</p>
    </section>
  )
}
