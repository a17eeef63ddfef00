import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { Failure } from '../../../web/ui/failure.tsx'
import { useText } from '../../../web/ui/language.tsx'
import { server } from '../../../web/ui/server.ts'
import { useMay } from '../../../web/ui/session.ts'
import { rollBackPack } from '../contract.ts'
import type { Pack } from './questions.ts'
import { texts } from './texts.ts'

/** Goes back to the version of a pack that was in force before; shown where there is one, to those who may. */
export function RollBack({ pack }: { pack: Pack }) {
  const { rollBack: words, upgrade } = useText(texts)
  const queries = useQueryClient()
  const [isAsking, ask] = useState(false)
  const may = useMay('packs:write')
  const change = useMutation({
    mutationFn: () => server.call(rollBackPack, { params: { pack: pack.id }, body: { from: pack.version } }),
    onSuccess: () => queries.invalidateQueries(),
    onSettled: () => ask(false),
  })
  if (pack.earlier === null || !may) return null
  return (
    <p className="no-print">
      <Button size="small" loading={change.isPending} onClick={() => ask(true)}>{words.button(pack.earlier)}</Button>
      {change.isError && <Failure error={change.error} retry={() => change.reset()} />}
      <Modal open={isAsking} title={words.ask(pack.title, pack.earlier)} okText={words.button(pack.earlier)} cancelText={upgrade.cancel} onOk={() => change.mutate()} onCancel={() => ask(false)} confirmLoading={change.isPending}>
        <p>{words.consequence}</p>
      </Modal>
    </p>
  )
}
