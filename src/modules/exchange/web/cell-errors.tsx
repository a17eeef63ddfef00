import { Button, Table } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { readableNumber } from '../../../web/ui/formats.ts'
import { useText } from '../../../web/ui/language.tsx'
import { ListToolbar } from '../../../web/ui/list-toolbar.tsx'
import { saveCsv } from '../../../web/ui/save-csv.ts'
import type { LedgerPreview } from '../contract.ts'
import { texts } from './texts.ts'

type CellError = z.output<typeof LedgerPreview>['errors'][number]

/** Every error with its cell; a click shows the cell on its sheet. */
export function CellErrors({ preview: { errors, errorCount } }: { preview: z.output<typeof LedgerPreview> }) {
  const text = useText(texts).errors
  const [words, setWords] = useState('')
  if (errorCount === 0) return null
  const found = errors.filter(({ sheet, cell, message }) => `${sheet} ${cell} ${message}`.includes(words.trim()))
  const several = new Set(errors.map(({ file }) => file)).size > 1
  const place = (error: CellError) => `${several ? `${error.file} · ` : ''}${error.sheet} ${error.cell}`
  return (
    <section className="import-errors" aria-label={text.title}>
      <h2>{text.title}</h2>
      <ListToolbar
        search={{ label: text.search, value: words, change: setWords }}
        actions={<Button onClick={() => saveCsv(text.exportName, errors.map(({ file, sheet, cell, message }) => [file, sheet, cell, message]))}>{text.export}</Button>}
        {...(errorCount > errors.length ? { found: text.more(readableNumber(errorCount - errors.length)) } : {})}
      />
      <Table<CellError>
        size="small"
        rowKey={(error) => `${error.file}/${error.sheet}/${error.cell}/${error.message}`}
        dataSource={found}
        pagination={{ defaultPageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          {
            title: text.where, key: 'where', width: 240,
            render: (_, error) => (
              <Button type="link" size="small" aria-label={text.show(place(error))} onClick={() => showCell(error)}>{place(error)}</Button>
            ),
          },
          { title: text.what, dataIndex: 'message' },
        ]}
      />
    </section>
  )
}

function showCell({ sheet, cell }: CellError): void {
  const tab = [...document.querySelectorAll<HTMLElement>('.import [role="tab"]')].find((one) => one.textContent?.includes(sheet))
  tab?.click()
  requestAnimationFrame(() => {
    const found = document.querySelector<HTMLElement>(`.ant-tabs-tabpane-active [data-cell="${cell}"]`)
    found?.scrollIntoView({ block: 'center', inline: 'center' })
    found?.focus()
  })
}
