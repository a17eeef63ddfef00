import { useMutation } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import type { CallOf, Endpoint } from '../../../platform/contract/endpoint.ts'
import { Failure } from '../../../web/ui/failure.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { useText } from '../../../web/ui/language.tsx'
import { saveFile } from '../../../web/ui/save-file.ts'
import { server } from '../../../web/ui/server.ts'
import type { exportFigures, exportRecordsBehind } from '../contract.ts'
import { texts } from './texts.ts'

type Format = 'xlsx' | 'csv'
type Request<E extends Endpoint> = { endpoint: E; input: CallOf<E> }

interface Props {
  label: string
  /** Of the file, without its ending. */
  name: string
  ask(format: Format): Request<typeof exportFigures> | Request<typeof exportRecordsBehind>
}

const types = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv' }

/** Saves what is shown as a workbook or as CSV. */
export function ExportButton({ label, name, ask }: Props) {
  const messages = useText(texts)
  const save = useMutation({
    mutationFn: async (format: Format) => {
      const { endpoint, input } = ask(format)
      const bytes = await server.call(endpoint as Endpoint, input as CallOf<Endpoint>)
      saveFile(`${name}.${format}`, bytes as unknown as Uint8Array, types[format])
    },
  })
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [{ key: 'xlsx', label: messages.exportXlsx }, { key: 'csv', label: messages.exportCsv }],
          onClick: ({ key }) => save.mutate(key === 'csv' ? 'csv' : 'xlsx'),
        }}
      >
        <Button icon={<Icon shape="download" />} loading={save.isPending}>{label}</Button>
      </Dropdown>
      {save.isError && <Failure error={save.error} retry={() => save.reset()} />}
    </>
  )
}
