import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Radio, message } from 'antd'
import { useState } from 'react'
import { Drawer } from '../../../../web/ui/drawer.tsx'
import { Failure } from '../../../../web/ui/failure.tsx'
import { readableNumber } from '../../../../web/ui/formats.ts'
import { useText } from '../../../../web/ui/language.tsx'
import { server } from '../../../../web/ui/server.ts'
import { CHANGED_AT_ONCE, changeInBulk, previewBulk } from '../../contract/bulk.ts'
import type { KindDescription } from '../../contract/list.ts'
import type { Asked } from './asked.ts'
import { BulkFields, changesOf, type Row } from './bulk-fields.tsx'
import { BulkPreviewView } from './bulk-preview.tsx'
import { texts } from './texts.ts'

interface Props {
  kind: KindDescription
  asked: Asked
  total: number
  ticked: string[]
  open: boolean
  onClose(): void
  onDone(changed: number): void
}

const drawerWidthPx = 560

/** Changes facets of many records: which, what, a preview of what would change, and only then the change. */
export function BulkDrawer(props: Props) {
  const { bulk: messages } = useText(texts)
  const [notes, place] = message.useMessage()
  return (
    <>
      {place}
      <Drawer title={messages.title} widthPx={drawerWidthPx} open={props.open} onClose={props.onClose}>
        <BulkOrder {...props} onDone={(changed) => { props.onDone(changed); void notes.success(messages.done(changed)) }} />
      </Drawer>
    </>
  )
}

function BulkOrder({ kind, asked, total, ticked, onClose, onDone }: Props) {
  const { bulk: messages } = useText(texts)
  const queries = useQueryClient()
  const [meansAll, meanAll] = useState(ticked.length === 0)
  const [rows, setRows] = useState<Row[]>([{ field: null, value: null }])
  const changes = changesOf(rows)
  const order = { changes, ...(meansAll ? { filter: asked.filter } : { recordIds: ticked }) }
  const params = { kind: kind.kind }
  const preview = useMutation({ mutationFn: () => server.call(previewBulk, { params, body: order }) })
  const change = useMutation({
    mutationFn: ({ position, changed }: { position: number; changed: number }) => server.call(changeInBulk, { params, body: { ...order, position, changed } }),
    onSuccess: async ({ changed }) => {
      onDone(changed)
      onClose()
      await queries.invalidateQueries({ queryKey: ['records'] })
    },
  })
  const edit = (next: Row[]) => {
    setRows(next)
    preview.reset()
    change.reset()
  }
  const choose = (all: boolean) => {
    meanAll(all)
    preview.reset()
    change.reset()
  }
  const tooMany = meansAll && total > CHANGED_AT_ONCE
  return (
    <div className="bulk">
      <p className="muted">{messages.explain}</p>
      <Radio.Group
        className="bulk-meant" value={meansAll} onChange={(event) => choose(event.target.value === true)}
        options={[
          ...(ticked.length > 0 ? [{ value: false, label: messages.ticked(ticked.length) }] : []),
          { value: true, label: messages.allFound(readableNumber(total)) },
        ]}
      />
      {tooMany && <p className="refusal">{messages.tooMany(readableNumber(CHANGED_AT_ONCE))}</p>}
      <BulkFields kind={kind} rows={rows} onChange={edit} />
      {preview.data === undefined && (
        <Button type="primary" disabled={tooMany || Object.keys(changes).length === 0} loading={preview.isPending} onClick={() => preview.mutate()}>{messages.preview}</Button>
      )}
      {preview.isError && <Failure error={preview.error} retry={() => preview.mutate()} />}
      {preview.data !== undefined && <BulkPreviewView kind={kind} preview={preview.data} />}
      {preview.data !== undefined && preview.data.changed > 0 && !change.isError && (
        <Button type="primary" loading={change.isPending} onClick={() => change.mutate(preview.data)}>{messages.apply(preview.data.changed)}</Button>
      )}
      {change.isError && <Failure error={change.error} retry={() => { change.reset(); preview.mutate() }} />}
    </div>
  )
}
