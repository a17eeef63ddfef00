import { Table } from 'antd'
import { useState } from 'react'
import type { ReplyOf } from '../../../platform/contract/endpoint.ts'
import { Blank } from '../../../web/ui/blank.tsx'
import { Failure } from '../../../web/ui/failure.tsx'
import { readableMoment, readableNumber } from '../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../web/ui/language.tsx'
import { ListToolbar } from '../../../web/ui/list-toolbar.tsx'
import type { listImports } from '../contract.ts'
import { importsPerPage, useImports } from './questions.ts'
import { texts } from './texts.ts'

type Batch = ReplyOf<typeof listImports>['imports'][number]

/** The ledgers imported so far. */
export function ImportHistory() {
  const text = useText(texts).history
  const language = useLanguage()
  const [search, setSearch] = useState('')
  const [page, setPage] = useState(1)
  const imports = useImports(search.trim(), page)
  if (imports.isError) return <Failure error={imports.error} retry={() => void imports.refetch()} />
  if (imports.data?.total === 0 && search === '') return <Blank title={text.none} explain={text.noneExplain} />
  return (
    <section className="import-history">
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
      <Table<Batch>
        className="quiet-table"
        rowKey="batchId"
        loading={imports.isPending}
        dataSource={imports.data?.imports ?? []}
        locale={{ emptyText: text.noneFound }}
        scroll={{ x: 640 }}
        pagination={{ current: page, pageSize: importsPerPage, total: imports.data?.total ?? 0, onChange: setPage, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: text.file, dataIndex: 'name' },
          { title: text.records, dataIndex: 'records', align: 'right', render: (records: number) => readableNumber(records) },
          { title: text.when, dataIndex: 'importedAt', render: (moment: string) => readableMoment(moment, language) },
          { title: text.who, dataIndex: 'importedBy' },
          { title: text.position, dataIndex: 'position', align: 'right', render: (position: number) => readableNumber(position) },
        ]}
      />
    </section>
  )
}
