import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { Failure } from '../../../../web/ui/failure.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { saveFile } from '../../../../web/ui/save-file.ts'
import { TaizhangError } from '../../../../platform/errors.ts'
import { texts } from './texts.ts'
import type { Draft } from './types.ts'

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The workbook with one sheet for each kind that this report counts, to be filled through the year. */
export function WorkbookButton({ draft }: { draft: Draft }) {
  const messages = useText(texts)
  const download = useMutation({
    mutationFn: async () => saveFile(messages.workbookName(draft.title), await workbookOf(draft), workbookType),
  })
  return (
    <>
      <Button loading={download.isPending} onClick={() => download.mutate()}>{messages.workbook}</Button>
      {download.isError && <Failure error={download.error} retry={() => download.mutate()} />}
    </>
  )
}

/** Asked by its address: what the exchange of ledgers offers comes after reports and is not known here. */
async function workbookOf({ document: report }: Draft): Promise<Uint8Array> {
  const reply = await fetch('/api/ledgers/template', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ report }),
  })
  if (!reply.ok) {
    const { code, message } = (await reply.json()) as { code: string; message: string }
    throw new TaizhangError(code, message)
  }
  return new Uint8Array(await reply.arrayBuffer())
}
