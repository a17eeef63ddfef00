import { Table } from 'antd'
import { useState } from 'react'
import type { ReplyOf } from '../../../../platform/contract/endpoint.ts'
import { Blank } from '../../../../web/ui/blank.tsx'
import { Failure } from '../../../../web/ui/failure.tsx'
import { readableMoment, readableNumber, readablePeriod } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import { ListToolbar } from '../../../../web/ui/list-toolbar.tsx'
import type { listChecks } from '../../contract.ts'
import { checksPerPage, useChecks, verdictsInOrder } from './questions.ts'
import { texts } from './texts.ts'

type Kept = ReplyOf<typeof listChecks>['checks'][number]

/** The checks kept so far, newest first. */
export function KeptChecks() {
  const { kept: text, ...rest } = useText(texts)
  const language = useLanguage()
  const [search, setSearch] = useState('')
  const [page, setPage] = useState(1)
  const checks = useChecks(search.trim(), page)
  if (checks.isError) return <Failure error={checks.error} retry={() => void checks.refetch()} />
  if (checks.data?.total === 0 && search === '') return <Blank title={text.none} explain={text.noneExplain} />
  return (
    <section className="kept-checks">
      <h2>{text.title}</h2>
      <ListToolbar
        search={{
          label: text.search,
          value: search,
          change: (words) => {
            setSearch(words)
            setPage(1)
          },
        }}
      />
      <Table<Kept>
        className="quiet-table"
        rowKey="checkId"
        loading={checks.isPending}
        dataSource={checks.data?.checks ?? []}
        locale={{ emptyText: text.noneFound }}
        scroll={{ x: 720 }}
        pagination={{ current: page, pageSize: checksPerPage, total: checks.data?.total ?? 0, onChange: setPage, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: text.report, key: 'report', render: (_, { checkId, title }) => <Link to={`/reports/check/${checkId}`} className="report-link">{title}</Link> },
          { title: text.unit, dataIndex: 'unit' },
          { title: text.period, key: 'period', render: (_, { period }) => readablePeriod(period, language) },
          ...verdictsInOrder.map((verdict) => ({
            title: rest.verdicts[verdict], key: verdict, align: 'right' as const,
            render: (_: unknown, { counts }: Kept) => readableNumber(counts[verdict]),
          })),
          { title: text.when, key: 'when', render: (_, { checkedAt, checkedBy }) => `${readableMoment(checkedAt, language)} ${checkedBy}` },
        ]}
      />
    </section>
  )
}
